import { QueueEvents, type Queue } from 'bullmq';
import type { RedisClient } from '../redis/redis-client.ts';

/** How a job ended, as far as somebody who waits for it is concerned. */
export type JobResult =
  | { kind: 'completed'; value: unknown }
  | { kind: 'failed'; reason: string }
  /** A try failed; another one will come later, too late to wait for. */
  | { kind: 'retrying'; reason: string };

// Events may have been trimmed, or a job may have failed before anybody listened.
const SWEEP_MS = 5_000;
// A job that is gone has completed; its event is likely on the way, with the result.
const SWEEPS_WITHOUT_JOB = 2;

/**
 * Results of a queue's jobs by id, whichever process works them off: from the queue's events, and
 * from the jobs themselves where an event was missed.
 */
export class JobResults implements AsyncDisposable {
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #results = new Map<string, JobResult>();
  readonly #waiting = new Map<string, PromiseWithResolvers<JobResult>>();
  readonly #misses = new Map<string, number>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(queue: Queue, { connection, prefix }: { connection: RedisClient; prefix: string }) {
    this.#queue = queue;
    this.#events = new QueueEvents(queue.name, { connection, prefix });
    this.#events.on('error', () => {});
    this.#events.on('completed', ({ jobId, returnvalue }) =>
      this.#settle(jobId, { kind: 'completed', value: returnvalue }),
    );
    this.#events.on('failed', ({ jobId, failedReason }) =>
      this.#settle(jobId, { kind: 'failed', reason: failedReason }),
    );
    this.#events.on('delayed', ({ jobId }) => {
      if (this.#waiting.has(jobId)) void this.#look(jobId);
    });
  }

  async listen(): Promise<void> {
    await this.#events.waitUntilReady();
    this.#sweep = setInterval(() => {
      for (const jobId of this.#waiting.keys()) void this.#look(jobId);
    }, SWEEP_MS);
  }

  async of(jobId: string): Promise<JobResult> {
    const known = this.#results.get(jobId);
    if (known) return known;
    const waiting = this.#waiting.get(jobId) ?? Promise.withResolvers<JobResult>();
    this.#waiting.set(jobId, waiting);
    return await waiting.promise;
  }

  #settle(jobId: string, result: JobResult): void {
    this.#results.set(jobId, result);
    this.#waiting.get(jobId)?.resolve(result);
    this.#waiting.delete(jobId);
    this.#misses.delete(jobId);
  }

  async #look(jobId: string): Promise<void> {
    try {
      const job = await this.#queue.getJob(jobId);
      if (this.#results.has(jobId)) return;
      if (!job) this.#miss(jobId);
      else if (await job.isFailed())
        this.#settle(jobId, { kind: 'failed', reason: job.failedReason });
      else if (job.attemptsMade > 0 && (await job.isDelayed())) {
        this.#settle(jobId, { kind: 'retrying', reason: job.failedReason });
      }
    } catch {
      // Redis did not answer: the next sweep asks again.
    }
  }

  #miss(jobId: string): void {
    const misses = (this.#misses.get(jobId) ?? 0) + 1;
    this.#misses.set(jobId, misses);
    if (misses >= SWEEPS_WITHOUT_JOB) this.#settle(jobId, { kind: 'completed', value: undefined });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#sweep);
    await this.#events.close();
  }
}
