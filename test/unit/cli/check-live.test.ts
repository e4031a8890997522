import { expect, test } from 'vitest';
import { checkLines } from '../../../src/cli/check-live.ts';

const url = 'https://harbour.example/feed.xml';
const nothing = { sourceId: 'harbour', feeds: [], pages: [], rules: [], isSound: true };

test('a feed is told with its entries and the newest of them, where it has any', () => {
  const newest = '2026-11-29T08:00:00.000Z';
  const feeds = [
    { url, problems: [], entries: 4, newest },
    { url, problems: [], entries: 0 },
    { url, problems: ['answered with status 404'] },
  ];
  expect(checkLines({ ...nothing, feeds })).toEqual([
    `ok      feed ${url}: 4 entries, newest ${newest}`,
    `ok      feed ${url}: 0 entries`,
    `FAILED  feed ${url}`,
    '          answered with status 404',
  ]);
});

test('a page is told with what was found on it, and with all that is wrong', () => {
  const page = `${url}/pier`;
  const pages = [
    { url: page, problems: [], title: 'Pier', paragraphs: 7, confidence: 0.9 },
    { url: page, problems: ['one', 'two'], title: 'Pier', paragraphs: 0 },
    { url: page, problems: ['no article'] },
  ];
  expect(checkLines({ ...nothing, pages })).toEqual([
    `ok      page ${page}: “Pier”, 7 paragraphs, confidence 0.9`,
    `FAILED  page ${page}: “Pier”, 0 paragraphs`,
    '          one',
    '          two',
    `FAILED  page ${page}`,
    '          no article',
  ]);
});

test('a rule is wrong that matched on no page', () => {
  const rules = [
    { rule: 'body', matched: 1, tried: 3 },
    { rule: 'title', matched: 0, tried: 3 },
  ];
  expect(checkLines({ ...nothing, rules })).toEqual([
    'ok      rule article.body: 1 of 3 pages',
    'FAILED  rule article.title: 0 of 3 pages',
    '          matched nothing; the page’s text is found automatically until it is mended',
  ]);
});
