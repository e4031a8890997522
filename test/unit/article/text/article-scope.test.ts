import { describe, expect, test } from 'vitest';
import { articleScope } from '../../../../src/article/text/article-scope.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';

const p = (name: string, length: number) => `<p>${name.padEnd(length, 'a')}</p>`;
function scope(html: string, title?: string): string {
  const { blocks } = readBlocks(treeOf(html).document);
  const found = articleScope(blocks, title);
  return found === blocks ? 'all' : found.map(({ text }) => text[0]).join('');
}
const TITLE = 'The ferry is late again';
const h1 = `<h1>${TITLE}</h1>`;

describe('the article begins after its headline', () => {
  test('that says the title, or is the page’s only one of 20 letters', () => {
    expect(scope(p('A', 60) + h1 + p('B', 100), 'the FERRY is late, again')).toBe('B');
    expect(scope(p('A', 60) + `<h2>${TITLE}</h2>` + p('B', 100), TITLE)).toBe('B');
    expect(scope(p('A', 60) + h1 + p('B', 100))).toBe('B');
    expect(scope(p('A', 60) + `<h1>${'x'.repeat(20)}</h1>` + p('B', 100), TITLE)).toBe('B');
    expect(scope(p('A', 60) + `<h1>${'x'.repeat(19)}</h1>` + p('B', 100), TITLE)).toBe('all');
    expect(scope(p('A', 60) + `<p>${TITLE}</p>` + p('B', 100), TITLE)).toBe('all');
    expect(scope(p('A', 60) + '<h2>* * *</h2>' + p('B', 100))).toBe('all');
    expect(scope(p('A', 60) + '<h1>Ferries</h1>' + p('B', 100), 'Ferries')).toBe('B');
  });

  test('of the first level, where a bar above names it, too', () => {
    expect(scope(`<h2>${TITLE}</h2>` + p('A', 60) + h1 + p('B', 100), TITLE)).toBe('B');
  });

  test('unless less than three tenths of the text follow', () => {
    expect(scope(p('A', 700) + h1 + p('B', 300), TITLE)).toBe('B');
    expect(scope(p('A', 710) + h1 + p('B', 290), TITLE)).toBe('all');
  });
});

describe('the article ends', () => {
  test('with its element, where that holds 500 characters or half of what follows', () => {
    const within = (inside: number, after: number) =>
      scope(`<article>${h1}${p('B', inside)}</article>${p('C', after)}`, TITLE);
    expect(within(500, 5_000)).toBe('B');
    expect(within(499, 5_000)).toBe('BC');
    expect(within(100, 100)).toBe('B');
    expect(within(100, 110)).toBe('BC');
  });

  test('before the next headline that is set alike, after 500 characters', () => {
    const pages = (first: number, next: string) =>
      scope(`<h1 class="a">${TITLE}</h1>${p('B', first)}${next}${p('C', 600)}`, TITLE);
    expect(pages(500, '<h1 class="a">Soup</h1>')).toBe('B');
    expect(pages(499, '<h1 class="a">Soup</h1>')).toBe('BSC');
    expect(pages(500, '<h1 class="b">Soup</h1>')).toBe('BSC');
    expect(pages(500, '<h2 class="a">Soup</h2>')).toBe('BSC');
    expect(pages(500, `<h1 class="a">${TITLE}</h1>`)).toBe('BTC');
    expect(scope(`<h1>${TITLE}</h1>${p('B', 500)}<h1>Soup</h1>${p('C', 600)}`, TITLE)).toBe('BSC');
  });
});
