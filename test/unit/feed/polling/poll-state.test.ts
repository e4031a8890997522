import { describe, expect, test } from 'vitest';
import { newPollState, pollStateSchema } from '../../../../src/feed/polling/poll-state.ts';

const known = {
  nextPollAtMs: 5,
  lastPolledAtMs: 4,
  lastOutcome: { kind: 'failed', code: 'http-503', message: 'x' },
  failures: 2,
  failingSinceMs: 1,
  succeededAtMs: 1,
  validators: { url: 'https://harbour.example/feed', etag: '"a"' },
  bodyHash: 'x',
  hints: { ttlMs: 1, skipHours: [1], skipDays: ['Sunday'], updatePeriodMs: null },
  maxAgeMs: 3,
  movedTo: 'https://harbour.example/new',
  move: { to: 'https://harbour.example/new', sinceMs: 1, seen: 1 },
  goneSinceMs: 1,
  disabledAtMs: 2,
  rhythm: { entriesPerHour: Array.from({ length: 24 }, () => 0.5), days: 1, updatedAtMs: 1 },
  fullAtMs: 1,
  newsAtMs: 1,
  gapMs: 1,
  falseValidators: { url: 'https://harbour.example/feed', etag: '"b"' },
  holds: 'news',
  repairedReadings: 1,
};

test('a feed that was never polled knows nothing, and is written and read back', () => {
  const state = newPollState(7);
  expect(pollStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  const { nextPollAtMs, failures, repairedReadings, ...rest } = state;
  expect([nextPollAtMs, failures, repairedReadings]).toEqual([7, 0, 0]);
  expect(new Set(Object.values(rest))).toEqual(new Set([null]));
});

test('all that is remembered is read back, also what a later version adds', () => {
  expect(pollStateSchema.parse({ ...known, later: 1 })).toEqual({ ...known, later: 1 });
  const { failingSinceMs: _f, succeededAtMs: _s, repairedReadings: _r, ...rest } = known;
  const {
    fullAtMs: _a,
    newsAtMs: _n,
    gapMs: _g,
    falseValidators: _v,
    holds: _h,
    ...earlier
  } = rest;
  expect(pollStateSchema.parse(earlier)).toEqual({
    ...earlier,
    failingSinceMs: null,
    succeededAtMs: null,
    fullAtMs: null,
    newsAtMs: null,
    gapMs: null,
    repairedReadings: 0,
  });
});

describe('what is damaged is not read', () => {
  test.each([
    { failures: -1 },
    { failures: 0.5 },
    { nextPollAtMs: -1 },
    { maxAgeMs: -1 },
    { lastOutcome: { kind: 'other' } },
    { move: { to: 'x', sinceMs: 1, seen: 0 } },
    { repairedReadings: -1 },
    { rhythm: { ...known.rhythm, entriesPerHour: Array.from({ length: 23 }, () => 0) } },
    { rhythm: { ...known.rhythm, days: -1 } },
  ])('%j', (damage) => {
    expect(pollStateSchema.safeParse({ ...known, ...damage }).success).toBe(false);
  });

  test.each(['changed', 'unchanged', 'failed', 'gone'])('and %s is an outcome', (kind) => {
    expect(pollStateSchema.safeParse({ ...known, lastOutcome: { kind } }).success).toBe(true);
  });
});
