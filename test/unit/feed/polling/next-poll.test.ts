import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../../src/config/schedule.ts';
import {
  firstPollAt,
  nextPollAt,
  type PollTiming,
} from '../../../../src/feed/polling/next-poll.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
// A Thursday, noon.
const nowMs = Date.UTC(2026, 0, 15, 12, 0, 0);
const quarterly: Schedule = { kind: 'interval', everyMs: 15 * minuteMs };
const success: PollTiming = {
  failures: 0,
  retryAfterMs: null,
  freshForMs: null,
  hints: null,
  rhythm: null,
};
const noHints = { ttlMs: null, skipHours: [], skipDays: [], updatePeriodMs: null };

function waitMs(timing: Partial<PollTiming>, random = 0, schedule: Schedule = quarterly): number {
  return nextPollAt({ ...success, ...timing }, { schedule, nowMs, random: () => random }) - nowMs;
}

describe('after a success', () => {
  test.each([
    ['the schedule’s interval', {}, 15 * minuteMs],
    ['max-age when it is longer', { freshForMs: 12 * hourMs }, 12 * hourMs],
    ['the interval when max-age is shorter', { freshForMs: minuteMs }, 15 * minuteMs],
    ['a day when max-age is a year', { freshForMs: 365 * dayMs }, dayMs],
    ['the feed’s ttl', { hints: { ...noHints, ttlMs: hourMs } }, hourMs],
    ['the feed’s update period', { hints: { ...noHints, updatePeriodMs: 3 * hourMs } }, 3 * hourMs],
    [
      'the longest of all wishes',
      { freshForMs: 2 * hourMs, hints: { ...noHints, ttlMs: hourMs, updatePeriodMs: minuteMs } },
      2 * hourMs,
    ],
    ['a day when the ttl is absurd', { hints: { ...noHints, ttlMs: 1e15 } }, dayMs],
  ] as [string, Partial<PollTiming>, number][])('waits %s', (_what, timing, expected) => {
    expect(waitMs(timing)).toBe(expected);
  });

  test('jitter makes the wait up to a tenth longer and never shorter', () => {
    expect(waitMs({}, 0.999)).toBeGreaterThan(15 * minuteMs);
    expect(waitMs({}, 0.999)).toBeLessThanOrEqual(16.5 * minuteMs);
    expect(waitMs({ freshForMs: 15 * minuteMs }, 0.5)).toBeGreaterThanOrEqual(15 * minuteMs);
  });

  test('a cron schedule waits for its tick, but not before the feed is stale', () => {
    const cron: Schedule = { kind: 'cron', pattern: '*/10 * * * *', timezone: 'UTC' };
    expect(waitMs({}, 0.5, cron)).toBe(0);
    expect(waitMs({ freshForMs: hourMs }, 0.5, cron)).toBe(hourMs);
  });
});

describe('hours and days to skip, in GMT', () => {
  const at = (timing: Partial<PollTiming>, random = 0) =>
    new Date(nowMs + waitMs(timing, random)).toISOString();

  test.each([
    ['an hour that is not skipped is taken', { skipHours: [0, 1, 2] }, '2026-01-15T12:15:00.000Z'],
    ['skipped hours are waited out', { skipHours: [12, 13, 14] }, '2026-01-15T15:00:00.000Z'],
    ['a skipped day is waited out', { skipDays: ['Thursday'] }, '2026-01-16T00:00:00.000Z'],
    [
      'days are read whatever their letters',
      { skipDays: [' thursday', 'FRIDAY'] },
      '2026-01-17T00:00:00.000Z',
    ],
    [
      'days and hours together',
      { skipDays: ['Thursday'], skipHours: [0, 1] },
      '2026-01-16T02:00:00.000Z',
    ],
    [
      '24 hours skipped mean nothing',
      { skipHours: Array.from({ length: 24 }, (_, hour) => hour) },
      '2026-01-15T12:15:00.000Z',
    ],
    [
      'hour 24 is hour 0',
      { skipHours: [12, ...Array.from({ length: 12 }, (_, hour) => hour + 13)] },
      '2026-01-16T01:00:00.000Z',
    ],
    [
      '7 days skipped mean nothing',
      { skipDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] },
      '2026-01-15T12:15:00.000Z',
    ],
    ['unknown days mean nothing', { skipDays: ['Donnerstag'] }, '2026-01-15T12:15:00.000Z'],
  ])('%s', (_what, skips, expected) => {
    expect(at({ hints: { ...noHints, ...skips } })).toBe(expected);
  });

  test('those who skip the same hours do not come back in the same second', () => {
    const timing = { hints: { ...noHints, skipHours: [12] } };
    expect(at(timing, 0)).toBe('2026-01-15T13:00:00.000Z');
    expect(at(timing, 0.5)).toBe('2026-01-15T13:05:00.000Z');
  });
});

