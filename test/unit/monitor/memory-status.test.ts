import { expect, test } from 'vitest';
import { memoryStatus } from '../../../src/monitor/memory-status.ts';

const DAY = 86_400_000;
const today = 20_000;
const now = today * DAY;
const figures = { usedBytes: 700, limitBytes: 1_000, use: 0.7, days: [] };

test('what a day adds is that of the last week', () => {
  const days = [
    { day: today - 20, usedBytes: 1 },
    { day: today - 7, usedBytes: 630 },
    { day: today - 1, usedBytes: 690 },
  ];
  expect(memoryStatus({ ...figures, days }, now)).toMatchObject({
    bytesPerDay: 10,
    fullAt: new Date(now + 30 * DAY).toISOString(),
  });
});

test('nobody says when it is full without a limit, a past or growth', () => {
  const days = [{ day: today - 1, usedBytes: 800 }];
  const grown = [{ day: today - 1, usedBytes: 600 }];
  expect(memoryStatus(figures, now)).toMatchObject({ bytesPerDay: null, fullAt: null });
  expect(memoryStatus({ ...figures, days }, now).fullAt).toBeNull();
  expect(memoryStatus({ ...figures, days: grown, limitBytes: null }, now).fullAt).toBeNull();
});

test('what fills up in half a year or later is no forecast, and what is full is full now', () => {
  const filling = (usedBytes: number, limitBytes: number) =>
    memoryStatus(
      { ...figures, usedBytes, limitBytes, days: [{ day: today - 1, usedBytes: usedBytes - 1 }] },
      now,
    ).fullAt;
  expect(filling(1_000, 1_179)).toBe(new Date(now + 179 * DAY).toISOString());
  expect(filling(1_000, 1_180)).toBeNull();
  expect(filling(1_000, 900)).toBe(new Date(now).toISOString());
});

test('a day is compared with the first of the seven before it', () => {
  const since = (...days: number[]) =>
    memoryStatus(
      { ...figures, days: days.map((ago) => ({ day: today - ago, usedBytes: 700 - 10 * ago })) },
      now,
    ).bytesPerDay;
  expect([since(8), since(0), since(7), since(1)]).toEqual([null, null, 10, 10]);
});
