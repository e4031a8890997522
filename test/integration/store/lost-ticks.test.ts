import { expect, test } from 'vitest';
import { Redis } from 'ioredis';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { ScheduleWatch } from '../../../src/service/schedule-watch.ts';

const { url, prefix } = testRedis();

const sources = ['one', 'two', 'three'].map((id) => ({
  id,
  feeds: [`http://127.0.0.1:1/${id}.xml`],
  schedule: '1h',
}));

const HOUR_MS = 3_600_000;

async function open(name: string) {
  const place = { url, prefix: `${prefix}-${name}` };
  // New feeds are visited within seconds: by a clock that is ahead, no visit is due while the test looks.
  const own = await openTestPipeline(sources, place, { now: () => Date.now() + HOUR_MS });
  const redis = new Redis(url);
  const { poll } = own.open.pipeline.queues;
  const watch = new ScheduleWatch(own.open.pipeline);
  await watch.schedule();
  return {
    ...own,
    redis,
    poll,
    watch,
    told: () => own.notices.filter(({ change }) => change === 'polls-lost'),
    [Symbol.asyncDispose]: async () => {
      redis.disconnect();
      await own[Symbol.asyncDispose]();
    },
  };
}

test('a scheduler that has lost its next tick gets another within two looks, and that is told', async () => {
  await using own = await open('lost');
  const [scheduler] = await own.poll.getJobSchedulers(0, -1);
  const jobId = `repeat:${scheduler!.key}:${scheduler!.next}`;
  // As a crash between taking a tick and making the next one leaves it.
  await own.redis.zrem(own.poll.toKey('delayed'), jobId);
  await own.redis.unlink(own.poll.toKey(jobId));
  expect(await own.poll.getDelayedCount()).toBe(2);
  await own.watch.look();
  await own.watch.look();
  expect(await own.poll.getDelayedCount()).toBe(3);
  expect(own.told()).toMatchObject([
    { message: expect.stringContaining(`1 feed was lost, and scheduled anew: ${scheduler!.key}`) },
  ]);
  await own.watch.look();
  expect(own.told()).toHaveLength(1);
});

test('schedulers that are well are left alone, look after look', async () => {
  await using own = await open('well');
  const before = await own.poll.getJobSchedulers(0, -1);
  for (let look = 0; look < 3; look += 1) await own.watch.look();
  expect(await own.poll.getJobSchedulers(0, -1)).toEqual(before);
  expect(own.told()).toEqual([]);
});

test('a Redis that came back empty gets all of them, and that is told', async () => {
  await using own = await open('empty');
  for (const { key } of await own.poll.getJobSchedulers(0, -1)) {
    await own.poll.removeJobScheduler(key);
  }
  await own.watch.look();
  expect(await own.poll.getJobSchedulersCount()).toBe(3);
  expect(own.told()).toMatchObject([{ message: expect.stringContaining('3 feeds were lost') }]);
});
