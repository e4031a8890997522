import { describe, expect, test } from 'vitest';
import {
  changedParts,
  entryFingerprint,
  entryKey,
} from '../../../../src/feed/changes/entry-key.ts';
import type { Entry } from '../../../../src/feed/entry.ts';

const entry: Entry = {
  id: 'https://news.example/articles/c1#0',
  title: 'Ferry back in service',
  link: 'https://news.example/articles/c1?at_medium=RSS&at_campaign=rss',
  published: '2026-10-01T08:30:00.000Z',
  updated: null,
  author: null,
  summary: 'The ferry sails again.',
  content: null,
  categories: [{ term: 'Transport', scheme: null }],
  enclosures: [],
};

describe('the key of an entry', () => {
  test('is its guid without the counter of updates', () => {
    expect(entryKey(entry)).toBe('https://news.example/articles/c1');
    expect(entryKey({ ...entry, id: 'https://news.example/articles/c1#12' })).toBe(entryKey(entry));
  });

  test('keeps what follows a # where the guid is no web address or the part no number', () => {
    expect(entryKey({ ...entry, id: 'item#2' })).toBe('item#2');
    expect(entryKey({ ...entry, id: 'https://news.example/live#post-2' })).toBe(
      'https://news.example/live#post-2',
    );
  });

  test.each([
    ['https://news.example/posts#17', 'https://news.example/n/17'],
    ['https://news.example/articles/c1#17', 'https://news.example/articles/c1?page=2'],
  ])('keeps a number behind # of %s, which is not the page of the entry', (id, link) => {
    expect(entryKey({ ...entry, id, link })).toBe(id);
  });

  test('is its link without tracking where there is no guid', () => {
    expect(entryKey({ ...entry, id: null })).toBe('https://news.example/articles/c1');
  });

  test('is made of title and date where there is neither guid nor link', () => {
    const bare = { ...entry, id: null, link: null };
    expect(entryKey(bare)).toMatch(/^[\da-f]{24}$/);
    expect(entryKey({ ...bare, title: 'Another' })).not.toBe(entryKey(bare));
  });

  test('is null where an entry has nothing to be known by', () => {
    expect(entryKey({ ...entry, id: null, link: null, title: null, published: null })).toBeNull();
  });
});

describe('the fingerprint of an entry', () => {
  test('is the same when only dates or tracking change', () => {
    const bumped = {
      ...entry,
      published: '2026-10-02T08:30:00.000Z',
      updated: '2026-10-02T08:30:00.000Z',
      link: 'https://news.example/articles/c1?utm_source=feed#top',
    };
    expect(entryFingerprint(bumped)).toBe(entryFingerprint(entry));
  });

  test.each<[string, Partial<Entry>]>([
    ['title', { title: 'Ferry out of service' }],
    ['link', { link: 'https://news.example/articles/c2' }],
    ['summary', { summary: 'The ferry does not sail.' }],
    ['content', { content: '<p>The ferry</p>' }],
    ['categories', { categories: [{ term: 'Transport', scheme: 'x' }] }],
    [
      'enclosures',
      { enclosures: [{ url: 'https://news.example/a.jpg', type: null, length: null }] },
    ],
  ])('changes with the %s', (_field, change) => {
    expect(entryFingerprint({ ...entry, ...change })).not.toBe(entryFingerprint(entry));
  });
});

test.each<[string, Partial<Entry>]>([
  ['headline', { title: 'Ferry out of service' }],
  ['place', { link: 'https://news.example/articles/c2' }],
  ['place', { author: 'Ada Quill' }],
  ['text', { content: 'It sails at noon.' }],
  ['pictures', { enclosures: [{ url: 'https://img.example/2.jpg', type: null, length: null }] }],
])('A change of the %s is told as one of it alone.', (part, change) => {
  const before = entryFingerprint(entry);
  expect(changedParts(before, entryFingerprint({ ...entry, ...change }))).toEqual([part]);
});

test('A parameter that the source drops is no part of key and fingerprint.', () => {
  const at = (sid: number) => ({ ...entry, id: null, link: `https://news.example/a?sid=${sid}` });
  const [one, other] = [at(1), at(2)];
  expect(entryKey(one, ['sid'])).toBe(entryKey(other, ['sid']));
  expect(entryFingerprint(one, ['sid'])).toBe(entryFingerprint(other, ['sid']));
  expect(entryKey(one)).not.toBe(entryKey(other));
});

test('A counter counts up to nine digits, behind the address of an entry that is http too.', () => {
  const link = 'http://news.example/a';
  const key = (id: string) => entryKey({ ...entry, id, link });
  expect(key('HTTP://news.example/a#123456789')).toBe('HTTP://news.example/a');
  expect(key('http://news.example/a#1234567890')).toBe('http://news.example/a#1234567890');
  expect(entryKey({ ...entry, id: 'https://news.example/a#1', link: null })).toBe(
    'https://news.example/a#1',
  );
  expect(entryKey({ ...entry, id: 'https://news.example/a#1', link: 'a path' })).toBe(
    'https://news.example/a#1',
  );
});

test('An entry without a title is known by its date, one without a date by its title.', () => {
  const bare = { ...entry, id: null, link: null };
  const keys = [bare, { ...bare, title: null }, { ...bare, published: null }].map((one) =>
    entryKey(one),
  );
  expect(new Set(keys)).toHaveLength(3);
  expect(keys).not.toContain(null);
});
