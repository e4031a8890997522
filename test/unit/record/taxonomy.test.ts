import { expect, test } from 'vitest';
import { slug, taxonomyOf } from '../../../src/record/taxonomy.ts';
import { anEntry } from '../../support/records/entries.ts';

const nothingOnThePage = {};
const input = { root: 'harbour', scraped: nothingOnThePage, url: 'https://harbour.example/' };

test.each([
  ['Las Piñas City', 'las-pinas-city'],
  ['Arts & Culture', 'arts-and-culture'],
  ['  U.S.–Venezuela relations ', 'u-s-venezuela-relations'],
  ['社会', '社会'],
])('slug: %s', (text, expected) => {
  expect(slug(text)).toBe(expected);
});

test('paths of a feed’s own taxonomy are kept as they are, in their order', () => {
  const categories = [
    { scheme: 'foxnews.com/metadata/dc.source', term: 'Fox News' },
    { scheme: 'foxnews.com/taxonomy', term: 'fox-news/world/personalities/someone' },
    { scheme: 'foxnews.com/taxonomy', term: 'fox-news/world' },
    { scheme: 'foxnews.com/section-path', term: 'fox-news/world' },
  ];
  expect(taxonomyOf({ ...input, entry: anEntry({ categories }) })).toEqual({
    value: ['fox-news/world/personalities/someone', 'fox-news/world'],
    from: 'feed',
  });
});

test.each([
  [
    'the path of the scheme’s address',
    { scheme: 'https://www.guardian.example/', path: 'scheme' as const },
    { scheme: 'https://www.guardian.example/world/russia', term: 'Russia' },
    'harbour/world/russia',
  ],
  [
    'the vocabulary’s name and the term',
    { scheme: 'times.example/keywords', path: 'name' as const },
    { scheme: 'http://times.example/keywords/nyt_geo', term: 'New Zealand' },
    'harbour/nyt-geo/new-zealand',
  ],
])('a rule makes a path of %s', (_behaviour, rule, category, expected) => {
  const rules = { urls: [], categories: [rule], drop: [] };
  const entry = anEntry({ categories: [category] });
  expect(taxonomyOf({ ...input, rules, entry }).value).toEqual([expected]);
});

test('a rule on the address gives the first path', () => {
  const rules = {
    root: 'harbour',
    urls: [{ match: '^https://([a-z]+)\\.harbour\\.example/', path: '$1' }],
    categories: [{ scheme: '', path: 'name' as const }],
    drop: [],
  };
  const entry = anEntry({ categories: [{ scheme: null, term: 'Port fees' }] });
  const url = 'https://business.harbour.example/1234/port-fees';
  expect(taxonomyOf({ ...input, rules, entry, url }).value).toEqual([
    'harbour/business',
    'harbour/port-fees',
  ]);
});

test('plain category names become paths below the root, without those that say nothing', () => {
  const entry = anEntry({
    categories: [
      { scheme: null, term: 'Metro Manila' },
      { scheme: null, term: 'General news' },
      { scheme: null, term: 'Metro Manila' },
    ],
  });
  const rules = { urls: [], categories: [], drop: ['General News'] };
  expect(taxonomyOf({ ...input, rules, entry }).value).toEqual(['harbour/metro-manila']);
});

test('a feed without categories leaves it to the page’s paths, then its topics, then the address', () => {
  const url = 'https://harbour.example/business/2026/11/23/1234/port-fees-rise-again';
  const taxonomyPaths = { value: ['harbour/money'], from: 'meta' as const };
  const topics = { value: ['Business', 'Port fees'], from: 'jsonld' as const };
  expect(taxonomyOf({ ...input, url, scraped: { taxonomyPaths, topics } })).toEqual(taxonomyPaths);
  expect(taxonomyOf({ ...input, url, scraped: { topics } })).toEqual({
    value: ['harbour/business', 'harbour/port-fees'],
    from: 'jsonld',
  });
  expect(taxonomyOf({ ...input, url })).toEqual({ value: ['harbour/business'], from: 'text' });
});
