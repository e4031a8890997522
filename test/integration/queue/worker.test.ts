import { EventEmitter, once } from 'node:events';
import { Queue } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { PermanentError } from '../../../src/errors.ts';
import { deliverQueue } from '../../../src/queue/topology.ts';
import { startWorker } from '../../../src/queue/worker.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { republishJob } from '../../support/records/republish-job.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();

test('every failed try of a job is told, and whether it was the last', async () => {
  const connection = workerConnection(url);
  const name = deliverQueue('told');
  const queue = new Queue(name, { connection, prefix });
  const told = new EventEmitter();
  const troubles: unknown[] = [];
  const faults = [
    new Error('a fault that passes'),
    new PermanentError('refused', 'a fault that stays'),
  ];
  const worker = startWorker(
    'deliver',
    () => Promise.reject(faults[troubles.length] ?? new Error('too often')),
    {
      connection,
      prefix,
      concurrency: 1,
      takeoverMs: 30_000,
      onTrouble: ({ error, jobId, final }) => {
        troubles.push([error.message, jobId, final]);
        told.emit('told');
      },
    },
    name,
  );
  onTestFinished(async () => {
    await worker.close(1_000);
    await queue.close();
    connection.disconnect();
  });
  const first = once(told, 'told');
  await queue.add('publish', republishJob(), { jobId: 'job-1', attempts: 8, backoff: 1 });
  await first;
  if (troubles.length < 2) await once(told, 'told');
  expect(troubles).toEqual([
    ['a fault that passes', 'job-1', false],
    ['refused: a fault that stays', 'job-1', true],
  ]);
});
