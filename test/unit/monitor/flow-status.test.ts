import { expect, test } from 'vitest';
import { flowStatus, hoursOfFlow } from '../../../src/monitor/flow-status.ts';

const HOUR = 3_600_000;
const noon = new Date(2026, 10, 29, 12, 30).getTime();

test('the hours of today begin at midnight of the operator, those before a week earlier each', () => {
  const { today, lastDay, before } = hoursOfFlow(noon);
  expect(today).toHaveLength(13);
  expect(lastDay).toHaveLength(24);
  expect(lastDay.at(-1)).toBe(Math.floor(noon / HOUR));
  expect(before.map((hours) => today[0]! - hours[0]!)).toEqual([168, 336, 504, 672]);
});

test('what is usual by now is the mean of the weeks in which anything was polled', () => {
  const week = (published: number) => [
    { polls: 4, publish: published },
    { polls: 4, publish: 10 },
  ];
  const half = Math.floor(noon / HOUR) * HOUR + HOUR / 2;
  const flow = {
    lastDay: [{ found: 1 }, { found: 2, publish: 3 }],
    today: [{ publish: 7 }, { publish: 3 }],
    before: [week(20), week(30), [], []],
  };
  expect(flowStatus(flow, half)).toEqual({
    hour: { found: 2, publish: 3 },
    day: { found: 3, publish: 3 },
    publishedToday: 10,
    usualByNow: 30,
  });
  expect(flowStatus({ ...flow, before: [] }, half).usualByNow).toBeNull();
  expect(flowStatus({ ...flow, before: [[{ polls: 1 }]] }, half).usualByNow).toBe(0);
  expect(flowStatus({ lastDay: [], today: [], before: [] }, half)).toEqual({
    hour: {},
    day: {},
    publishedToday: 0,
    usualByNow: null,
  });
});
