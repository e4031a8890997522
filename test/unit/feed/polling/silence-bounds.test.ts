import { describe, expect, test } from 'vitest';
import {
  afterNews,
  quietFrom,
  usualBetween,
  usualRates,
  WEEK_HOURS,
} from '../../../../src/feed/polling/silence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// A Thursday at midnight: the hours of its week begin with 0.
const FIRST_HOUR = 100 * WEEK_HOURS;
const START = FIRST_HOUR * HOUR;
const rateOf = (articles: number) => Array.from({ length: WEEK_HOURS }, () => articles);
const range = (many: number) => Array.from({ length: many }, (_, n) => n + 1);

describe('what is usual in an hour', () => {
  /** A source that was watched for a week, and brought eight articles in one hour of it. */
  const hour = 30;
  const counts = new Uint16Array(5 * WEEK_HOURS);
  counts[4 * WEEK_HOURS + hour] = 8;
  const rates = usualRates({ counts, lastHour: FIRST_HOUR + WEEK_HOURS - 1 }, FIRST_HOUR);
  const mean = 8 / WEEK_HOURS;
  /** What the hour of the day and the day of the week lead to expect, each drawn to the mean by one more hour. */
  const expected = (ofDay: number, ofWeekday: number) =>
    (((ofDay + mean) / (7 + 1)) * ((ofWeekday + mean) / (24 + 1))) / mean;

  test('is half of what it brought and a quarter of what those beside it did, drawn to what is expected', () => {
    expect(rates[hour]).toBeCloseTo((8 / 2 + expected(8 / 2, 8)) / (1 + 1), 9);
    expect(rates[hour + 1]).toBeCloseTo((8 / 4 + expected(8 / 4, 8)) / (1 + 1), 9);
    expect(rates[hour - 1]).toBeCloseTo((8 / 4 + expected(8 / 4, 8)) / (1 + 1), 9);
    expect(rates[hour + 2]).toBeCloseTo(expected(0, 8) / (1 + 1), 9);
    expect(rates[hour + 24]).toBeCloseTo(expected(8 / 2, 0) / (1 + 1), 9);
    expect(rates[hour + 60]).toBeCloseTo(expected(0, 0) / (1 + 1), 9);
  });

  test('is nothing where there was nothing, and the same where every hour was the same', () => {
    const lastHour = FIRST_HOUR + WEEK_HOURS - 1;
    expect(usualRates({ counts: new Uint16Array(WEEK_HOURS), lastHour }, FIRST_HOUR)).toEqual(
      rateOf(0),
    );
    const even = usualRates({ counts: new Uint16Array(WEEK_HOURS).fill(3), lastHour }, 0);
    for (const rate of even) expect(rate).toBeCloseTo(3, 9);
  });

  test('goes by the hours since it is watched alone', () => {
    const late = usualRates(
      { counts, lastHour: FIRST_HOUR + WEEK_HOURS - 1 },
      FIRST_HOUR + hour + 1,
    );
    expect(late).toEqual(rateOf(0));
    const since = usualRates({ counts, lastHour: FIRST_HOUR + WEEK_HOURS - 1 }, FIRST_HOUR + hour);
    expect(since[hour]).toBeGreaterThan(rates[hour]!);
  });
});

test.each([
  [0, 90, 3],
  [15, 45, 1],
  [45, 75, 1],
  [30, 30, 0],
  [60, 30, 0],
])('from minute %i to minute %i of two articles an hour %d are usual', (from, to, many) => {
  expect(usualBetween(rateOf(2), START + from * 60_000, START + to * 60_000)).toBeCloseTo(many, 9);
});

describe('a source is quiet', () => {
  /** Hours from its last news until it counts as quiet, at an article an hour. */
  const patience = (gaps: number[], knownHours = 1_000, rates = rateOf(1)) => {
    const newAtMs = START + knownHours * HOUR;
    return (quietFrom({ firstHour: FIRST_HOUR, newAtMs, gaps }, rates) - newAtMs) / HOUR;
  };
  const byChance = -3 * Math.log(0.02);

  test.each<[string, number[], number]>([
    ['the longest by chance, where none is known', [], byChance],
    ['the longest by chance, where those known are shorter', [1, 2], byChance],
    ['the longest of nine', [...range(8), 50], 150],
    ['the longest of ten', [...range(9), 50], 150],
    ['the second of fifty', [...range(49), 500], 147],
    ['the third of a hundred', [...range(98), 500, 500], 294],
    ['one article, where they are shorter than that', range(10).map(() => 0.1), 3],
  ])('after three times %s', (_what, gaps, hours) => {
    expect(patience(gaps)).toBeCloseTo(hours, 4);
  });

  test('after three days at least while a week of it is not known', () => {
    const short = range(10).map(() => 1);
    expect(patience(short, 7 * 24 - 1)).toBe(72);
    expect(patience(short, 7 * 24)).toBeCloseTo(3, 4);
  });

  test('with a day of history at least, and after ten weeks in any case', () => {
    expect(patience([], 0)).toBe(72);
    expect(patience([], 1_000, rateOf(0))).toBe(10 * WEEK_HOURS);
  });

  test('in the middle of an hour where its expected news falls there', () => {
    const newAtMs = START + 1_000 * HOUR + HOUR / 2;
    const pauses = { firstHour: FIRST_HOUR, newAtMs, gaps: range(10).map(() => 1) };
    expect(quietFrom(pauses, rateOf(2)) - newAtMs).toBe(1.5 * HOUR);
  });
});

describe('the pauses of a source', () => {
  test('are those between its first entries and the poll, each moment once', () => {
    const timesMs = [START + 3 * HOUR, START, START + 3 * HOUR, START + 10 * HOUR];
    expect(afterNews(null, { atMs: START + 12 * HOUR, timesMs }, rateOf(1))).toEqual({
      firstHour: FIRST_HOUR,
      newAtMs: START + 12 * HOUR,
      gaps: [3, 7, 2],
    });
  });

  test('go on with the one since the last news, in hundredths of an article', () => {
    const pauses = { firstHour: 7, newAtMs: START, gaps: [1] };
    const atMs = START + HOUR / 3;
    expect(afterNews(pauses, { atMs, timesMs: [START + 60_000] }, rateOf(1))).toEqual({
      firstHour: 7,
      newAtMs: atMs,
      gaps: [1, 0.33],
    });
  });

  test('are a hundred at most, and none is more than twice what was usual where ten are known', () => {
    const grown = (known: number[]) =>
      afterNews(
        { firstHour: 7, newAtMs: START, gaps: known },
        { atMs: START + 100 * DAY, timesMs: [] },
        rateOf(1),
      ).gaps;
    expect(grown(range(9)).at(-1)).toBe(2_400);
    expect(grown(range(10)).at(-1)).toBe(20);
    const full = grown(range(100));
    expect([full.length, full[0], full.at(-1)]).toEqual([100, 2, 196]);
  });
});
