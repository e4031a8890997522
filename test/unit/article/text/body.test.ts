import { describe, expect, test } from 'vitest';
import { bodyOf, findBody } from '../../../../src/article/text/body.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { NOTHING_KNOWN } from '../../../support/article/rule-on.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { paragraph, sentence } from './article-of.ts';

function found(html: string) {
  const page = readBlocks(treeOf(html).document);
  return findBody(page.blocks, page, NOTHING_KNOWN);
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

/** Beside three paragraphs, and much else that is no text. */
const apart = (other: string) =>
  `<main><div id="1">${p('ABC', 100)}</div>${other}${`<p>${'x'.repeat(30)}</p>`.repeat(20)}</main>`;

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
      // A heading of that length is no heading any more.
      const one = `<${name}>${sentence('A', 400)}</${name}>`;
      expect(part(`<main>${one}<p>soup</p></main><p>bread</p>`)).toBe('main');
    },
  );

  test('is preferred where it is named as the text', () => {
    const two = (label: string) =>
      part(apart(`<div id="2" class="${label}">${p('DE', 120)}</div>`));
    expect([two('article-body'), two('x')]).toEqual(['div2', 'div1']);
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

  test('may be a leaf that holds several paragraphs, and is the outermost of equals', () => {
    const soup = '<p>Soup of the day</p>'.repeat(9);
    expect(part(`<main><blockquote>${p('AB', 200)}</blockquote>${soup}</main>`)).toBe('blockquote');
    expect(part(`<main><div>${p('ABC')}</div></main>`)).toBe('html');
  });

  test('has no part without running text, and no second leaf of its class', () => {
    const soup = '<p>Soup of the day</p>'.repeat(40);
    const div = (id: number, text: string) => `<div id="${id}" class="a">${text}</div>`;
    expect(
      part(div(1, p('A', 900)) + soup + div(2, '<p>Bread</p>') + soup + div(3, p('B', 60))),
    ).toBe('div1 div3');
    const quote = (text: string) => `<blockquote class="a">${text}</blockquote>`;
    expect(part(quote(p('AB', 450)) + soup + quote(p('C', 60)))).toBe('blockquote');
  });

  test('is fit by how much of it is running text and how much of that it holds, the former weighing twice', () => {
    const half = `${p('ABC', 100)}${`<p>${'x'.repeat(23)}</p>`.repeat(13)}`;
    expect(found(half)?.fitness).toBeCloseTo(0.6, 9);
    const [precision, recall] = [300 / 301, 300 / 600];
    const measure = (1.5 * precision * recall) / (0.5 * precision + recall);
    const other = (label: string) => apart(`<div class="${label}">${p('DEF', 100)}</div>`);
    expect(found(other('x'))?.fitness).toBeCloseTo(measure, 9);
    expect(found(other('article-body'))?.fitness).toBeCloseTo(1.3 * measure, 9);
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
  const body = bodyOf(chosen, page.blocks, page, NOTHING_KNOWN);
  expect(body.parts.map(({ element }) => element.attribs['id'])).toEqual(['1', '3']);
  expect(body.blocks.map(({ text }) => text[0]).join('')).toBe('ABCE');
  expect(body.struck).toEqual([{ text: 'Soup of the day', rule: 'leads-away' }]);
  expect(body.fitness).toBe(1);
});
