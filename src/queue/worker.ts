import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Processor } from './run-job.ts';
import { jobRunner } from './run-job.ts';
import { topology, type JobData, type QueueDefinition, type QueueName } from './topology.ts';

export interface WorkerOptions {
  connection: Redis;
  prefix: string;
  concurrency: number;
  /** Most jobs a second over all workers of the queue; no limit when absent. */
  perSecond?: number | undefined;
  /** Called for trouble with Redis and for every failed try of a job; must not throw. */
  onTrouble: (trouble: { error: Error; jobId?: string | undefined; final?: boolean }) => void;
}

export interface RunningWorker {
  /** Stops taking jobs and waits for those in hand; with `force` it lets go of them at once. */
  close(force?: boolean): Promise<void>;
}

// A lock must outlive the longest pause of the event loop; a job whose worker died is taken up again
// after lock and check together.
const LOCK_MS = 60_000;
const STALLED_CHECK_MS = 30_000;
const STALLED_LIMIT = 2;

/** Starts a worker for one kind of the topology's jobs, on the kind's queue or on one of its queues. */
export function startWorker<N extends QueueName, Result>(
  name: N,
  process: Processor<JobData<N>, Result>,
  { connection, prefix, concurrency, perSecond, onTrouble }: WorkerOptions,
  queue: string = name,
): RunningWorker {
  const definition: QueueDefinition = topology[name];
  const run = jobRunner<JobData<N>, Result>(
    definition.schema as never,
    process,
    definition.deadlineMs,
  );
  const worker = new Worker(queue, run, {
    connection,
    prefix,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: STALLED_LIMIT,
    ...(perSecond === undefined ? {} : { limiter: { max: 1, duration: 1_000 / perSecond } }),
    ...(definition.maxStartedAttempts ? { maxStartedAttempts: definition.maxStartedAttempts } : {}),
  });
  worker.on('error', (error) => onTrouble({ error }));
  worker.on('failed', (job, error) => {
    const final = job === undefined || job.finishedOn !== undefined;
    onTrouble({ error, jobId: job?.id, final });
  });
  return {
    close: async (force = false) => {
      await worker.close(force);
    },
  };
}
