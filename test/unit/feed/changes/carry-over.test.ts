// Entry keys drop every tracking parameter of one list. What was remembered while the list was shorter, here
// as an earlier version wrote it, is found again: nothing is new or changed because of the version.

import { describe, expect, test } from 'vitest';
import { changesSince } from '../../../../src/feed/changes/changes.ts';
import { earlierFingerprint, earlierSeenKey } from '../../../../src/feed/changes/entry-key.ts';
import type { Entry } from '../../../../src/feed/entry.ts';

const EMPTY = { author: null, updated: null, content: null, categories: [], enclosures: [] };
const FERRY: Entry = {
  ...EMPTY,
  id: null,
  title: 'Ferry back in service',
  link: 'https://news.example/ferry?ncid=feed&spm=a1.b2',
  published: '2026-10-01T08:30:00.000Z',
  summary: 'The ferry sails again.',
};
const PIER: Entry = {
  ...EMPTY,
  id: 'tag:news.example,2026:pier',
  title: 'Pier opens',
  link: 'https://news.example/pier?mtm_source=feed&ITO=1',
  published: '2026-10-01T07:30:00.000Z',
  summary: 'It opens at noon.',
};
const FAIR: Entry = {
  ...EMPTY,
  id: null,
  title: 'Harbour fair',
  link: 'https://news.example/fair',
  published: '2026-10-01T06:30:00.000Z',
  summary: 'Until Sunday.',
};
const FEED = [FERRY, PIER, FAIR];
/** What version 0.1.0 remembered of this feed, oldest first. */
const RECORDED = {
  MPXgHJxWLwYM0IUh: '52e3dfa97d6d321448c52c0f',
  f30dL2BVSDGDe18o: 'b97ba2f2ad41b3a0e5cac03a',
  '4Xa0wLrLZceHpu5a': 'e48bd061602224f96621445f',
};

const kinds = (seen: Record<string, string>, entries: Entry[]) =>
  changesSince(seen, entries).changed.map(({ kind, entry }) => [kind, entry.title]);

describe('a feed remembered by an earlier version', () => {
  test('An entry whose link has a parameter that joined the list later is neither new nor changed.', () => {
    expect(kinds(RECORDED, FEED)).toEqual([]);
  });

  test('An entry remembered under its earlier key has not left the feed.', () => {
    expect(changesSince(RECORDED, FEED).left).toEqual([]);
  });

  test('An entry that says something new since then is changed, and an unknown one is new.', () => {
    const edited = { ...FERRY, title: 'Ferry out of service' };
    const fresh = { ...FERRY, link: 'https://news.example/lock?spm=a1.b3', title: 'Lock shut' };
    expect(kinds(RECORDED, [fresh, edited, PIER, FAIR])).toEqual([
      ['changed', 'Ferry out of service'],
      ['new', 'Lock shut'],
    ]);
  });

  test('An entry that was taken out since then has left.', () => {
    expect(changesSince(RECORDED, [FERRY, FAIR]).left).toEqual(['f30dL2BVSDGDe18o']);
  });

  test('The next reading needs the earlier keys no more.', () => {
    const { seen } = changesSince(RECORDED, FEED);
    const later = { ...FERRY, link: 'https://news.example/ferry?ncid=feed&spm=c3.d4' };
    expect(kinds(seen, [later, PIER, FAIR])).toEqual([]);
    expect(changesSince(seen, [later, PIER, FAIR]).left).toEqual([]);
  });
});

test('Entries that the earlier version knew by one cut guid are visited, and none has left.', () => {
  const at = (n: number) => ({
    ...FAIR,
    id: `https://news.example/posts#${n}`,
    link: `https://news.example/n/${n}`,
    title: `Post ${n}`,
  });
  const feed = [at(3), at(2), at(1)];
  const byCut = { [earlierSeenKey(at(1))!]: earlierFingerprint(at(1), (link) => link) };
  const { changed, left, seen } = changesSince(byCut, feed);
  expect(changed.map(({ entry }) => entry.title)).toEqual(['Post 2', 'Post 3']);
  expect([left, kinds(seen, feed)]).toEqual([[], []]);
});

test.each([
  'spm',
  'ref_src',
  '_ga',
  'ftag',
  'ncid',
  'taid',
  'mtm_source',
  'xtor',
  'ito',
  'rss',
  'CMP',
])('An entry whose link carries another %s at every poll is the same entry.', (name) => {
  const at = (value: string) => ({ ...FAIR, link: `${FAIR.link}?id=7&${name}=${value}` });
  const { seen } = changesSince({}, [at('one')]);
  expect(kinds(seen, [at('two')])).toEqual([]);
});

test('A parameter that chooses what is read tells two entries apart.', () => {
  const at = (id: string) => ({ ...FAIR, link: `${FAIR.link}?id=${id}&spm=${id}` });
  expect(kinds(changesSince({}, [at('1')]).seen, [at('2')])).toEqual([['new', 'Harbour fair']]);
});
