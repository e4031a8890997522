import { describe, expect, test } from 'vitest';
import {
  afterLook,
  areSame,
  isWholeLookDue,
  silentSince,
} from '../../../../src/feed/polling/validation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);
const unknown = { fullAtMs: null, newsAtMs: null, gapMs: null };
const everyHours = (hours: number) => ({ fullAtMs: START, newsAtMs: START, gapMs: hours * HOUR });

describe('A feed that says "not modified" is asked for its whole document', () => {
  test.each([
    ['after a day where it has news every hour', 1, DAY],
    ['after three pauses where it has news every other day', 48, 6 * DAY],
    ['after a week where it has news once a month', 720, 7 * DAY],
  ])('%s.', (_when, hours, waitMs) => {
    expect(isWholeLookDue(everyHours(hours), START + waitMs - 1)).toBe(false);
    expect(isWholeLookDue(everyHours(hours), START + waitMs)).toBe(true);
  });

  test('a day after the first poll by this version where an earlier one remembered it.', () => {
    expect(isWholeLookDue(unknown, START)).toBe(false);
    const seen = afterLook(unknown, { isWhole: false, newTimesMs: [] }, START);
    expect(isWholeLookDue(seen, START + DAY)).toBe(true);
  });
});

test('The first reading tells the rhythm, and later ones correct it.', () => {
  const newTimesMs = [1, 2, 3, 4].map((n) => START - n * 2 * HOUR);
  const first = afterLook(unknown, { isWhole: true, newTimesMs }, START);
  expect(first).toEqual({ fullAtMs: START, newsAtMs: START, gapMs: 2 * HOUR });
  const later = START + 6 * HOUR;
  const next = afterLook(first, { isWhole: true, newTimesMs: [later] }, later);
  expect(next).toEqual({ fullAtMs: later, newsAtMs: later, gapMs: 3 * HOUR });
  const quiet = afterLook(next, { isWhole: false, newTimesMs: [] }, later + HOUR);
  expect(quiet).toEqual(next);
});

test.each([
  ['an hourly feed', 1, DAY - 1, DAY],
  ['a weekly feed', 168, 20 * DAY, 21 * DAY],
])('%s is silent after three pauses, and a day at least.', (_what, hours, notYet, silent) => {
  expect(silentSince(everyHours(hours), START + notYet)).toBeUndefined();
  expect(silentSince(everyHours(hours), START + silent)).toBe(START);
});

test('Of a feed without a rhythm nothing is said.', () => {
  expect(silentSince(unknown, START)).toBeUndefined();
});

test('A server’s word is the same where all of it is.', () => {
  const url = 'https://a.example/f';
  const one = { url, etag: '"a"', lastModified: 'x' };
  expect(areSame(one, { ...one })).toBe(true);
  expect(areSame({ url }, { url })).toBe(true);
  for (const other of [
    { ...one, etag: '"b"' },
    { ...one, lastModified: 'y' },
    { ...one, url: 'https://a.example/g' },
    null,
    undefined,
  ]) {
    expect(areSame(one, other)).toBe(false);
  }
  expect(areSame(null, null)).toBe(false);
});

test('What was never read whole counts from the first look on, and the last whole look stays.', () => {
  expect(isWholeLookDue(unknown, START + 99 * DAY)).toBe(false);
  const look = (isWhole: boolean) =>
    afterLook(everyHours(1), { isWhole, newTimesMs: [] }, START + HOUR).fullAtMs;
  expect([look(true), look(false)]).toEqual([START + HOUR, START]);
  expect(isWholeLookDue({ ...unknown, fullAtMs: START }, START + DAY)).toBe(true);
});

test('A rhythm without time in it is none, and a clock that goes back makes no pause shorter than none.', () => {
  const news = (state: typeof unknown, nowMs: number) =>
    afterLook(state, { isWhole: true, newTimesMs: [nowMs] }, nowMs).gapMs;
  expect(news(unknown, START)).toBeNull();
  expect(news({ ...unknown, newsAtMs: START } as never, START + HOUR)).toBe(HOUR);
  expect(news(everyHours(4) as never, START - HOUR)).toBe(3 * HOUR);
  expect(news({ ...unknown, newsAtMs: START } as never, START - HOUR)).toBe(0);
});

test.each([
  { ...unknown, newsAtMs: START },
  { ...unknown, gapMs: HOUR },
])('Of half a rhythm nothing is said: %j', (state) => {
  expect(silentSince(state, START + 99 * DAY)).toBeUndefined();
});
