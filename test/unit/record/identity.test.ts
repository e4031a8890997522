import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { cleanUrl } from '../../../src/clean-url.ts';
import {
  articleId,
  categoryTerm,
  identify,
  idsBesideItsOwn,
} from '../../../src/record/identity.ts';
import type { Entry } from '../../../src/feed/entry.ts';
import { anEntry } from '../../support/records/entries.ts';

const uuid = '2e3d5f6e-ad24-5beb-b217-fef4df98b992';
const withIdentifier = (term: string): Entry =>
  anEntry({ categories: [{ scheme: 'foxnews.com/metadata/dc.identifier', term }] });

test('the id of a Fox News post is the one that Fox prints itself', () => {
  expect(articleId('cms.foxnews.com', 'post-7064664')).toBe(uuid);
});

describe('identify', () => {
  const canonicalUrl = 'https://www.harbour.example/world/pier';

  test.each([
    ['takes the feed’s dc.identifier', { entry: withIdentifier(uuid) }, uuid],
    ['takes a UUID that the page states', { pageNativeId: uuid.toUpperCase() }, uuid],
    [
      'mints an id of a native id that is no UUID',
      { entry: withIdentifier('vgn-12'), pageNativeId: 'b-77' },
      articleId('harbour.example', 'b-77'),
    ],
    [
      'takes the key that the source’s rules find in the guid, under the rules’ host',
      {
        entry: anEntry({ id: 'tag:harbour.example,2026:news_story-42' }),
        rules: {
          host: 'cms.harbour.example',
          keys: [{ in: 'guid' as const, match: 'news_story-(\\d+)$', key: 'post-$1' }],
        },
      },
      articleId('cms.harbour.example', 'post-42'),
    ],
    [
      'takes the key that the rules find in the address',
      { rules: { keys: [{ in: 'url' as const, match: '/(world)/', key: '$1' }] } },
      articleId('harbour.example', 'world'),
    ],
    [
      'reads a WordPress guid as the post’s number',
      { entry: anEntry({ id: 'https://harbour.example/?p=99' }) },
      articleId('harbour.example', 'post-99'),
    ],
    [
      'ignores the counter behind # that some feeds raise with every update',
      {
        canonicalUrl: 'https://www.harbour.example/articles/c4g',
        entry: anEntry({ id: 'https://www.harbour.example/articles/c4g#3' }),
      },
      articleId('harbour.example', 'https://www.harbour.example/articles/c4g'),
    ],
    [
      'ignores a tracker in a guid that is the entry’s own address, by another scheme',
      { entry: anEntry({ id: 'http://harbour.example/world/pier?utm_source=rss' }) },
      articleId('harbour.example', 'http://harbour.example/world/pier'),
    ],
    ['falls back to the canonical address', {}, articleId('harbour.example', canonicalUrl)],
  ])('%s', (_behaviour, given, expected) => {
    expect(identify({ canonicalUrl, ...given })).toBe(expected);
  });
});

describe('Guids that a cut would make one', () => {
  const idOf = (id: string, canonicalUrl: string, more = {}) =>
    identify({ canonicalUrl, entry: anEntry({ id, link: canonicalUrl }), ...more });
  const page = (n: number) => `https://harbour.example/n/${n}`;

  test.each<[string, (n: number) => string]>([
    ['a number behind #', (n) => `tag:harbour.example,2026:post#${n}`],
    [
      'a number behind # of an address that is not the article’s',
      (n) => `https://harbour.example/posts#${n}`,
    ],
    ['a parameter that elsewhere is a tracker’s', (n) => `https://harbour.example/item?ocid=${n}`],
    ['another such parameter', (n) => `https://harbour.example/item?partner=${n}&utm_source=rss`],
    ['a page number beside an id', (n) => `https://harbour.example/index.php?id=${n}&p=1`],
  ])('differ by %s and give an id each', (_what, guid) => {
    expect(new Set([1, 2, 3].map((n) => idOf(guid(n), page(n)))).size).toBe(3);
  });

  test('of two WordPress sites on one host differ by the site’s path', () => {
    const guids = ['sports', 'politics'].map((site) => `https://harbour.example/${site}/?p=11`);
    expect(new Set(guids.map((guid, n) => idOf(guid, page(n)))).size).toBe(2);
  });

  test('of two WordPress sites whose posts stand on a third host differ by their hosts', () => {
    const guids = ['north', 'south'].map((site) => `https://${site}.example/?p=11`);
    expect(new Set(guids.map((guid, n) => idOf(guid, page(n)))).size).toBe(2);
  });

  test('differ by # alone where the page’s headline is not the entry’s', () => {
    const at = (n: number, title: string) =>
      identify({
        canonicalUrl: page(7),
        entry: anEntry({ id: `${page(7)}#${n}`, link: page(7), title }),
        title: 'All that happened in the harbour today',
      });
    expect(at(1, 'A crane tips over')).not.toBe(at(2, 'The night ferry is cancelled'));
  });
});

test('A WordPress post of any type has the id of its number, by http or https and with or without www.', () => {
  const canonicalUrl = 'https://www.harbour.example/world/pier';
  const guids = [
    'http://harbour.example/?p=99',
    'https://www.harbour.example/?post_type=news&p=99',
  ];
  for (const id of guids) {
    expect(identify({ canonicalUrl, entry: anEntry({ id }) })).toBe(
      articleId('harbour.example', 'post-99'),
    );
  }
});

