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
