// See adding.test.ts.

import { expect, onTestFinished, test } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { startWorker as startOurWorker } from '../../../src/queue/worker.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { outcome, trapQueue } from './trap-queue.ts';

const redis = testRedis();
const SOON = { lockDuration: 1_000, stalledInterval: 100, drainDelay: 1 };

/** Takes the next job as a worker that dies at once: its lock is never renewed. */
async function takeAndDie(start: ReturnType<typeof trapQueue>['startWorker']): Promise<void> {
  const doomed = start(null, { ...SOON, lockDuration: 1 });
  expect(await doomed.getNextJob('token', { block: false })).toBeDefined();
}

test('T6: the job of a dead worker is taken over, and its try is not counted', async () => {
  const { queue, startWorker } = trapQueue(redis);
  await queue.add('job', {}, { jobId: 'held' });
  await takeAndDie(startWorker);
  const tries: number[] = [];
  const worker = startWorker(async (job) => {
    tries.push(job.attemptsMade);
    await Promise.resolve();
  }, SOON);
  expect(await outcome(worker)).toEqual({ kind: 'completed' });
  expect(tries).toEqual([0]);
});

test('T7: a job that outlived its workers too often fails, however many attempts it has', async () => {
  const { queue, startWorker } = trapQueue(redis);
  await queue.add('job', {}, { jobId: 'killer', attempts: 5 });
  await takeAndDie(startWorker);
  const worker = startWorker(() => Promise.resolve(), { ...SOON, maxStalledCount: 0 });
  const ended = await outcome(worker);
  expect(ended.kind).toBe('failed');
  expect(ended.reason).toMatch(/stalled more than allowable limit/);
});

test('T8: a scheduler’s job is let off by BullMQ; ours gives it up at the third death', async () => {
  const { queue, startWorker } = trapQueue(redis);
  await queue.upsertJobScheduler('tick', { every: 3_600_000 }, { name: 'poll' });
  await takeAndDie(startWorker);
  const lenient = startWorker(() => Promise.resolve(), { ...SOON, maxStalledCount: 0 });
  expect(await outcome(lenient)).toEqual({ kind: 'completed' });
});

test('T8: a job that outlived three of our workers is given up with words', async () => {
  const { prefix } = { prefix: `${redis.prefix}-t8` };
  const connection = workerConnection(redis.url);
  onTestFinished(() => connection.disconnect());
  const key = `${prefix}:poll:killer`;
  const { Queue } = await import('bullmq');
  const queue = new Queue('poll', { connection, prefix });
  await queue.add('poll', { sourceId: 's', feedUrl: 'https://x.example/' }, { jobId: 'killer' });
  await connection.hset(key, 'stc', 3);
  const reason = await new Promise<string>((resolve) => {
    const worker = startOurWorker('poll', () => Promise.resolve('done'), {
      connection,
      prefix,
      concurrency: 1,
      takeoverMs: 60_000,
      onTrouble: ({ error }) => resolve(error.message),
    });
    onTestFinished(() => worker.close(0));
  });
  expect(reason).toBe('its worker died with it 3 times');
  await queue.close();
});

test('T15: a connection whose packets vanish is given up by our limit, and work goes on', async () => {
  const { Proxy } = await import('../../support/site/proxy.ts');
  const { OwnRedis } = await import('../../support/redis/own-redis.ts');
  await using server = await OwnRedis.start({ appendonly: 'no' });
  await using proxy = await Proxy.start(server.port);
  const connection = workerConnection(`redis://127.0.0.1:${proxy.port}`);
  connection.on('error', () => {});
  const done: string[] = [];
  const worker = startOurWorker(
    'poll',
    async (_job, { id }) => {
      done.push(id);
      await Promise.resolve();
    },
    { connection, prefix: 'hole', concurrency: 1, takeoverMs: 60_000, onTrouble: () => {} },
  );
  const { Queue } = await import('bullmq');
  await server.use(async (client) => {
    const queue = new Queue('poll', { connection: client, prefix: 'hole' });
    const data = { sourceId: 's', feedUrl: 'https://x.example/' };
    await queue.add('poll', data, { jobId: 'before' });
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['before']);
    proxy.swallowAll();
    await queue.add('poll', data, { jobId: 'after' });
    await expect.poll(() => done, { timeout: 40_000 }).toEqual(['before', 'after']);
    await queue.close();
  });
  await worker.close(0);
  connection.disconnect();
});
