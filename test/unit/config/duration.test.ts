import { describe, expect, test } from 'vitest';
import {
  durationMeant,
  durationSchema,
  formatDuration,
  intervalSchema,
  parseDuration,
} from '../../../src/config/duration.ts';

test.each([
  ['250ms', 250],
  ['30s', 30_000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['0s', 0],
])('%s are %i ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
  expect(durationSchema.parse(text)).toBe(ms);
});

test.each([
  [0, '0s'],
  [1, '1ms'],
  [1_500, '1500ms'],
  [90_000, '90s'],
  [120_000, '2m'],
  [5_400_000, '90m'],
  [7_200_000, '2h'],
  [172_800_000, '2d'],
])('%i ms are written as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
  expect(parseDuration(text)).toBe(ms);
});

describe('bounds', () => {
  const isTaken = (text: string) => durationSchema.safeParse(text).success;

  test('a duration is a year and a day at most', () => {
    expect([isTaken('366d'), isTaken('367d')]).toEqual([true, false]);
  });

  test('an interval is a second at least', () => {
    expect(intervalSchema.safeParse('1000ms').success).toBe(true);
    expect(intervalSchema.safeParse('999ms').success).toBe(false);
  });

  test.each(['', '5', 'm', '1.5h', '-1s', '1 h', '1w', '1h30m', ' 1h'])('"%s" is none', (text) => {
    expect(isTaken(text)).toBe(false);
  });
});

const UNITS: Record<string, string> = {
  ms: 'ms msec msecs milli millis millisecond milliseconds',
  s: 's sec secs second seconds',
  m: 'm min mins minute minutes',
  h: 'h hr hrs hour hours',
  d: 'd day days',
};

test.each(
  Object.entries(UNITS).flatMap(([unit, words]) =>
    words.split(' ').flatMap((word) => (word === 'milli' ? [] : [[word, unit] as const])),
  ),
)('5 %s mean 5%s', (word, unit) => {
  expect(durationMeant(`5 ${word}`)).toBe(`5${unit}`);
  expect(durationMeant(` 5${word.toUpperCase()}. `)).toBe(`5${unit}`);
});

test.each(['', 'five minutes', '5', '5 weeks', '5 m 3 s', '5 seconde', '1234567890s'])(
  'nobody knows what "%s" means',
  (text) => {
    expect(durationMeant(text)).toBeUndefined();
  },
);
