import { randomUUID } from 'node:crypto';
import { Queue, Worker, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';

/** A queue of a test's own with plain BullMQ, closed when the test is done. */
export function trapQueue({ url, prefix }: { url: string; prefix: string }) {
  const name = `trap-${randomUUID().slice(0, 8)}`;
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const queue = new Queue(name, { connection, prefix });
  queue.on('error', () => {});
  onTestFinished(async () => {
    await queue.close();
    connection.disconnect();
  });
  const startWorker = (process: Processor | null, options: Partial<WorkerOptions> = {}) => {
    const worker = new Worker(name, process, { connection, prefix, ...options });
    worker.on('error', () => {});
    onTestFinished(() => worker.close(true));
    return worker;
  };
  return { queue, connection, prefix, name, startWorker };
}

/** Resolves with what the worker says first of the two. */
export async function outcome(worker: Worker): Promise<{ kind: string; reason?: string }> {
  return await new Promise((resolve) => {
    worker.once('completed', () => resolve({ kind: 'completed' }));
    worker.once('failed', (_job, { message }) => resolve({ kind: 'failed', reason: message }));
  });
}
