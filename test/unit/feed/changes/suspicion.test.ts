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

const DAY = 24 * HOUR;

/** The same entries under guids that they did not have before. */
const renamed = (from: number, to: number) =>
  entries(from, to).map((known) => ({ ...known, id: `${known.id}-moved` }));

/** New entries that all say they were published at one moment. */
const at = (ms: number, many = 5) =>
  entries(60, 60 + many, { published: new Date(ms).toISOString() });

/** A known feed with so many new entries, so far from now. */
const later = (ms: number, many: number) => [...at(nowMs + ms, many), ...entries(0, 20)];

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

test.each<[string, Entry[], Entry[], string | undefined]>([
  ['five known entries, all with new guids', entries(0, 5), renamed(0, 5), 'all-new'],
  ['four known ones', entries(0, 4), renamed(0, 5), undefined],
  ['four new ones', entries(0, 5), renamed(0, 4), undefined],
  ['one that kept its guid', entries(0, 9), [...renamed(0, 8), entry(8)], undefined],
  ['half of them old', entries(0, 9), [...entries(20, 25), ...entries(30, 35, young)], 'all-new'],
  [
    'fewer than half of them old',
    entries(0, 9),
    [...entries(20, 25), ...entries(30, 36, young)],
    undefined,
  ],
  ['entries of the very moment of the last reading', entries(0, 9), at(readAtMs), undefined],
  ['entries of the moment before', entries(0, 9), at(readAtMs - 1), 'all-new'],
  ['entries without a date', entries(0, 9), entries(20, 25, { published: null }), undefined],
  ['a fifth left of its entries', entries(0, 20), entries(0, 4), undefined],
  ['less than a fifth of ten', entries(0, 10), entries(0, 1), 'truncated'],
  ['less than a fifth of nine', entries(0, 9), entries(0, 1), undefined],
  ['ten times its entries', entries(0, 3), entries(10, 40, young), 'flood'],
  ['not quite ten times its entries', entries(0, 4), entries(10, 49, young), undefined],
  ['29 new entries', entries(0, 2), entries(10, 39, young), undefined],
  ['news of in two days', entries(0, 20), later(2 * DAY, 3), undefined],
  ['news of later than in two days', entries(0, 20), later(2 * DAY + 1, 3), 'dates'],
  ['news of a year ago', entries(0, 20), later(-365 * DAY, 3), undefined],
  ['news of more than a year ago', entries(0, 20), later(-365 * DAY - 1, 3), 'dates'],
  ['two entries with such a date', entries(0, 20), later(9 * DAY, 2), undefined],
  [
    'such dates on half of what is new',
    entries(0, 20),
    [...later(9 * DAY, 3), ...entries(40, 43, young)],
    undefined,
  ],
  [
    'such dates on more than half of what is new',
    entries(0, 20),
    [...later(9 * DAY, 4), ...entries(40, 43, young)],
    'dates',
  ],
  [
    'such dates on all that has one',
    entries(0, 20),
    [...later(9 * DAY, 3), ...entries(40, 49, { published: null })],
    'dates',
  ],
])('%s make a reading of this kind', (_what, before, now, expected) => {
  expect(suspicion(before, now)).toBe(expected);
});

test('a cut document that kept half of its entries is believed', () => {
  const cut = ['the document ends before its elements do'];
  expect(suspicion(entries(0, 8), entries(0, 4), cut)).toBeUndefined();
});

test('entries whose date nobody can compare are old by what they say alone', () => {
  const seen = changesSince({}, entries(0, 9)).seen;
  const found = (now: Entry[]) =>
    suspicionOf({
      seen,
      readAtMs: null,
      entries: now.length,
      changes: changesSince(seen, now),
      repairs: [],
      nowMs,
    })?.message;
  expect(found(entries(20, 29))).toBeUndefined();
  expect(found(renamed(0, 9))).toBe(
    'all of its 9 entries have new ids, and most of them are older than the last reading',
  );
});

test.each([
  [entries(0, 7), [], 'it has no entries, and had 7'],
  [entries(0, 20), entries(0, 3), 'it has 3 entries, and had 20'],
  [entries(0, 3), entries(10, 40, young), 'it has 30 entries, and had 3'],
  [
    entries(0, 20),
    [...later(9 * DAY, 4), ...entries(40, 42, young)],
    '4 of 6 new entries are dated far from today',
  ],
])('what is wrong is told with its numbers: %#', (before, now, message) => {
  const { seen } = changesSince({}, before);
  const changes = changesSince(seen, now);
  const reading = { seen, readAtMs, entries: now.length, changes, repairs: [], nowMs };
  expect(suspicionOf(reading)?.message).toBe(message);
});
