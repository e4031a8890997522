import { expect, test } from 'vitest';
import { destinationState } from '../../../src/store/destinations.ts';

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
