import { type Telemetry, Worker } from 'bullmq';
import type { RedisClient } from '../redis/redis-client.ts';
import { queueKey } from './queues.ts';
import type { Processor } from './run-job.ts';
import { jobRunner, STALLED_LIMIT } from './run-job.ts';
import { TOPOLOGY, type JobData, type QueueDefinition, type QueueName } from './topology.ts';

export interface WorkerOptions {
  connection: RedisClient;
  prefix: string;
  concurrency: number;
  /** Most jobs a second over all workers of the queue; no limit when absent. */
  perSecond?: number | undefined;
  /** After this long without a sign of life from their worker, jobs are taken over by another. */
  takeoverMs: number;
  /** Makes a span of every job. */
  telemetry?: Telemetry | undefined;
  /** Called for trouble with Redis and for every failed try of a job; must not throw. */
  onTrouble: (trouble: { error: Error; jobId?: string | undefined; final?: boolean }) => void;
}

export interface RunningWorker {
  /** Takes no more jobs until `release` was called for the same reason; those in hand go on. */
  hold(reason: string): void;
  release(reason: string): void;
  /** Why it takes no jobs just now. */
  holds(): string[];
  /**
   * Stops taking jobs and waits for those in hand; what is not done after `graceMs` is given up and
   * goes back to the queue.
   */
  close(graceMs: number): Promise<void>;
}

// BullMQ's own 15 s would leave a worker idle long after Redis is back.
const RETRY_DELAY_MS = 1_000;

/**
 * Answers of a Redis that takes no writes: memory or disk full, a replica, a cluster in trouble. They
 * come at once, and a worker that asked again at once would burn a core and fill the logs.
 */
const REFUSES_WRITES = /\b(?:OOM|MISCONF|READONLY|NOREPLICAS|CLUSTERDOWN|LOADING|NOAUTH|NOPERM)\b/;
const REST_MS = 1_000;

/** Starts a worker for one kind of the topology's jobs, on the kind's queue or on one of its queues. */
export function startWorker<N extends QueueName, Result>(
  name: N,
  process: Processor<JobData<N>, Result>,
  { connection, prefix, concurrency, perSecond, takeoverMs, telemetry, onTrouble }: WorkerOptions,
  queue: string = name,
): RunningWorker {
  const definition: QueueDefinition = TOPOLOGY[name];
  const run = jobRunner<JobData<N>, Result>(
    definition.schema as never,
    process,
    definition.deadlineMs,
  );
  const worker = new Worker(queueKey(queue, connection), run, {
    connection,
    prefix,
    concurrency,
    lockDuration: takeoverMs,
    stalledInterval: takeoverMs / 2,
    maxStalledCount: STALLED_LIMIT,
    ...(perSecond === undefined ? {} : { limiter: { max: 1, duration: 1_000 / perSecond } }),
    runRetryDelay: RETRY_DELAY_MS,
    ...(telemetry === undefined ? {} : { telemetry }),
  });
  const holds = holdsOf(worker);
  worker.on('error', (error) => {
    if (REFUSES_WRITES.test(error.message)) holds.rest();
    onTrouble({ error });
  });
  worker.on('failed', (job, error) => {
    const final = job === undefined || job.finishedOn !== undefined;
    onTrouble({ error, jobId: job?.id, final });
  });
  return {
    hold: holds.hold,
    release: holds.release,
    holds: holds.reasons,
    close: async (graceMs) => {
      const giveUp = setTimeout(() => worker.cancelAllJobs('the worker stops'), graceMs);
      await worker.close().finally(() => clearTimeout(giveUp));
    },
  };
}

const HELD: Record<string, string> = {
  memory: 'work pauses until Redis has room',
  clock: 'work pauses until the clock is right',
  rest: 'work rests because Redis takes no writes',
};

/** Why a worker takes no jobs, as far as that is: it goes on when no reason is left. */
function holdsOf(worker: Worker) {
  const reasons = new Set<string>();
  const hold = (reason: string) => {
    if (reasons.size === 0) void worker.pause(true);
    reasons.add(reason);
  };
  const release = (reason: string) => {
    if (!reasons.delete(reason) || reasons.size > 0 || worker.closing) return;
    void worker.resume();
  };
  const rest = () => {
    if (reasons.has('rest')) return;
    hold('rest');
    setTimeout(release, REST_MS, 'rest').unref();
  };
  return {
    hold,
    release,
    rest,
    reasons: () => [...reasons].map((reason) => HELD[reason] ?? reason),
  };
}
