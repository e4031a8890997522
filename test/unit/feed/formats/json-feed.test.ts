import { describe, expect, test } from 'vitest';
import { readJsonFeed } from '../../../../src/feed/formats/json-feed.ts';

const url = 'https://harbour.example/feed.json';
const version = 'https://jsonfeed.org/version/1.1';
const read = (document: object, at: string | undefined = url) =>
  readJsonFeed(JSON.stringify({ version, ...document }), at, {});
const entryOf = (item: object) => read({ items: [item] })?.entries[0];

const BREAD = {
  id: 7,
  url: '/bread',
  title: 'Bread &amp; salt',
  summary: ' Dear. ',
  content_html: '<a href="/x">on</a>',
  date_published: '2026-10-01T08:00:00Z',
  date_modified: '2026-10-02T08:00:00Z',
  authors: [{ name: 'Ana' }, { name: ' Orla ' }, {}, null],
  author: { name: 'Ana' },
  tags: ['bread', '', 'salt', null],
  image: '/a.jpg',
  banner_image: 'b.jpg',
  attachments: [
    { url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 },
    { url: '/a.jpg', mime_type: 'image/jpeg', size_in_bytes: -1 },
    { mime_type: 'audio/mpeg' },
  ],
};

describe('a JSON Feed', () => {
  test('gives every field of an entry', () => {
    expect(
      read({
        title: 'Harbour &amp; <b>Times</b>',
        language: 'en',
        items: [BREAD],
      }),
    ).toEqual({
      title: 'Harbour & Times',
      language: 'en',
      hints: { ttlMs: null, skipHours: [], skipDays: [], updatePeriodMs: null },
      repairs: [],
      entries: [
        {
          id: '7',
          title: 'Bread & salt',
          link: 'https://harbour.example/bread',
          published: '2026-10-01T08:00:00.000Z',
          updated: '2026-10-02T08:00:00.000Z',
          author: 'Ana, Orla',
          summary: 'Dear.',
          content: '<a href="https://harbour.example/x">on</a>',
          categories: [
            { term: 'bread', scheme: null },
            { term: 'salt', scheme: null },
          ],
          enclosures: [
            { url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length: 9 },
            { url: 'https://harbour.example/a.jpg', type: 'image/jpeg', length: null, picture: {} },
            { url: 'https://harbour.example/b.jpg', type: null, length: null, picture: {} },
          ],
        },
      ],
    });
  });

  test.each(['https://jsonfeed.org/version/1', 'http://www.jsonfeed.org/version/1.1'])(
    'has the version %s',
    (one) => {
      expect(read({ version: one, items: [{}] })?.entries).toHaveLength(1);
    },
  );

  test.each(['https://jsonfeed.org/', 'x https://jsonfeed.org/version/1', 1, undefined])(
    'has not the version %s',
    (one) => {
      expect(read({ version: one, items: [{}] })).toBeNull();
    },
  );

  test('is none where nothing of it is JSON, or where it breaks off before it says anything', () => {
    for (const text of ['<rss/>', '[1]', `{"version":"${version}"`]) {
      expect(readJsonFeed(text, url, {})).toBeNull();
    }
    expect(readJsonFeed(`{"version":"${version}","title":"T"`, url, {})).toMatchObject({
      title: 'T',
    });
    expect(read({})).toMatchObject({ title: null, language: null, entries: [] });
  });

  test('loses no entry to a field of the wrong type, and an entry that is none alone', () => {
    expect(
      read({
        title: [1],
        authors: 'x',
        items: [{ id: {}, title: 3, tags: 'x', author: 'y', attachments: 7 }, 5, null],
      }),
    ).toMatchObject({
      title: null,
      entries: [{ id: null, title: '3', categories: [], author: null, enclosures: [] }],
    });
    expect(read({ items: 'x' })?.entries).toEqual([]);
  });
});

test.each([
  [{ url: '/a', external_url: '/b', id: 'https://h.example/c' }, 'https://harbour.example/a'],
  [{ url: 'N/A', external_url: '/b' }, 'https://harbour.example/b'],
  [{ external_url: '/b' }, 'https://harbour.example/b'],
  [{ id: 'https://harbour.example/c' }, 'https://harbour.example/c'],
  [{ id: '17' }, null],
])('the link of %j is %s', (item, link) => {
  expect(entryOf(item)?.link).toBe(link);
});

test('a text without markup is escaped where it stands for HTML', () => {
  expect(entryOf({ content_text: 'a < b & c > d' })?.content).toBe('a &lt; b &amp; c &gt; d');
  expect(entryOf({ content_text: 'a', content_html: '<p>b' })?.content).toBe('<p>b');
  expect(entryOf({})?.content).toBeNull();
});

test('the feed’s writers are those of entries that name none', () => {
  const authors = (item: object) =>
    read({ authors: [{ name: 'Desk' }], items: [item] })?.entries[0]?.author;
  expect([authors({}), authors({ authors: [{ name: 'Ana' }] })]).toEqual(['Desk', 'Ana']);
});

test('relative addresses are of the site where it is another host, unless whole links say otherwise', () => {
  const at = 'https://cdn.example/feed.json';
  const link = (...urls: string[]) =>
    read(
      { home_page_url: 'https://harbour.example/', items: urls.map((one) => ({ url: one })) },
      at,
    )?.entries[0]?.link;
  expect(link('/a')).toBe('https://harbour.example/a');
  expect(link('/a', 'https://cdn.example/b')).toBe('https://cdn.example/a');
  expect(read({ items: [{ url: '/a' }] }, 'no address')?.entries[0]?.link).not.toBe(
    'https://harbour.example/a',
  );
});

test('a hostile document nests 100 deep, and has 10,000 entries and 2,000 tags', () => {
  const nested = (levels: number) => {
    const deep = `${'['.repeat(levels - 1)}"]\\"${']'}"${']'.repeat(levels - 1)}`;
    return readJsonFeed(`{"version":"${version}","x":${deep},"title":"[[{{"}`, url, {}) !== null;
  };
  expect([nested(100), nested(101)]).toEqual([true, false]);
  expect(read({ items: Array.from({ length: 10_001 }, () => ({})) })?.entries).toHaveLength(10_000);
  expect(entryOf({ tags: Array.from({ length: 2_001 }, () => 'x') })?.categories).toHaveLength(
    2_000,
  );
});
