import { describe, expect, test } from 'vitest';
import { rhythmSchema, type Rhythm } from '../../../../src/feed/polling/poll-state.ts';
import { expectedWaitMs, learnRhythm } from '../../../../src/feed/polling/rhythm.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const startMs = Date.UTC(2026, 0, 1);

/** Watches a feed for so many days, polling hourly, that publishes at these minutes of each day. */
function watched(days: number, minutesOfDay: number[], from: Rhythm | null = null): Rhythm {
  let rhythm = from;
  const beginMs = from?.updatedAtMs ?? startMs;
  for (let atMs = beginMs + hourMs; atMs <= beginMs + days * dayMs; atMs += hourMs) {
    const published = minutesOfDay
      .map((minute) => atMs - (atMs % dayMs) + minute * minuteMs)
      .flatMap((timeMs) => [timeMs - dayMs, timeMs])
      .filter((timeMs) => timeMs > atMs - hourMs && timeMs <= atMs);
    rhythm = learnRhythm(rhythm, published, atMs);
  }
  if (rhythm === null) throw new Error('no days');
  return rhythm;
}

const waitMinutes = (rhythm: Rhythm, hourOfDay: number) => {
  const midnightMs = rhythm.updatedAtMs - (rhythm.updatedAtMs % dayMs);
  const waitMs = expectedWaitMs(rhythm, midnightMs + hourOfDay * hourMs, 5 * minuteMs, dayMs);
  return Math.round(waitMs / minuteMs);
};

const every = (minutes: number, fromHour: number, toHour: number) => {
  const times: number[] = [];
  for (let at = fromHour * 60; at < toHour * 60; at += minutes) times.push(at);
  return times;
};

describe('a feed that publishes by day', () => {
  const rhythm = watched(14, every(20, 8, 20));

  test('is asked about as often as it publishes', () => {
    expect(waitMinutes(rhythm, 12)).toBeGreaterThanOrEqual(15);
    expect(waitMinutes(rhythm, 12)).toBeLessThanOrEqual(25);
  });

  test('is left alone in the night until the morning', () => {
    const hours = (22 * 60 + waitMinutes(rhythm, 22)) / 60 - 24;
    expect(hours).toBeGreaterThan(6);
    expect(hours).toBeLessThan(9);
  });

  test('is left alone more and more once it falls silent', () => {
    const silent = watched(14, [], rhythm);
    expect(waitMinutes(silent, 12)).toBeGreaterThan(2 * waitMinutes(rhythm, 12));
  });

  test('is asked more often soon after it becomes busier', () => {
    const busier = watched(4, every(5, 8, 20), rhythm);
    expect(waitMinutes(busier, 12)).toBeLessThan(0.7 * waitMinutes(rhythm, 12));
  });
});

test('a feed that publishes all the time is asked at the shortest interval', () => {
  expect(waitMinutes(watched(7, every(1, 0, 24)), 3)).toBe(5);
});

test('a feed that publishes nothing is asked at the longest', () => {
  expect(waitMinutes(watched(7, []), 3)).toBe(24 * 60);
});

test('the entries of the first sight tell the rhythm before', () => {
  const entryTimes = Array.from({ length: 48 }, (_, i) => startMs - i * 30 * minuteMs);
  const wait = waitMinutes(learnRhythm(null, entryTimes, startMs), 12);
  expect(wait).toBeGreaterThanOrEqual(25);
  expect(wait).toBeLessThanOrEqual(35);
});

test('dates in the future and long past count as seen now', () => {
  const seen = learnRhythm(null, [], startMs);
  const laterMs = startMs + hourMs + minuteMs;
  const odd = [startMs + 365 * dayMs, Date.UTC(1970, 0, 1), Number.MAX_SAFE_INTEGER];
  const rhythm = learnRhythm(seen, odd, laterMs);
  expect(rhythm.entriesPerHour[1]).toBe(3);
  expect(rhythm.entriesPerHour.filter((count) => count > 0)).toEqual([3]);
});

