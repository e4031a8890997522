// See adding.test.ts.

import { DelayedError, UnrecoverableError, Worker } from 'bullmq';
import { expect, test } from 'vitest';
import { testRedis } from '../../support/redis/redis.ts';
import { outcome, trapQueue } from './trap-queue.ts';

const redis = testRedis();

test('T24: a job that is put off three times has used no attempt but its last', async () => {
  const { queue, startWorker } = trapQueue(redis);
  let starts = 0;
  const worker = startWorker(async (job, token) => {
    starts += 1;
    if (starts === 4) return;
    await job.moveToDelayed(Date.now() + 10, token);
    throw new DelayedError();
  });
  const ended = outcome(worker);
  const { id } = await queue.add('job', {}, { attempts: 2 });
  expect(await ended).toEqual({ kind: 'completed' });
  const job = await queue.getJob(id!);
  expect([job!.attemptsMade, job!.attemptsStarted]).toEqual([1, 4]);
});

test('T23: a rate limit set for one host holds up the whole queue', async () => {
  const { queue, startWorker } = trapQueue(redis);
  const ran: string[] = [];
  const first = Promise.withResolvers<void>();
  const worker = startWorker(
    async (job) => {
      ran.push(job.name);
      if (ran.length > 1) return;
      first.resolve();
      await queue.rateLimit(500);
      throw Worker.RateLimitError();
    },
    { limiter: { max: 1_000, duration: 1 } },
  );
  await queue.addBulk([
    { name: 'slow-host', data: {} },
    { name: 'other-host', data: {} },
  ]);
  await first.promise;
  const left = await queue.getRateLimitTtl();
  expect(left).toBeGreaterThan(0);
  await outcome(worker);
  await expect.poll(() => ran).toEqual(['slow-host', 'slow-host', 'other-host']);
});

test('an unrecoverable error ends a job at once, whatever attempts it has left', async () => {
  const { queue, startWorker } = trapQueue(redis);
  const worker = startWorker(() => Promise.reject(new UnrecoverableError('never')));
  const ended = outcome(worker);
  const { id } = await queue.add('job', {}, { attempts: 5 });
  await ended;
  const job = await queue.getJob(id!);
  expect([await job!.getState(), job!.attemptsMade]).toEqual(['failed', 1]);
});
