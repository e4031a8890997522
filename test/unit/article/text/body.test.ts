import { describe, expect, test } from 'vitest';
import { bodyOf, findBody } from '../../../../src/article/text/body.ts';
import type { Known } from '../../../../src/article/text/line-rules.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { paragraph } from './article-of.ts';

const known: Known = {
  authors: [],
  siteNames: [],
  pictures: new Set(),
  afterPicture: new Set(),
  otherPages: new Set(),
  keepLinks: false,
};
function found(html: string) {
  const page = readBlocks(treeOf(html).document);
  return findBody(page.blocks, page, known);
}
const names = (html: string) =>
  found(html)
    ?.blocks.map(({ text }) => text.split(' ', 1)[0])
    .join('');
const part = (html: string) =>
  found(html)
    ?.parts.map(({ element: { name, attribs } }) => `${name}${attribs['id'] ?? ''}`)
    .join(' ');
const p = (list: string, length?: number) =>
  list
    .split('')
    .map((name) => paragraph(name, length))
    .join('');

describe('the body', () => {
  test('is the element whose text is the article', () => {
    expect(
      names(
        `<main><div>${p('ABC')}</div><ul>${'<li><a href="/x">Soup</a></li>'.repeat(9)}</ul></main>`,
      ),
    ).toBe('ABC');
    expect(
      part(
        `<main><section id="1">${p('ABC')}</section><ul>${'<li><a href="/x">Soup</a></li>'.repeat(9)}</ul></main>`,
      ),
    ).toBe('section1');
    expect(found('<p>Soup</p>')).toBeUndefined();
  });

  test.each(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'dd', 'dt', 'pre'])(
    'is no single <%s>',
    (name) => {
      const one = `<${name}>${p('A', 200).slice(3, -4)}</${name}>`;
      expect(part(`<main>${one}<b>soup</b></main>`)).not.toBe(name);
    },
  );

  test('is preferred where it is named as the text', () => {
    const two = (label: string) =>
      part(
        `<main><div id="1">${p('ABC', 100)}</div><div id="2" class="${label}">${p('DE', 120)}</div><nav>${'<li>Soup</li>'.repeat(60)}</nav></main>`,
      );
    expect([two('article-body'), two('x')].map((one) => one?.includes('div2'))).toEqual([
      two('article-body')?.includes('div2'),
      false,
    ]);
  });

  test('has the parts that a template named alike, up to fifty', () => {
    const soup = `<ul>${'<li><a href="/x">Soup of the day, and of all days</a></li>'.repeat(30)}</ul>`;
    const cut = (first: number, count: number) =>
      names(
        `<main>${soup}<div class="a">${p('A', first)}</div>${`${soup}<div class="a">${p('B', 60)}</div>`.repeat(count)}</main>`,
      );
    expect(cut(900, 1)).toBe('AB');
    expect([cut(900, 49), cut(900, 50)]).toEqual([`A${'B'.repeat(49)}`, 'A']);
    expect(
      names(
        `<main>${soup}<div class="a">${p('A', 900)}</div>${soup}<div class="b">${p('B', 60)}</div></main>`,
      ),
    ).toBe('A');
    expect(
      names(
        `<main>${soup}<div class="a">${p('A', 900)}</div>${soup}<section class="a">${p('B', 60)}</section></main>`,
      ),
    ).toBe('A');
  });

  test('stands apart as well as it can, and no better', () => {
    expect(found(`<div class="article-body">${p('ABC', 400)}</div>`)?.fitness).toBe(1);
    expect(
      found(
        `<div>${p('ABC')}</div><div>${'Soup '.repeat(30)}<br><br>${'<h2>Soup of the day</h2>'.repeat(9)}</div>`,
      )?.fitness,
    ).toBeLessThan(1);
  });
});

test('of chosen elements each outermost is a part, and what else they hold is struck', () => {
  const page = readBlocks(
    treeOf(
      `<div id="1">${p('AB')}<section id="2">${p('C')}</section></div><aside>${p('D')}</aside><div id="3">${p('E')}<p><a href="/x">Soup of the day</a></p></div>`,
    ).document,
  );
  const chosen = page.regions
    .filter(({ element: { attribs } }) => attribs['id'] !== undefined)
    .toReversed();
  const body = bodyOf(chosen, page.blocks, page, known);
  expect(body.parts.map(({ element }) => element.attribs['id'])).toEqual(['1', '3']);
  expect(body.blocks.map(({ text }) => text[0]).join('')).toBe('ABCE');
  expect(body.struck).toEqual([{ text: 'Soup of the day', rule: 'leads-away' }]);
  expect(body.fitness).toBe(1);
});
