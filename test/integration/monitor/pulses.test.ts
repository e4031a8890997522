import { afterAll, expect, test } from 'vitest';
import { commandConnection } from '../../../src/redis/connection.ts';
import { PULSE_HOURS, PulseStore } from '../../../src/store/health/pulses.ts';
import { Keys } from '../../../src/store/keys.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const redis = commandConnection(url);
afterAll(() => redis.disconnect());
const pulses = new PulseStore(redis, new Keys(prefix));

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 29, 12, 30);

/** Counts by how many hours ago they were, without those of nothing. */
function byAge({ counts }: { counts: Uint16Array }): Record<number, number> {
  const ages = [...counts].map((count, index): [number, number] => [
    PULSE_HOURS - 1 - index,
    count,
  ]);
  return Object.fromEntries(ages.filter(([, count]) => count > 0));
}

test('what is new is counted in the hour in which it was published, for five weeks', async () => {
  const times = [now, now - HOUR, now - HOUR, now - 839 * HOUR, now - 840 * HOUR];
  expect(byAge(await pulses.note('a', times, now))).toEqual({ 0: 1, 1: 2, 839: 1 });
  expect(byAge(await pulses.counts('a', now))).toEqual({ 0: 1, 1: 2, 839: 1 });
});

test('hours pass without a word, and what is five weeks old is forgotten', async () => {
  await pulses.note('b', [now, now - 800 * HOUR], now);
  const later = now + 50 * HOUR;
  expect(byAge(await pulses.counts('b', later))).toEqual({ 50: 1 });
  expect(byAge(await pulses.note('b', [later], later))).toEqual({ 0: 1, 50: 1 });
  const longAfter = later + 3_000 * HOUR;
  expect(byAge(await pulses.note('b', [longAfter], longAfter))).toEqual({ 0: 1 });
});

test('a clock that lags counts what it finds in its own hour, and an unknown source has nothing', async () => {
  await pulses.note('c', [now], now);
  await pulses.note('c', [now - 2 * HOUR], now - 2 * HOUR);
  expect(byAge(await pulses.counts('c', now))).toEqual({ 0: 1, 2: 1 });
  expect(byAge(await pulses.counts('none', now))).toEqual({});
});

test('an hour of more than sixty-five thousand stays at that', async () => {
  const many = Array.from({ length: 70_000 }, () => now);
  expect(byAge(await pulses.note('d', many, now))).toEqual({ 0: 65_535 });
});