test('a clock that goes back does no harm', () => {
  const rhythm = watched(3, every(60, 0, 24));
  const back = learnRhythm(rhythm, [], rhythm.updatedAtMs - 10 * dayMs);
  expect(rhythmSchema.parse(back).days).toBeCloseTo(rhythm.days, 1);
});

test('a rhythm is small to keep', () => {
  expect(JSON.stringify(watched(20, every(7, 0, 24))).length).toBeLessThan(300);
});

const HOURS_OF_DAY = Array.from({ length: 24 }, () => 0);
const counted = (counts: Record<number, number>) =>
  HOURS_OF_DAY.map((_, hour) => counts[hour] ?? 0);

test('what was learnt counts half a week later, and days of watching with it', () => {
  const before: Rhythm = { entriesPerHour: counted({ 3: 8 }), days: 4, updatedAtMs: startMs };
  const after = learnRhythm(before, [], startMs + 7 * dayMs);
  expect(after).toEqual({
    entriesPerHour: counted({ 3: 4 }),
    days: 9,
    updatedAtMs: startMs + 7 * dayMs,
  });
});

test('a feed’s first entries tell of the seven days before, and of no time to come', () => {
  const first = (...agoMs: number[]) =>
    learnRhythm(
      null,
      agoMs.map((ms) => startMs - ms),
      startMs,
    );
  expect(first(7 * dayMs - 1)).toMatchObject({ days: 7, entriesPerHour: counted({ 0: 1 }) });
  expect(first(7 * dayMs, 2 * dayMs)).toMatchObject({ days: 2, entriesPerHour: counted({ 0: 1 }) });
  expect(first(0, -1)).toMatchObject({ days: 0, entriesPerHour: counted({ 0: 1 }) });
});

test('an entry counts at its own hour up to a day before the last poll, and later as seen now', () => {
  const before = learnRhythm(null, [], startMs);
  const nowMs = startMs + 2 * hourMs;
  const hours = (timeMs: number) => learnRhythm(before, [timeMs], nowMs).entriesPerHour;
  expect(hours(startMs - dayMs + 1)).toEqual(counted({ 0: 1 }));
  expect(hours(startMs - dayMs)).toEqual(counted({ 2: 1 }));
  expect(hours(nowMs + 1)).toEqual(counted({ 2: 1 }));
  expect(hours(startMs + hourMs)).toEqual(counted({ 1: 1 }));
});

test.each<[Record<number, number>, days: number, hour: number, minutes: number]>([
  [{ 12: 4 }, 1, 12, 30],
  [{ 12: 4 }, 2, 12, 60],
  [{ 12: 8 }, 1, 13, 30],
  [{ 12: 8 }, 1, 11, 30],
  [{ 0: 8 }, 1, 23, 30],
  [{ 23: 8 }, 1, 0, 30],
  [{ 12: 4 }, 0, 12, 7.5],
  [{ 12: 4 }, 1, 11.5, 45],
])(
  'the hours beside an hour speak for it by a quarter each: %j over %d days',
  (counts, days, hour, minutes) => {
    const rhythm = { entriesPerHour: counted(counts), days, updatedAtMs: startMs };
    const waitMs = expectedWaitMs(rhythm, startMs + hour * hourMs, 0, dayMs);
    expect(waitMs / minuteMs).toBeCloseTo(minutes, 6);
  },
);

test('the wait is the shortest at least and the longest at most', () => {
  const rhythm = { entriesPerHour: counted({ 12: 4 }), days: 1, updatedAtMs: startMs };
  const noonMs = startMs + 12 * hourMs;
  expect(expectedWaitMs(rhythm, noonMs, hourMs, dayMs)).toBe(hourMs);
  expect(expectedWaitMs(rhythm, noonMs, minuteMs, 10 * minuteMs)).toBe(10 * minuteMs);
});
