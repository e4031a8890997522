import { describe, expect, test } from 'vitest';
import { findDates } from '../../../../src/article/dates/dates.ts';
import { permalinkDate } from '../../../../src/article/dates/permalink-date.ts';
import { NO_TEXT } from '../../../../src/article/text/article-text.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const url = 'https://quay.example/2024/storm';
const DAY = '2024-03-09T00:00:00Z';
const found = (html: string) => permalinkDate(pageOf(html, { url }), {});

describe('a date that links to the page itself is its own', () => {
  test.each([
    ['as the link', '<a class="timestamp" href="/2024/storm">9 March 2024</a>'],
    ['by its exact moment', '<a class="date" href="/2024/storm" title="9 March 2024">9 Mar</a>'],
    ['in the link', '<a href="/2024/storm"><time datetime="2024-03-09">9 Mar</time></a>'],
    ['around the link', '<i class="date"><a href="/2024/storm">9 March 2024</a></i>'],
    ['by the whole address', `<a class="date" href="${url}">9 March 2024</a>`],
    [
      'by the address that is shared',
      '<meta property="og:url" content="/posts/7"><a class="date" href="/posts/7">9 March 2024</a>',
    ],
    [
      'by the canonical address',
      '<link rel="canonical" href="/posts/7"><a class="date" href="/posts/7">9 March 2024</a>',
    ],
    [
      'after others',
      '<a class="date" href="/2024/calm">8 March 2024</a><a class="date" href="/2024/storm">9 March 2024</a>',
    ],
    [
      'after one that is no date',
      '<a class="date" href="/2024/storm">soon</a><a class="date" href="/2024/storm">9 March 2024</a>',
    ],
  ])('%s', (_, html) => {
    expect(found(html)).toBe(DAY);
  });

  test('also in what a template calls an overlay, where other dates are not believed', () => {
    const overlay = (href: string) =>
      `<body><p>${'All of the harbour is told of the storm. '.repeat(9)}</p><div class="overlay modal"><small>
      <a class="timestamp" href="${href}" title="9 March 2024">9 Mar</a></small></div></body>`;
    const dates = (href: string) => findDates(pageOf(overlay(href), { url }), NO_TEXT);
    expect(dates('/2024/storm').publishedAt?.value).toBe(DAY);
    expect(dates('/2024/calm').publishedAt).toBeUndefined();
  });
});

test.each([
  ['leads to another page', '<a class="date" href="/2024/calm">9 March 2024</a>'],
  ['leads to the same path with a query', '<a class="date" href="?page=2">9 March 2024</a>'],
  ['leads to a comment on the page', '<a class="date" href="/2024/storm#c7">9 March 2024</a>'],
  ['leads to a part of the page', '<a class="date" href="#c7">9 March 2024</a>'],
  ['leads to the front page', '<a class="date" href="/">9 March 2024</a>'],
  ['leads nowhere', '<a class="date">9 March 2024</a>'],
  ['stands beside a link', '<i class="date">9 March 2024</i> <a href="/2024/storm">x</a>'],
  ['holds two links', '<i class="date">9 March 2024 <a href="/2024/storm">x</a><a>y</a></i>'],
  ['is that of a change', '<a class="date updated" href="/2024/storm">9 March 2024</a>'],
  ['is not marked as one', '<a href="/2024/storm">9 March 2024</a>'],
  ['is none', '<a class="date" href="/2024/storm">soon</a>'],
])('a date that %s is not found so', (_, html) => {
  expect(found(html)).toBeUndefined();
});

test('a page whose address is the front page’s has no link to itself', () => {
  const page = pageOf('<a class="date" href="/">9 March 2024</a>', {
    url: 'https://quay.example/',
  });
  expect(permalinkDate(page, {})).toBeUndefined();
});
