import { describe, expect, test } from 'vitest';
import { NO_HINTS, WEEKDAYS } from '../../../../src/feed/formats/hints.ts';
import { feedOf, rss } from '../feed-of.ts';

const HOUR = 3_600_000;
const hintsOf = async (channel: string) =>
  (await feedOf(rss(`${channel}<item><title>Bread</title></item>`))).hints;

test('a feed that says nothing gives no hints', async () => {
  expect(await hintsOf('')).toEqual(NO_HINTS);
  expect(NO_HINTS).toEqual({ ttlMs: null, skipHours: [], skipDays: [], updatePeriodMs: null });
});

test.each([
  ['60', 60 * 60_000],
  [' 1 ', 60_000],
  ['0', null],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['999999999', 999_999_999 * 60_000],
  ['1234567890', null],
])('a ttl of "%s" minutes is %s ms', async (ttl, ms) => {
  expect((await hintsOf(`<ttl>${ttl}</ttl>`)).ttlMs).toBe(ms);
});

describe('the period of updates', () => {
  test.each([
    ['hourly', HOUR],
    ['daily', 24 * HOUR],
    ['weekly', 7 * 24 * HOUR],
    ['monthly', 30 * 24 * HOUR],
    ['yearly', 365 * 24 * HOUR],
    ['Hourly', HOUR],
    ['toString', null],
    ['never', null],
  ])('%s is %s ms', async (period, ms) => {
    const { updatePeriodMs } = await hintsOf(`<sy:updatePeriod>${period}</sy:updatePeriod>`);
    expect(updatePeriodMs).toBe(ms);
  });

  test.each([
    ['4', 6],
    ['1', 24],
    ['0', 24],
    ['x', 24],
  ])('is parted by a frequency of %s', async (frequency, hours) => {
    const { updatePeriodMs } = await hintsOf(
      `<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>${frequency}</sy:updateFrequency>`,
    );
    expect(updatePeriodMs).toBe(hours * HOUR);
  });
});

test('hours to skip are those of a day, 24 is 0, each once', async () => {
  const hours = ['0', '24', '7', '23', '25', '100', 'x', '07'].map(
    (hour) => `<hour>${hour}</hour>`,
  );
  expect((await hintsOf(`<skipHours>${hours.join('')}</skipHours>`)).skipHours).toEqual([0, 7, 23]);
});

test('days to skip are those of a week, as written, each once', async () => {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const days = [...names, 'Sunday', 'Someday'].map((day) => `<day>${day}</day>`);
  expect((await hintsOf(`<skipDays>${days.join('')}</skipDays>`)).skipDays).toEqual(names);
  expect(WEEKDAYS).toEqual(names.map((name) => name.toLowerCase()));
});
