import { describe, expect, test } from 'vitest';
import { type TaxonomyInput, topicsOf } from '../../../src/record/taxonomy.ts';
import { anEntry } from '../../support/records/entries.ts';

const nothingOnThePage = {};

function pathsOf(of: TaxonomyInput): { value: string[]; from: string } {
  const { value, from } = topicsOf(of);
  return { value: value.map(({ path }) => path), from };
}

const input = { root: 'harbour', scraped: nothingOnThePage, url: 'https://harbour.example/' };

test('paths of a feed’s own taxonomy are kept as they are, in their order', () => {
  const categories = [
    { scheme: 'foxnews.com/metadata/dc.source', term: 'Fox News' },
    { scheme: 'foxnews.com/taxonomy', term: 'fox-news/world/personalities/someone' },
    { scheme: 'foxnews.com/taxonomy', term: 'fox-news/world' },
    { scheme: 'foxnews.com/section-path', term: 'fox-news/world' },
  ];
  expect(pathsOf({ ...input, entry: anEntry({ categories }) })).toEqual({
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
  expect(pathsOf({ ...input, rules, entry }).value).toEqual([expected]);
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
  expect(pathsOf({ ...input, rules, entry, url }).value).toEqual([
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
  expect(pathsOf({ ...input, rules, entry }).value).toEqual(['harbour/metro-manila']);
});

test('a feed without categories leaves it to the page’s paths, then its topics, then the address', () => {
  const url = 'https://harbour.example/business/2026/11/23/1234/port-fees-rise-again';
  const taxonomyPaths = { value: ['harbour/money'], from: 'meta' as const };
  const topics = { value: ['Business', 'Port fees'], from: 'jsonld' as const };
  expect(pathsOf({ ...input, url, scraped: { taxonomyPaths, topics } })).toEqual(taxonomyPaths);
  expect(pathsOf({ ...input, url, scraped: { topics } })).toEqual({
    value: ['harbour/business', 'harbour/port-fees'],
    from: 'jsonld',
  });
  expect(pathsOf({ ...input, url })).toEqual({ value: ['harbour/business'], from: 'text' });
});

describe('names', () => {
  const category = (term: string, scheme: string | null = null) => ({ term, scheme });
  const names = (of: Partial<TaxonomyInput>) =>
    topicsOf({ ...input, ...of }).value.map(({ path, name }) => [path, name]);

  test('A topic has the name that the feed prints.', () => {
    const entry = anEntry({ categories: [category('UK'), category('St Bride’s')] });
    expect(names({ entry })).toEqual([
      ['harbour/uk', 'UK'],
      ['harbour/st-bride-s', 'St Bride’s'],
    ]);
  });

  test('A path takes its name from where its last segment is printed, else from itself.', () => {
    const entry = anEntry({
      categories: [
        category('quay/world/personalities/mara-o-duya', 'quay.example/taxonomy'),
        category('quay/world/cup-final', 'quay.example/taxonomy'),
        category('Mara O’Duya'),
      ],
    });
    expect(names({ entry })).toEqual([
      ['quay/world/personalities/mara-o-duya', 'Mara O’Duya'],
      ['quay/world/cup-final', 'Cup Final'],
      ['harbour/mara-o-duya', 'Mara O’Duya'],
    ]);
  });

  test('Tags of the page are named as it prints them.', () => {
    const topics = { value: ['NHS', 'Zürich'], from: 'meta' as const };
    expect(names({ scraped: { topics } })).toEqual([
      ['harbour/nhs', 'NHS'],
      ['harbour/zurich', 'Zürich'],
    ]);
  });
});

describe('the shape of a category', () => {
  const pathOf = (term: string, scheme: string | null) =>
    pathsOf({ ...input, entry: anEntry({ categories: [{ term, scheme }] }) }).value;

  test.each([
    ['quay/world', 'quay.example/Taxonomy', ['quay/world']],
    [' quay/world ', 'quay.example/taxonomy', ['quay/world']],
    ['world', 'quay.example/taxonomy', []],
    ['quay/world', 'quay.example/keywords', []],
    ['World News', null, ['harbour/world-news']],
    ['—', null, []],
  ])('of "%s" under %s gives %j', (term, scheme, paths) => {
    expect(pathOf(term, scheme)).toEqual(paths);
  });
});

describe('a rule for categories', () => {
  const pathBy = (path: 'term' | 'scheme' | 'name', scheme: string | null, term = 'Port Fees') => {
    const rules = { urls: [], categories: [{ scheme: 'https://quay.example', path }], drop: [] };
    return pathsOf({ ...input, rules, entry: anEntry({ categories: [{ scheme, term }] }) });
  };

  test('takes the term as the path', () => {
    expect(pathBy('term', 'quay.example/x', ' quay/fees ')).toEqual({
      value: ['quay/fees'],
      from: 'rule',
    });
  });

  test('reads a scheme with or without its protocol, escapes and all', () => {
    expect(pathBy('scheme', 'http://quay.example/a%20b/c').value).toEqual(['harbour/a-b/c']);
    expect(pathBy('name', 'quay.example/topics').value).toEqual(['harbour/topics/port-fees']);
    expect(pathBy('name', 'quay.example').value).toEqual(['harbour/port-fees']);
    expect(pathBy('scheme', 'https://quay.example').value).toEqual([]);
  });

  test('is for its scheme alone', () => {
    expect(pathBy('term', 'hill.example/x').value).toEqual([]);
    expect(pathBy('term', null)).toEqual({ value: ['harbour/port-fees'], from: 'feed' });
  });
});

test('of an address numbers and the story’s own segment are no topics, nor what is longer than 40 letters', () => {
  const long = (letters: number) => 'a'.repeat(letters);
  const of = (path: string) => pathsOf({ ...input, url: `https://harbour.example${path}` }).value;
  expect(of(`/news/2026/${long(40)}/7`)).toEqual([`harbour/news/${long(40)}`]);
  expect(of(`/news/2026/${long(41)}/7`)).toEqual(['harbour/news']);
  expect(of('/2026/pier')).toEqual([]);
  expect(of('/caf%C3%A9/pier')).toEqual(['harbour/cafe']);
});

test('a rule that finds its address in none leaves the word to the feed', () => {
  const rules = { urls: [{ match: '/none/', path: 'none' }], categories: [], drop: [] };
  const entry = anEntry({ categories: [{ scheme: null, term: 'Fees' }] });
  expect(pathsOf({ ...input, rules, entry })).toEqual({ value: ['harbour/fees'], from: 'feed' });
});

test('a path is named by the section that the page prints, and topics that are dropped are none', () => {
  const rules = { urls: [], categories: [], drop: ['Front Page'] };
  const scraped = {
    taxonomyPaths: { value: ['harbour/new-money'], from: 'meta' as const },
    topics: { value: ['Front page'], from: 'meta' as const },
    section: { value: ' New Money ', from: 'meta' as const },
  };
  expect(topicsOf({ ...input, rules, scraped }).value).toEqual([
    { path: 'harbour/new-money', name: 'New Money' },
  ]);
  expect(pathsOf({ ...input, rules, scraped: { topics: scraped.topics } }).value).toEqual([]);
});
