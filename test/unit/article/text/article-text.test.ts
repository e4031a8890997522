import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../../src/article/text/article-text.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { firstWords, paragraph, read, sentence } from './article-of.ts';

const TITLE = 'The ferry is late again';
const h1 = `<h1>${TITLE}</h1>`;
const p = (names: string) =>
  names
    .split('')
    .map((name) => paragraph(name))
    .join('');

describe('the page’s text', () => {
  test('has fifteen lines near the headline and six before it', () => {
    const lines = (name: string, count: number) => `<p>${name}</p>`.repeat(count);
    const { near, before, scope } = readPageText(
      pageOf(`${lines('a', 9)}${h1}${lines('b', 20)}${p('ABCD')}`),
      TITLE,
    );
    // The headline is the last of the lines before.
    expect([near.length, before.map(({ text }) => text), scope.length]).toEqual([
      15,
      ['a', 'a', 'a', 'a', 'a', TITLE],
      24,
    ]);
  });

  test('is all of it where there is no headline', () => {
    const { near, before, scope, blocks } = readPageText(pageOf(p('ABCD')), undefined);
    expect([near, before, scope]).toEqual([[], [], blocks]);
  });
});

describe('the article’s text', () => {
  const data = (text: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, author: 'x', articleBody: text })}</script>`;
  const whole = ['V', 'W', 'X', 'Y', 'Z'].map((name) => sentence(name)).join('\n');

  test('is the data’s where that is two and a half times as long', () => {
    const shown = (length: number) =>
      firstWords(`${data(whole)}<article>${h1}${paragraph('A', length)}</article>`);
    expect(shown(180)).toBe('V W X Y Z');
    expect(shown(181)).toBe('A');
  });

  test('is the page’s where that has a thousand characters', () => {
    const long = Array.from({ length: 60 }, (_, at) => sentence(`V${at}`)).join('\n');
    const shown = (length: number) =>
      firstWords(`${data(long)}<article>${h1}${paragraph('A', length)}</article>`).split(' ')[0];
    expect([shown(1_000), shown(1_001)]).toEqual(['V0', 'A']);
  });

  test('is where a rule says, and elsewhere where that finds nothing', () => {
    const html = `<article>${h1}<div class="a">${p('ABC')}</div><div class="b">${p('DEF')}</div></article>`;
    expect(firstWords(html, { rules: { body: '.b' } as never })).toBe('D E F');
    expect(firstWords(html, { rules: { body: '.c' } as never })).toBe('A B C D E F');
  });

  test('says a standfirst once that is made of its first sentence', () => {
    const told = (first: string) =>
      firstWords(
        `<article>${h1}<p class="standfirst">${first}</p><div class="article-body">${p('ABC')}</div></article>`,
      );
    expect(told(`${sentence('A')} ${sentence('S')}`)).toBe('A B C');
    expect(told(sentence('S'))).toBe('S A B C');
  });

  test('has a subtitle that is set like a headline', () => {
    const { subtitle } = read(
      `<article>${h1}<h2 class="standfirst">Soup is given to all who wait</h2><div class="article-body">${p('ABC')}</div></article>`,
    );
    expect(subtitle?.value).toBe('Soup is given to all who wait');
  });

  test('is without what its pictures say, and the line below them', () => {
    const caption = 'The quay in the storm of last winter, seen from the pier at dawn.';
    expect(
      firstWords(
        `<article>${h1}${p('ABC')}<img src="/a.jpg" alt="${caption}"><p>${caption}</p>${p('D')}</article>`,
      ),
    ).toBe('A B C D');
    expect(
      firstWords(
        `<article>${h1}${p('ABC')}<div><img src="/a.jpg"><p><em>${caption}</em></p></div>${p('D')}</article>`,
      ),
    ).toBe('A B C D');
  });
});