describe('after failures', () => {
  test('the wait doubles from a quarter of an hour to a day and then stays there', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 10_000].map((failures) =>
      Math.round(waitMs({ failures, failureCode: 'timeout' }) / minuteMs),
    );
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440, 1_440, 1_440]);
  });

  test.each(['http-429', 'http-403', 'http-404'])('%s waits an hour at least', (failureCode) => {
    expect(waitMs({ failures: 1, failureCode })).toBe(hourMs);
    expect(waitMs({ failures: 2, failureCode })).toBe(2 * hourMs);
  });

  test('Retry-After is waited out, and not doubled', () => {
    const failed = { failures: 3, failureCode: 'http-503' };
    expect(waitMs({ ...failed, retryAfterMs: 2 * hourMs })).toBe(2 * hourMs);
    expect(waitMs({ ...failed, retryAfterMs: 7 * dayMs })).toBe(7 * dayMs);
    expect(waitMs({ ...failed, retryAfterMs: minuteMs })).toBe(15 * minuteMs);
  });

  test('jitter lengthens by up to a tenth', () => {
    const wait = waitMs({ failures: 3, failureCode: 'timeout' }, 0.999);
    expect(wait).toBeGreaterThan(hourMs);
    expect(wait).toBeLessThanOrEqual(1.1 * hourMs);
  });

  test('a long interval is kept', () => {
    const daily: Schedule = { kind: 'interval', everyMs: 3 * dayMs };
    expect(waitMs({ failures: 1, failureCode: 'timeout' }, 0, daily)).toBe(3 * dayMs);
  });
});

describe('the first poll', () => {
  const spreadOf = (feedCount: number, schedule = quarterly) =>
    [0, 0.5, 0.999].map(
      (random) => firstPollAt(feedCount, { schedule, nowMs, random: () => random }) - nowMs,
    );

  test('of a handful of feeds comes within seconds', () => {
    expect(spreadOf(3)).toEqual([0, 1_500, 2_997]);
  });

  test('of thousands is spread over the interval', () => {
    expect(spreadOf(5_000)).toEqual([0, 450_000, 899_100]);
  });
});

describe('exactly', () => {
  test('jitter is a tenth of the wait, times what chance says', () => {
    expect(waitMs({}, 0.5)).toBe(15.75 * minuteMs);
    expect(waitMs({ failures: 3, failureCode: 'timeout' }, 0.5)).toBe(63 * minuteMs);
  });

  test.each(['credential-refused', 'credential-withheld'])('%s waits an hour at least', (code) => {
    expect(waitMs({ failures: 1, failureCode: code })).toBe(hourMs);
  });

  test.each([undefined, 'http-500', 'x-http-404', 'http-4040', 'dns'])(
    'the code %s is no refusal',
    (failureCode) => {
      expect(waitMs({ failures: 1, failureCode })).toBe(15 * minuteMs);
    },
  );

  test('other limits bound wishes and backoff', () => {
    const limits = { minBackoffMs: 2 * hourMs, maxMs: 3 * hourMs };
    const wait = (timing: Partial<PollTiming>) =>
      nextPollAt(
        { ...success, ...timing },
        { schedule: quarterly, nowMs, random: () => 0, limits },
      ) - nowMs;
    expect(wait({ failures: 1, failureCode: 'http-404' })).toBe(2 * hourMs);
    expect(wait({ failures: 2 })).toBe(3 * hourMs);
    expect(wait({ freshForMs: 9 * hourMs })).toBe(3 * hourMs);
  });

  test('an adaptive schedule asks at its shortest pause until it has learnt', () => {
    const adaptive: Schedule = { kind: 'adaptive', minMs: 5 * minuteMs, maxMs: dayMs };
    expect(waitMs({}, 0, adaptive)).toBe(5 * minuteMs);
    const entriesPerHour = Array.from({ length: 24 }, () => 1);
    const rhythm = { entriesPerHour, days: 1, updatedAtMs: nowMs };
    expect(waitMs({ rhythm }, 0, adaptive)).toBe(hourMs);
    expect(waitMs({ rhythm })).toBe(15 * minuteMs);
  });

  test('the first poll of a feed with a cron schedule waits for no chance', () => {
    const at = (schedule: Schedule) =>
      firstPollAt(5_000, { schedule, nowMs, random: () => 0.5 }) - nowMs;
    expect(at({ kind: 'cron', pattern: '* * * * *', timezone: 'UTC' })).toBe(0);
    expect(at({ kind: 'adaptive', minMs: hourMs, maxMs: dayMs })).toBe(hourMs / 2);
  });
});
