import { expect, test } from 'vitest';
import { destinationState } from '../../../../src/store/destinations/destinations.ts';

const nowMs = 10_000_000;
const down = { sinceMs: 1, reason: 'connection refused', waits: 3, nextTryMs: nowMs + 4_000 };

test.each([
  ['takes its jobs', { failing: [] }, undefined, { state: 'ok' }],
  ['has a job that is ten minutes old', { failing: [] }, nowMs - 600_000, { state: 'ok' }],
  [
    'has a job that is older',
    { failing: [] },
    nowMs - 600_001,
    { state: 'behind', sinceMs: nowMs - 600_001 },
  ],
  [
    'is put off, whatever waits',
    { failing: ['a'], down },
    nowMs - 900_000,
    { state: 'down', sinceMs: 1, reason: 'connection refused', nextTryMs: nowMs + 4_000 },
  ],
])('a destination that %s', (_what, health, oldestWaitingMs, expected) => {
  expect(destinationState(health, { oldestWaitingMs, nowMs })).toMatchObject(expected);
});

test('a destination that takes so many an hour is behind when its oldest job has waited for an hour', () => {
  const nowMs = 10_000_000;
  const standing = (ageMs: number) =>
    destinationState({ failing: [] }, { oldestWaitingMs: nowMs - ageMs, nowMs, maxPerHour: 30 });
  expect(standing(3_600_000)).toEqual({ state: 'ok' });
  expect(standing(3_600_001)).toMatchObject({
    state: 'behind',
    reason: expect.stringContaining('maxPerHour: 30 lets no more through'),
  });
});
