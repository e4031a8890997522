import { expect, test } from 'vitest';
import { inGregorian, isSolarHijriYear, solarHijriMonthOf } from '../../../src/dates/calendars.ts';

const day = (year: number, month: number, date: number) => ({ year, month, day: date });

test.each([
  [1299, false],
  [1300, true],
  [1430, true],
  [1431, false],
])('whether %i is a year of the Iranian calendar: %s', (year, expected) => {
  expect(isSolarHijriYear(year)).toBe(expected);
});

test.each(
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'
    .split(' ')
    .map((name, at) => [name, at + 1] as const),
)('%s is its month %i', (name, month) => {
  expect([solarHijriMonthOf(name), solarHijriMonthOf(name.replaceAll('ی', 'ي'))]).toEqual([
    month,
    month,
  ]);
});

test('Amordad is Mordad, and any other word none', () => {
  expect([solarHijriMonthOf('امرداد'), solarHijriMonthOf('March')]).toEqual([5, null]);
});

test.each([
  [day(2569, 3, 9), day(2026, 3, 9)],
  [day(2443, 1, 1), day(1900, 1, 1)],
  [day(2643, 1, 1), day(2100, 1, 1)],
  [day(2442, 1, 1), day(2442, 1, 1)],
  [day(2644, 1, 1), day(2644, 1, 1)],
  [day(2026, 3, 9), day(2026, 3, 9)],
  [day(1405, 1, 1), day(2026, 3, 21)],
  [day(1404, 12, 29), day(2026, 3, 20)],
  [day(1403, 12, 30), day(2025, 3, 20)],
  [day(1404, 12, 30), null],
  [day(1405, 6, 31), day(2026, 9, 22)],
  [day(1405, 7, 1), day(2026, 9, 23)],
  [day(1405, 7, 31), null],
  [day(1405, 9, 4), day(2026, 11, 25)],
])('%j is %j', (written, expected) => {
  expect(inGregorian(written)).toEqual(expected);
});
