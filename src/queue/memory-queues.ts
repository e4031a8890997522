import { setTimeout as delay } from 'node:timers/promises';
import { PermanentError, ThrottledError } from '../errors.ts';
import type { JobResult } from './job-results.ts';
import type { Queues } from './queues.ts';
import { stepFor, type RepublishOutcome, type RepublishPlan } from './republish-plan.ts';
import type { RepublishJob } from './republish-job.ts';
import type { Processor } from './run-job.ts';
import type { PollJob, ScrapeJob } from './topology.ts';

export interface MemoryProcessors {
  poll: Processor<PollJob, unknown>;
  scrape: Processor<ScrapeJob, unknown>;
}

/** A job that a site would have been sent. */
export interface WouldBeSent {
  queue: string;
  job: RepublishJob;
  /** When it would go out (epoch ms), where that is later. */
  dueMs: number | undefined;
}

/** How many are worked on at a time, as with real workers. */
const AT_A_TIME = { poll: 50, scrape: 20 };
/** A host that asks for more patience is one whose job comes back after a pass has ended. */
const MOST_PATIENCE_MS = 120_000;

type Producers = Pick<
  Queues,
  'addPoll' | 'addScrapes' | 'addRecheck' | 'addRepublish' | 'addAgain'
>;

/**
 * The queues of one process without a Redis: jobs are worked off as they come, later looks at pages are left out, and what
 * is for the sites is kept to be looked at.
 */
export class MemoryQueues implements Producers {
  readonly #processors: MemoryProcessors;
  readonly #signal: AbortSignal;
  readonly #results = new Map<string, Promise<JobResult>>();
  readonly #lanes = { poll: new Lane(AT_A_TIME.poll), scrape: new Lane(AT_A_TIME.scrape) };
  readonly #sent = new Map<string, WouldBeSent>();
  /** In the order in which they were found. */
  readonly visits: { data: ScrapeJob; result: Promise<JobResult> }[] = [];

  constructor(processors: MemoryProcessors, signal: AbortSignal) {
    this.#processors = processors;
    this.#signal = signal;
  }

  get results(): { of(jobId: string): Promise<JobResult> } {
    return {
      of: async (jobId) =>
        (await this.#results.get(jobId)) ?? { kind: 'failed', reason: `there is no job ${jobId}` },
    };
  }

  async addPoll(data: PollJob, jobId: string): Promise<void> {
    void this.#begin(jobId, this.#lanes.poll, data, this.#processors.poll);
  }

  async addScrapes(visits: { jobId: string; data: ScrapeJob }[]): Promise<void> {
    for (const { jobId, data } of visits) {
      const result = this.#begin(jobId, this.#lanes.scrape, data, this.#processors.scrape);
      if (result) this.visits.push({ data, result });
    }
  }

  async addRecheck(): Promise<void> {}

  async addAgain(): Promise<void> {}

  async addRepublish(
    queue: string,
    job: RepublishJob,
    plan: RepublishPlan = {},
  ): Promise<RepublishOutcome> {
    const { id } = job.record;
    const key = `${queue} ${id}`;
    const before = this.#sent.get(key);
    const isReplaced = before !== undefined && before.job.record.revision === plan.replaced;
    const superseded = isReplaced ? { job: before.job, plannedMs: before.dueMs } : undefined;
    if (isReplaced) this.#sent.delete(key);
    const step = stepFor(job, superseded, plan);
    if (step.kind === 'never-began') return step;
    const { next, dueMs } = step;
    this.#sent.set(key, { queue, job: next, dueMs });
    return { kind: 'added', action: next.action, ...(dueMs === undefined ? {} : { dueMs }) };
  }

  /** What sites would have been sent of an article. */
  sentOf(articleId: string): WouldBeSent[] {
    return [...this.#sent.values()].filter(({ job }) => job.record.id === articleId);
  }

  /** A job of that id that was added before is that job. */
  #begin<Data>(
    id: string,
    lane: Lane,
    data: Data,
    process: Processor<Data, unknown>,
  ): Promise<JobResult> | undefined {
    if (this.#results.has(id)) return undefined;
    const result = this.#work(id, lane, data, process);
    this.#results.set(id, result);
    return result;
  }

  async #work<Data>(
    id: string,
    lane: Lane,
    data: Data,
    process: Processor<Data, unknown>,
  ): Promise<JobResult> {
    for (let starts = 1; ; starts += 1) {
      const context = { id, attempt: 1, starts, signal: this.#signal };
      const outcome = await lane.run(() => settled(process(data, context)));
      if ('value' in outcome) return { kind: 'completed', value: outcome.value };
      const { error } = outcome;
      const waitMs = error instanceof ThrottledError ? error.untilMs - Date.now() : Infinity;
      if (waitMs > MOST_PATIENCE_MS || this.#signal.aborted) return failedWith(error);
      await delay(Math.max(waitMs, 1), undefined, { signal: this.#signal }).catch(() => {});
    }
  }
}

async function settled<T>(work: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

function failedWith(error: unknown): JobResult {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof PermanentError
    ? { kind: 'failed', reason: `${error.code}: ${message}` }
    : { kind: 'retrying', reason: message };
}

/** So many at a time; the others wait in their order. */
class Lane {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#free = most;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
