import { expect, test } from 'vitest';
import type { Source } from '../../../src/config/schema.ts';
import { reconcileSchedulers } from '../../../src/queue/schedule.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { trapQueue } from '../traps/trap-queue.ts';

const redis = testRedis();
const FEEDS = 5_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const sources = Array.from({ length: FEEDS }, (_, index) => ({
  id: `paper-${index}`,
  enabled: true,
  feeds: [`https://paper-${index}.example/feed.xml`],
  schedule: { kind: 'interval', everyMs: HOUR_MS },
})) as Source[];

test('P18: 5,000 feeds on an empty Redis start spread over their interval, and five restarts move none', async () => {
  const { queue } = trapQueue(redis);
  const ticks = async () =>
    new Map((await queue.getJobSchedulers(0, -1)).map(({ key, next }) => [key, next!]));
  const now = Date.now();
  expect(await reconcileSchedulers(queue, sources, now)).toEqual({
    scheduled: FEEDS,
    removed: 0,
  });
  const first = await ticks();
  const perMinute = Array.from({ length: 60 }, () => 0);
  for (const next of first.values()) perMinute[Math.floor((next - now) / MINUTE_MS)]! += 1;
  expect(perMinute.reduce((sum, count) => sum + count, 0)).toBe(FEEDS);
  const even = FEEDS / 60;
  expect(Math.max(...perMinute)).toBeLessThan(1.5 * even);
  expect(Math.min(...perMinute)).toBeGreaterThan(0.5 * even);
  expect(await queue.getJobCountByTypes('waiting', 'active')).toBeLessThan(even);
  for (let restart = 1; restart <= 5; restart += 1) {
    await reconcileSchedulers(queue, sources, now + restart * 2 * MINUTE_MS);
  }
  expect(await ticks()).toEqual(first);
});
