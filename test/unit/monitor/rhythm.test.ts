import { expect, test } from 'vitest';
import { daysOf, rhythmOf } from '../../../src/monitor/rhythm.ts';

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

test('the last hours of a source stand beside what is usual then, where that is known', async () => {
  const HOUR = 3_600_000;
  const lastHour = 500_000;
  const counts = new Uint16Array(840);
  counts.set([7, 8, 9], 837);
  const rhythm = async (firstHour: number | null, length = 2) =>
    await rhythmOf(
      'harbour',
      {
        counts: async () => ({ counts, lastHour }),
        pauses: async () => (firstHour === null ? null : { firstHour, newAtMs: 0, gaps: [] }),
      } as never,
      { length, nowMs: lastHour * HOUR },
    );
  expect(await rhythm(null)).toEqual({
    hours: [
      { startMs: (lastHour - 1) * HOUR, count: 8, usual: 0 },
      { startMs: lastHour * HOUR, count: 9, usual: 0 },
    ],
  });
  expect((await rhythm(null, 842)).hours.map(({ count }) => count).slice(0, 3)).toEqual([0, 0, 0]);
  const { hours } = await rhythm(lastHour - 839);
  expect(hours.map(({ count }) => count)).toEqual([8, 9]);
  expect(hours.every(({ usual }) => usual > 0)).toBe(true);
});
