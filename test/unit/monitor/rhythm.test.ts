import { expect, test } from 'vitest';
import { daysOf } from '../../../src/monitor/rhythm.ts';

test('hours are counted by days of UTC, the oldest first', () => {
  const HOUR = 3_600_000;
  const start = Date.UTC(2026, 10, 28, 23);
  const hours = [1, 2, 3].map((count, index) => ({
    startMs: start + index * HOUR,
    count,
    usual: 0,
  }));
  expect(daysOf({ hours })).toEqual([
    { startMs: Date.UTC(2026, 10, 28), count: 1 },
    { startMs: Date.UTC(2026, 10, 29), count: 5 },
  ]);
});
