import { expect, test } from 'vitest';
import { changesSince } from '../../../../src/feed/changes/changes.ts';
import type { SeenEntries } from '../../../../src/feed/changes/entry-key.ts';
import type { Entry } from '../../../../src/feed/entry.ts';
import { suspicionOf } from '../../../../src/feed/changes/suspicion.ts';

const HOUR = 3_600_000;
const readAtMs = Date.parse('2026-11-23T08:00:00Z');
const nowMs = readAtMs + HOUR;

function entry(number: number, changes: Partial<Entry> = {}): Entry {
  return {
    id: `tag:feed.example,2026:${number}`,
    title: `Story ${number}`,
    link: `https://feed.example/story-${number}`,
    published: '2026-11-23T07:00:00.000Z',
    updated: null,
    author: null,
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    ...changes,
  };
}

const entries = (from: number, to: number, changes: Partial<Entry> = {}) =>
  Array.from({ length: to - from }, (_, index) => entry(from + index, changes));

const young = { published: '2026-11-23T08:30:00.000Z' };

function suspicion(before: Entry[], now: Entry[], repairs: string[] = []) {
  const seen: SeenEntries = changesSince({}, before).seen;
  const changes = changesSince(seen, now);
  return suspicionOf({ seen, readAtMs, entries: now.length, changes, repairs, nowMs })?.kind;
}

test('a first reading is never suspicious', () => {
  expect(suspicion([], entries(0, 500, { published: '2099-01-01T00:00:00.000Z' }))).toBeUndefined();
  expect(suspicion([], [])).toBeUndefined();
});

test.each<[string, Entry[], Entry[], string[], string | undefined]>([
  ['is the same', entries(0, 20), entries(0, 20), [], undefined],
  ['is empty', entries(0, 3), [], [], 'empty'],
  [
    'has a few entries more',
    entries(5, 20),
    [...entries(0, 5, young), ...entries(5, 15)],
    [],
    undefined,
  ],
  ['has a fifth of its entries', entries(0, 20), entries(0, 3), [], 'truncated'],
  ['has half of its entries', entries(0, 20), entries(0, 10), [], undefined],
  [
    'ends in the middle of its document',
    entries(0, 8),
    entries(0, 3),
    ['the document ends before its elements do'],
    'truncated',
  ],
  [
    'never closes its last element and has what it always had',
    entries(0, 8),
    entries(0, 8),
    ['the document ends before its elements do'],
    undefined,
  ],
  [
    'has a new guid for every entry',
    entries(0, 20),
    entries(0, 20).map((known) => ({ ...known, id: `${known.id}-moved` })),
    [],
    'all-new',
  ],
  ['has other entries as old as those it had', entries(0, 20), entries(40, 60), [], 'all-new'],
  ['has turned over since the last reading', entries(0, 20), entries(40, 60, young), [], undefined],
  ['has ten times the entries', entries(0, 5), entries(0, 50, young), [], 'flood'],
  ['grew from one entry to twenty', entries(0, 1), entries(0, 20, young), [], undefined],
  [
    'dates its new entries in 2099',
    entries(5, 20),
    [...entries(0, 5, { published: '2099-01-01T00:00:00.000Z' }), ...entries(5, 20)],
    [],
    'dates',
  ],
  [
    'has one entry dated in 2099',
    entries(5, 20),
    [...entries(0, 1, { published: '2099-01-01T00:00:00.000Z' }), ...entries(5, 20)],
    [],
    undefined,
  ],
  [
    'brings up its archive',
    entries(5, 20),
    [...entries(0, 5, { published: '2019-01-01T00:00:00.000Z' }), ...entries(5, 20)],
    [],
    'dates',
  ],
])('a feed that %s', (_what, before, now, repairs, expected) => {
  expect(suspicion(before, now, repairs)).toBe(expected);
});
