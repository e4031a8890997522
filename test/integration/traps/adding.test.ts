// Traps of BullMQ that the design relies on or works around. A test that fails after an upgrade says
// which part of the design to look at again.

import { Redis } from 'ioredis';
import { Queue } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { Proxy } from '../../support/site/proxy.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { freePort, OwnRedis } from '../../support/redis/own-redis.ts';
import { outcome, trapQueue } from './trap-queue.ts';

const redis = testRedis();

/** Adds through a network that loses the reply, and resolves to the number of jobs stored. */
async function addWithLostReply(opts: { jobId?: string }): Promise<number> {
  await using server = await OwnRedis.start({ appendonly: 'no' });
  await using proxy = await Proxy.start(server.port);
  const connection = new Redis(proxy.port, '127.0.0.1', { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const queue = new Queue('lossy', { connection, prefix: redis.prefix });
  queue.on('error', () => {});
  await queue.add('warm-up', {});
  proxy.losesNextReply = true;
  await queue.add('job', {}, opts);
  const { waiting } = await queue.getJobCounts('waiting');
  await queue.close();
  connection.disconnect();
  return waiting! - 1;
}

test('T1: a job without an id is stored twice when the reply is lost; with an id, once', async () => {
  expect(await addWithLostReply({})).toBe(2);
  expect(await addWithLostReply({ jobId: 'known' })).toBe(1);
});

test('T2: adding a batch again after a part of it was stored completes it without doubles', async () => {
  const { queue } = trapQueue(redis);
  const batch = Array.from({ length: 100 }, (_, index) => ({
    name: 'job',
    data: { index },
    opts: { jobId: `job-${index}` },
  }));
  await queue.addBulk(batch.slice(0, 37));
  await queue.addBulk(batch);
  expect(await queue.getWaitingCount()).toBe(100);
});

test('T3: a batch with a job that cannot be stored is no error; the job has a negative id', async () => {
  const { queue } = trapQueue(redis);
  const parent = { id: 'nobody', queue: `${redis.prefix}:nowhere` };
  const jobs = await queue.addBulk([
    { name: 'sound', data: {} },
    { name: 'orphan', data: {}, opts: { parent } },
  ]);
  expect(jobs[1]!.id).toBe(-5);
  expect(await queue.getWaitingCount()).toBe(1);
  await expect(queue.add('orphan', {}, { parent })).rejects.toThrow(/parent/i);
});

test('T4: an id is free again after its job completed and was removed, and blocked by a failed one', async () => {
  const { queue, startWorker } = trapQueue(redis);
  let fails = false;
  let runs = 0;
  const worker = startWorker(async () => {
    runs += 1;
    await Promise.resolve();
    if (fails) throw new Error('no');
  });
  const add = async () => {
    const ended = outcome(worker);
    await queue.add('job', {}, { jobId: 'same', removeOnComplete: true });
    return await ended;
  };
  expect(await add()).toMatchObject({ kind: 'completed' });
  fails = true;
  expect(await add()).toMatchObject({ kind: 'failed' });
  expect(runs).toBe(2);
  const ignored = await queue.add('job', {}, { jobId: 'same' });
  expect(ignored.id).toBe('same');
  expect(await queue.getWaitingCount()).toBe(0);
});

test('T16: adding to a Redis that was never up pends instead of failing', async () => {
  const connection = new Redis(await freePort(), '127.0.0.1', { enableOfflineQueue: false });
  connection.on('error', () => {});
  const queue = new Queue('nowhere', { connection });
  queue.on('error', () => {});
  onTestFinished(() => connection.disconnect());
  const added = queue.add('job', {}).then(
    () => 'added',
    () => 'failed',
  );
  const refused = new Promise((resolve) => connection.once('error', () => resolve('refused')));
  expect(await Promise.race([added, refused])).toBe('refused');
  const again = new Promise((resolve) => connection.once('error', () => resolve('refused')));
  expect(await Promise.race([added, again])).toBe('refused');
});

test('T26: a job is tried once where nothing else is said', async () => {
  const { queue, startWorker } = trapQueue(redis);
  const worker = startWorker(() => Promise.reject(new Error('no')));
  const ended = outcome(worker);
  await queue.add('job', {});
  await ended;
  expect(await queue.getFailedCount()).toBe(1);
});

test('T29: data travels as JSON: dates become text, undefined goes, NaN is null, BigInt throws', async () => {
  const { queue } = trapQueue(redis);
  const { id } = await queue.add('job', { at: new Date(0), gone: undefined, count: Number.NaN });
  const stored = await queue.getJob(id!);
  expect(stored!.data).toEqual({ at: '1970-01-01T00:00:00.000Z', count: null });
  await expect(queue.add('job', { big: 1n })).rejects.toThrow(/BigInt/);
});

test('an id of digits alone, or with a colon, is refused', async () => {
  const { queue } = trapQueue(redis);
  await expect(queue.add('job', {}, { jobId: '123' })).rejects.toThrow(/integer/i);
  await expect(queue.add('job', {}, { jobId: 'a:b' })).rejects.toThrow(/:/);
});
