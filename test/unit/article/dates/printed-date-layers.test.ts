import { describe, expect, test } from 'vitest';
import {
  dateInUrl,
  guessedDate,
  printedChange,
  shownDate,
} from '../../../../src/article/dates/printed-date.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const DAY = '2024-03-09T00:00:00Z';
const H1 = '<h1>Ferry late again</h1>';
const LINES = '<p>x</p>'.repeat(15);
/** Longer than a line that is a date’s own, and than one that may hold it. */
const SENTENCES = 'Soup is cold. '.repeat(16);

function linesOf(html: string) {
  const page = pageOf(html, { url: 'https://quay.example/ferry-late' });
  const { blocks } = readBlocks(page.tree.document);
  const headline = blocks.findIndex(({ kind }) => kind === 'h');
  const scope = blocks.slice(headline + 1);
  return { page, all: { scope, near: scope.slice(0, 15), before: blocks.slice(0, headline) } };
}
const shown = (html: string) => {
  const { page, all } = linesOf(html);
  const found = shownDate(page, all, {});
  return [found?.layer, found?.value];
};
const guessed = (html: string) => {
  const { page, all } = linesOf(html);
  return guessedDate(page, all, {});
};

describe('a reader finds the date first in', () => {
  test.each([
    [
      'an element that is marked as published',
      `${H1}<p>8 March 2024</p>${LINES}<b class="published">9 March 2024</b>`,
    ],
    ['the lines right below the headline', `<p>8 March 2024</p>${H1}<p>9 March 2024</p>`],
    [
      'the lines right over the headline',
      `<p>9 March 2024</p>${H1}<p>x</p><p>x</p><p>x</p><p>x</p><p>8 March 2024</p>`,
    ],
    [
      'the lines below the headline',
      `${H1}<p>(8 March 2024) ${SENTENCES}</p><p>x</p><p>x</p><p>x</p><p>9 March 2024</p>`,
    ],
    ['the start of the first sentence', `${H1}<p>(9 March 2024) ${SENTENCES}</p>`],
  ])('%s', (layer, html) => {
    expect(shown(html)).toEqual([layer, DAY]);
  });

  test('no line farther down', () => {
    expect(shown(`${H1}${LINES}<p>9 March 2024</p>`)).toEqual([undefined, undefined]);
  });
});

describe('the date that may be the article’s is first that', () => {
  const far = `<p>${SENTENCES} <i>Published: 8.3.2024</i></p>`;
  test.each([
    [
      'of an element that is marked as a date',
      `${H1}${LINES}${far}<p>${SENTENCES}<b class="story-date">9 March 2024</b></p>`,
    ],
    [
      'behind a label',
      `<p>8 March 2024 ${'x'.repeat(90)}</p>${H1}${LINES}${far.replace('8.3', '9.3')}`,
    ],
    [
      'of a longer line over the headline',
      `<p>9 March 2024 ${'x'.repeat(90)}</p>${H1}<p>8 March 2024 ${'x'.repeat(90)}</p>`,
    ],
    [
      'of a longer line below the headline',
      `${H1}<p>It is 9 March 2024 ${'x'.repeat(90)}</p><p>${SENTENCES}<b class="data">8 March 2024</b></p>`,
    ],
    [
      'of an element whose class may mean a date',
      `${H1}${LINES}<p>8 March 2024</p><p>${SENTENCES}<b class="data">9 March 2024</b></p>`,
    ],
    ['of any line', `${H1}${LINES}<p>9 March 2024</p>`],
  ])('%s', (_layer, html) => {
    expect(guessed(html)).toBe(DAY);
  });

  test.each([
    ['is all a link', '<p><a href="/archive">9 March 2024</a></p>'],
    ['leads on to other stories', '<div class="related"><p>9 March 2024</p></div>'],
    ['has more than 80 characters', `<p>It is 9 March 2024 ${'x'.repeat(90)}</p>`],
    ['says when the page was changed', '<p>Updated 9 March 2024</p>'],
    ['is marked as a change', '<p class="updated">It is 9 March 2024</p>'],
  ])('and none where a line far below %s', (_what, line) => {
    expect(guessed(H1 + LINES + line)).toBeUndefined();
  });

  test('and that of a line that is a link in part', () => {
    expect(guessed(`${H1}${LINES}<p><a href="/archive">Archive</a> 9 March 2024</p>`)).toBe(DAY);
  });
});

