import { expect, test } from 'vitest';
import {
  afterNews,
  quietFrom,
  usualBetween,
  usualRates,
  type Pauses,
} from '../../../../src/feed/polling/silence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RING = 840;
// A Monday.
const START = Date.UTC(2026, 8, 7);

/** A generator of numbers from 0 up to 1 that always says the same (Park and Miller). */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What the store keeps of a source, as a poll that found something does it. */
class Watch {
  readonly counts = new Uint16Array(RING);
  #lastHour = 0;
  pauses: Pauses | null = null;
  quietFromMs = Infinity;
  rates: number[] = [];

  found(timesMs: number[], nowMs: number): void {
    const hour = Math.floor(nowMs / HOUR);
    const passed = Math.min(hour - this.#lastHour, RING);
    this.counts.copyWithin(0, passed);
    this.counts.fill(0, RING - passed);
    this.#lastHour = hour;
    for (const time of timesMs) {
      const index = RING - 1 - (hour - Math.floor(time / HOUR));
      if (index >= 0) this.counts[index]! += 1;
    }
    const firstHour = this.pauses?.firstHour ?? Math.floor(Math.min(...timesMs) / HOUR);
    this.rates = usualRates({ counts: this.counts, lastHour: hour }, firstHour);
    this.pauses = afterNews(this.pauses, { atMs: nowMs, timesMs }, this.rates);
    this.quietFromMs = quietFrom(this.pauses, this.rates);
  }
}

function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; product *= random()) count += 1;
  return count;
}

interface Habit {
  perDay: number;
  /** What weekends have of a weekday. */
  weekend: number;
  /** First and last hour (UTC) in which it publishes. */
  hours: [number, number];
  pollMs: number;
}

function publishedBetween(habit: Habit, atMs: number, random: () => number): number {
  const date = new Date(atMs);
  const [from, to] = habit.hours;
  const hour = date.getUTCHours();
  if (hour < from || hour > to) return 0;
  const share = [0, 6].includes(date.getUTCDay()) ? habit.weekend : 1;
  return poisson((habit.perDay / (to - from + 1)) * share * (habit.pollMs / HOUR), random);
}

/** Polls from `START` on; nothing is published any more from `diesAtMs` on. */
function watch(habit: Habit, diesAtMs: number, endMs: number, random: () => number) {
  const source = new Watch();
  const alarms: { atMs: number; lastMs: number }[] = [];
  let isTold = false;
  for (let now = START; now < endMs; now += habit.pollMs) {
    const many = now < diesAtMs ? publishedBetween(habit, now, random) : 0;
    if (many > 0) {
      source.found(
        Array.from({ length: many }, () => now),
        now,
      );
      isTold = false;
    } else if (!isTold && source.pauses && now >= source.quietFromMs) {
      isTold = true;
      alarms.push({ atMs: now, lastMs: source.pauses.newAtMs });
    }
  }
  return { alarms, source };
}

const WEEKS_BEFORE = 3;

test(
  'in a fortnight of 200 sources each silence is told in time, with at most one false alarm in 100 source-weeks',
  { timeout: 60_000 },
  () => {
    const random = lehmer(11);
    const begin = START + WEEKS_BEFORE * 7 * DAY;
    const end = begin + 14 * DAY;
    let [falseAlarms, sourceWeeks, silences] = [0, 0, 0];
    for (let index = 0; index < 200; index += 1) {
      const habit: Habit = {
        perDay: [2, 5, 12, 40, 150][index % 5]!,
        weekend: [1, 0.4, 0][index % 3]!,
        hours: index % 4 === 0 ? [0, 23] : [6, 19],
        pollMs: [30, 60, 120][index % 7 === 0 ? 0 : 1 + (index % 2)]! * 60_000,
      };
      const diesAtMs = index % 2 === 0 ? begin + random() * 7 * DAY : Infinity;
      const { alarms, source } = watch(habit, diesAtMs, end, random);
      const isFalse = ({ lastMs, atMs }: (typeof alarms)[number]) =>
        atMs >= begin && lastMs + habit.pollMs < diesAtMs && atMs < diesAtMs;
      falseAlarms += alarms.filter(isFalse).length;
      sourceWeeks += (Math.min(diesAtMs, end) - begin) / (7 * DAY);
      if (diesAtMs === Infinity || source.quietFromMs >= end) continue;
      silences += 1;
      const told = alarms.at(-1)!;
      expect(told.atMs - source.quietFromMs).toBeLessThan(habit.pollMs);
    }
    expect(silences).toBeGreaterThan(50);
    expect(sourceWeeks).toBeGreaterThan(200);
    expect((falseAlarms / sourceWeeks) * 100).toBeLessThanOrEqual(1);
  },
);

test('a source that brings one article a day is quiet on the fourth day without', () => {
  const source = new Watch();
  for (let day = 0; day < 28; day += 1) {
    const at = START + day * DAY + 9 * HOUR;
    source.found([at], at);
  }
  const last = START + 27 * DAY + 9 * HOUR;
  expect(source.quietFromMs - last).toBeGreaterThan(2.5 * DAY);
  expect(source.quietFromMs - last).toBeLessThanOrEqual(4.5 * DAY);
});

test('a busy source is quiet within the day by day and not before the morning by night', () => {
  const random = lehmer(3);
  const habit: Habit = { perDay: 60, weekend: 1, hours: [6, 21], pollMs: 15 * 60_000 };
  const noon = START + 28 * DAY + 12 * HOUR;
  const { source } = watch(habit, noon, noon + HOUR, random);
  expect(source.quietFromMs - noon).toBeLessThan(6 * HOUR);
  const evening = START + 28 * DAY + 21.9 * HOUR;
  const night = watch(habit, evening, evening + HOUR, random).source;
  expect(night.quietFromMs).toBeGreaterThan(START + 29 * DAY + 6 * HOUR);
});

test('nobody calls a source quiet with less than a day of history, or over its first weekend', () => {
  const source = new Watch();
  source.found([START, START + HOUR, START + 2 * HOUR], START + 2 * HOUR);
  expect(source.quietFromMs).toBeGreaterThanOrEqual(START + 3 * DAY);
});

test('what a feed holds at first sight tells how it went on before', () => {
  const source = new Watch();
  const now = START + 14 * DAY;
  source.found(
    Array.from({ length: 28 }, (_, index) => now - index * 12 * HOUR),
    now,
  );
  expect(source.pauses?.gaps).toHaveLength(27);
  expect(source.quietFromMs - now).toBeLessThan(3 * DAY);
});

test('one silence of three weeks does not become a habit', () => {
  const source = new Watch();
  const found = (day: number) => source.found([START + day * DAY], START + day * DAY);
  for (let day = 0; day < 28; day += 1) found(day);
  const before = source.quietFromMs - (START + 27 * DAY);
  found(48);
  for (let day = 49; day < 60; day += 1) found(day);
  expect(source.quietFromMs - (START + 59 * DAY)).toBeLessThan(6 * before);
});

test('rates add up to what was published, and hours without a word are nearly nothing', () => {
  const counts = new Uint16Array(RING);
  const lastHour = Math.floor((START + 35 * DAY) / HOUR) - 1;
  for (let index = 0; index < RING; index += 1) {
    const hour = (lastHour - RING + 1 + index) % 24;
    counts[index] = hour >= 8 && hour < 18 ? 3 : 0;
  }
  const rates = usualRates({ counts, lastHour }, lastHour - RING + 1);
  expect(usualBetween(rates, START, START + DAY)).toBeCloseTo(30, 0);
  expect(usualBetween(rates, START, START + 5 * HOUR)).toBeLessThan(0.1);
});