test('An article whose own key is another’s goes by its addresses, then by its guid and what they carry besides.', () => {
  const address = 'https://harbour.example/item?ocid=2';
  expect(idsBesideItsOwn(['https://harbour.example/', address], 'slot-1', undefined)).toEqual(
    ['https://harbour.example/item', 'slot-1', address].map((key) =>
      articleId('harbour.example', key),
    ),
  );
  expect(idsBesideItsOwn(['https://harbour.example/'], 'slot-1', undefined)).toEqual([]);
});

interface RecordedId {
  /** Null for a site without settings. */
  source: string | null;
  guid: string | null;
  link: string;
  category?: { scheme: string; term: string };
  id: string;
}

const recordings = new URL('../../fixtures/identity/ids-of-version-0.1.0.json', import.meta.url);

describe('Ids that version 0.1.0 gave stay', async () => {
  const outcome = await loadConfig('config/newsrelay.yaml', {});
  const sources = outcome.kind === 'config' ? outcome.config.sources : [];

  test.each(JSON.parse(readFileSync(recordings, 'utf8')) as RecordedId[])(
    '$source $guid $link',
    ({ source: sourceId, guid, link, category, id }) => {
      const source = sources.find((one) => one.id === sourceId);
      expect(source?.id ?? null).toBe(sourceId);
      const canonicalUrl = cleanUrl(link, source?.url?.dropQuery)!;
      const title = 'Harbour board opens pier';
      const entry = anEntry({ id: guid, link, title, categories: category ? [category] : [] });
      expect(identify({ canonicalUrl, rules: source?.identity, entry, title })).toBe(id);
    },
  );
});

describe('A guid', () => {
  const canonicalUrl = 'https://www.harbour.example/world/pier';
  const keyed = (id: string, more: object = {}, entry: object = {}) =>
    identify({ canonicalUrl, entry: anEntry({ id, ...entry }), ...more });
  const by = (key: string) => articleId('harbour.example', key);

  test.each([
    ['https://harbour.example/?p=99&page=2', 'https://harbour.example/?p=99&page=2'],
    ['https://harbour.example/?p=ninety', 'https://harbour.example/?p=ninety'],
    ['https://harbour.example/?page_id=99', 'https://harbour.example/?page_id=99'],
    ['https://other.example/?p=99', 'https://other.example/?p=99'],
    ['ftp://harbour.example/?p=99', 'ftp://harbour.example/?p=99'],
    ['https://harbour.example/?post_type=news', 'https://harbour.example/?post_type=news'],
  ])('%s is no number of a post on this host', (guid, key) => {
    expect(keyed(guid)).toBe(by(key));
  });

  test('of spaces alone is none', () => {
    expect(keyed('  ')).toBe(by(canonicalUrl));
    expect(keyed(' slot-1 ')).toBe(by('slot-1'));
  });

  test('loses what counts updates where the entry’s link is what it names', () => {
    const link = 'https://feeds.example/item/7';
    expect(keyed(`${link}#3`, {}, { link })).toBe(by(link));
  });

  test('loses it where entry or page has no headline, or theirs are alike', () => {
    const guid = `${canonicalUrl}#3`;
    const called = (title: string | null, onPage?: string) =>
      keyed(guid, { title: onPage }, { title });
    expect(called(null, 'Pier opens')).toBe(by(canonicalUrl));
    expect(called('Pier opens')).toBe(by(canonicalUrl));
    expect(called('Pier opens', 'Pier opens')).toBe(by(canonicalUrl));
    expect(called('Gulls rob a baker', 'Pier opens')).toBe(by(guid));
  });
});

test('The first rule that matches gives the key, with what its brackets took.', () => {
  const rules = {
    keys: [
      { in: 'url' as const, match: '/none/', key: 'no' },
      { in: 'guid' as const, match: '^(\\w+)-(\\d+)$', key: '$2/$1/$3' },
      { in: 'url' as const, match: 'world', key: 'late' },
    ],
  };
  const canonicalUrl = 'https://harbour.example/world/pier';
  expect(identify({ canonicalUrl, rules, entry: anEntry({ id: 'slot-7' }) })).toBe(
    articleId('harbour.example', '7/slot/'),
  );
});

test('Ids beside its own are under the rules’ host, and need an address that is a page’s.', () => {
  const rules = { host: 'cms.example', keys: [] };
  const page = 'https://harbour.example/a';
  expect(idsBesideItsOwn(['nowhere', page], null, rules)).toEqual([articleId('cms.example', page)]);
  expect(idsBesideItsOwn(['nowhere'], 'slot-1', rules)).toEqual([]);
});

test('A category that is all spaces names nothing, and the first of its scheme counts.', () => {
  const entry = (...terms: string[]) =>
    anEntry({ categories: terms.map((term) => ({ scheme: 'x/dateline', term })) });
  expect(categoryTerm(entry('  '), 'dateline')).toBeUndefined();
  expect(categoryTerm(entry(' Quay ', 'Hill'), 'dateline')).toBe('Quay');
  expect(categoryTerm(entry('Quay'), 'dc.source')).toBeUndefined();
  expect(categoryTerm(undefined, 'dateline')).toBeUndefined();
});