describe('a line has a year', () => {
  test.each([
    ['9 March 1999', '1999-03-09T00:00:00Z'],
    ['9 March 2024', DAY],
    ['9 มีนาคม 2569', '2026-03-09T00:00:00Z'],
    ['9 มีนาคม 2499', '1956-03-09T00:00:00Z'],
    ['9 فروردین 1399', '2020-03-28T00:00:00Z'],
    ['9 فروردین 1404', '2025-03-29T00:00:00Z'],
    ['9.3.24', DAY],
    ['٩ مارس ٢٠٢٤', DAY],
    ['令和6年3月9日', DAY],
  ])('as in %s', (text, day) => {
    expect(shown(`${H1}<p>${text}</p>`)[1]).toBe(day < '1990' ? undefined : day);
  });
});

describe('a line before the first sentence dates it', () => {
  test.each([
    ['9.3.2024', DAY],
    ['9. März 2024', DAY],
    ['9 March 2024', DAY],
    ['March 9, 2024', DAY],
    ['Mar. 9, 1999', '1999-03-09T00:00:00Z'],
    ['PORT ELSE, 9 March 2024', DAY],
    ['Port Else - 9 March 2024', DAY],
    ['Port Else — 9 March 2024', DAY],
    ['Since 9 March 2024', undefined],
  ])('%s', (start, day) => {
    expect(shown(`${H1}<p>${start} ${SENTENCES}</p>`)[1]).toBe(day);
  });
});

describe('the day in an address', () => {
  test.each([
    ['/2024/10/09/x', '2024-10-09'],
    ['/2024/12/19/x', '2024-12-19'],
    ['/2024/01/20/x', '2024-01-20'],
    ['/2024/03/30/x', '2024-03-30'],
    ['/2024/03/31/x', '2024-03-31'],
    ['/1998-03-09-x', '1998-03-09'],
    ['/x-20241009', '2024-10-09'],
    ['/x-20240319', '2024-03-19'],
    ['/x-20240329', '2024-03-29'],
    ['/x-20240330', '2024-03-30'],
    ['/x-20340331', '2034-03-31'],
    ['/x-20241309', undefined],
    ['/x-20240332', undefined],
  ])('%s is %s', (path, day) => {
    const page = pageOf('<p>', { url: `https://quay.example${path}` });
    expect(dateInUrl(page, {})?.slice(0, 10)).toBe(day);
  });
});

describe('a change is printed', () => {
  const changeOf = (html: string) => printedChange(linesOf(html).all, {});

  test('over the headline as well as below it, with its year', () => {
    expect(changeOf(`<p>Updated 9 March 2024</p>${H1}<p>Updated 10 March 2024</p>`)).toBe(DAY);
    expect(changeOf(`${H1}<p>Updated on Monday</p><p>Updated 9 March 2024</p>`)).toBe(DAY);
    expect(changeOf(`${H1}<p>9 March 2024</p>`)).toBeUndefined();
  });

  test('in the element of time, with the day of publication before it', () => {
    const time =
      '<time itemprop="dateModified" datetime="2024-03-10T09:00:00Z">9 March 2024 | Updated 10 March 2024</time>';
    expect(shown(`${H1}<p>${time}</p>`)[1]).toBe(DAY);
    expect(shown(`${H1}<p>${time.replace('9 March 2024 | ', '')}</p>`)[1]).toBeUndefined();
  });
});
