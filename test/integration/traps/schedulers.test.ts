// See adding.test.ts.

import { expect, test } from 'vitest';
import { repeatOptions } from '../../../src/queue/schedule.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { outcome, trapQueue } from './trap-queue.ts';

const redis = testRedis();
const every = 3_600_000;

test('T20: ticks that were missed are made up for by one', async () => {
  const { queue, startWorker } = trapQueue(redis);
  await queue.upsertJobScheduler('tick', { every: 200 }, { name: 'poll' });
  const [first] = await queue.getJobSchedulers(0, -1);
  // Nobody works for several ticks.
  await expect.poll(() => Date.now() - first!.next!, { timeout: 5_000 }).toBeGreaterThan(1_000);
  expect(await queue.getJobCountByTypes('waiting', 'delayed', 'prioritized')).toBe(1);
  await outcome(startWorker(() => Promise.resolve()));
});

test('T21: schedulers made together fire together at once, unless they are told their first time', async () => {
  const { queue } = trapQueue(redis);
  const now = Date.now();
  const ids = Array.from({ length: 50 }, (_, index) => `feed-${index}`);
  await Promise.all(ids.map((id) => queue.upsertJobScheduler(id, { every })));
  expect(await queue.getWaitingCount()).toBe(50);

  const { queue: spread } = trapQueue(redis);
  const schedule = { kind: 'interval', everyMs: every } as const;
  for (const id of ids) {
    await spread.upsertJobScheduler(id, repeatOptions(schedule, id, { feedCount: 50, now }));
  }
  const delayed = await spread.getDelayed();
  const times = delayed.map(({ timestamp, delay }) => timestamp + delay);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(30_000);
});

test('T22: upserting a scheduler again shifts nothing and adds nothing', async () => {
  const { queue } = trapQueue(redis);
  const startDate = Date.now() + 60_000;
  await queue.upsertJobScheduler('feed', { every, startDate });
  const [before] = await queue.getJobSchedulers(0, -1);
  await Promise.all(
    Array.from({ length: 20 }, () => queue.upsertJobScheduler('feed', { every, startDate })),
  );
  const after = await queue.getJobSchedulers(0, -1);
  expect(after.map(({ next }) => next)).toEqual([before!.next]);
  expect(await queue.getDelayedCount()).toBe(1);
  const [tick] = await queue.getDelayed();
  await expect(tick!.remove()).rejects.toThrow(/scheduler/i);
  await queue.drain(true);
  expect(await queue.getJobSchedulersCount()).toBe(1);
});
