import type { Job, Queue } from 'bullmq';
import { z } from 'zod';
import { plainName } from './queues.ts';

/** A job that was given up: what it was about, why, and how it got there. */
export interface QuarantinedJob {
  /** `<queue>/<job id>`: names the job in commands. */
  ref: string;
  queue: string;
  name: string;
  sourceId: string | undefined;
  /** The address or the article it was about. */
  subject: string;
  /** Of the last try. */
  reason: string;
  /** Tries that failed by themselves. */
  attempts: number;
  /** Times that a worker began with it: each throttled wait begins anew, and so does each crash. */
  starts: number;
  /** Workers that it took down, or that went away while they had it. */
  stalls: number;
  /** RFC 3339. */
  addedAt: string;
  failedAt: string;
}

export interface QuarantinedDetails extends QuarantinedJob {
  data: unknown;
  /** One error with its stack for each failed try, oldest first. */
  history: string[];
}

// What any of our payloads may hold that says what the job was about.
const aboutSchema = z.object({
  sourceId: z.string().optional(),
  feedUrl: z.string().optional(),
  articleId: z.string().optional(),
  entry: z.object({ link: z.string() }).optional(),
  record: z.object({ sourceId: z.string(), url: z.string(), id: z.string() }).optional(),
});

function about(data: unknown): { sourceId: string | undefined; subject: string } {
  const parsed = aboutSchema.safeParse(data);
  if (!parsed.success) return { sourceId: undefined, subject: '' };
  const { sourceId, feedUrl, articleId, entry, record } = parsed.data;
  return {
    sourceId: sourceId ?? record?.sourceId,
    subject: entry?.link ?? record?.url ?? articleId ?? feedUrl ?? '',
  };
}

const timeOf = (ms: number | undefined) => new Date(ms ?? 0).toISOString();

function describeJob(queue: string, job: Job): QuarantinedJob {
  return {
    ref: `${queue}/${job.id}`,
    queue,
    name: job.name,
    ...about(job.data),
    reason: job.failedReason,
    attempts: job.attemptsMade,
    starts: job.attemptsStarted,
    stalls: job.stalledCounter,
    addedAt: timeOf(job.timestamp),
    failedAt: timeOf(job.finishedOn),
  };
}

const JOBS_AT_ONCE = 500;

async function failedJobs(queue: Queue): Promise<QuarantinedJob[]> {
  const jobs: QuarantinedJob[] = [];
  for (let start = 0; ; start += JOBS_AT_ONCE) {
    const ids = await queue.getRanges(['failed'], start, start + JOBS_AT_ONCE - 1);
    const page = await Promise.all(ids.map((id) => describedJob(queue, id)));
    jobs.push(...page.filter((job) => job !== undefined));
    if (ids.length < JOBS_AT_ONCE) return jobs;
  }
}

/** A job whose hash was cut or overwritten is listed as that, by its key: it stops no list. */
async function describedJob(queue: Queue, id: string): Promise<QuarantinedJob | undefined> {
  const name = plainName(queue);
  try {
    const job = await queue.getJob(id);
    return job && describeJob(name, job);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return damagedJob(name, id, `${queue.toKey(id)} is damaged: ${why}`);
  }
}

function damagedJob(queue: string, id: string, reason: string): QuarantinedJob {
  return {
    ref: `${queue}/${id}`,
    queue,
    name: '',
    sourceId: undefined,
    subject: '',
    reason,
    attempts: 0,
    starts: 0,
    stalls: 0,
    addedAt: timeOf(undefined),
    failedAt: timeOf(undefined),
  };
}

/** Every job that was given up, the latest first. */
export async function listQuarantine(queues: readonly Queue[]): Promise<QuarantinedJob[]> {
  const jobs = await Promise.all(queues.map((queue) => failedJobs(queue)));
  return jobs.flat().toSorted((a, b) => b.failedAt.localeCompare(a.failedAt));
}

/** Where the given-up job of that `ref` is, and by which id; an id alone will do. */
async function findJob(
  queues: readonly Queue[],
  ref: string,
): Promise<{ queue: Queue; id: string } | undefined> {
  for (const queue of queues) {
    const start = `${plainName(queue)}/`;
    const id = ref.startsWith(start) ? ref.slice(start.length) : ref;
    if ((await queue.getJobState(id)) === 'failed') return { queue, id };
  }
  return undefined;
}

/** Undefined for one that is damaged. */
async function soundJob({ queue, id }: { queue: Queue; id: string }): Promise<Job | undefined> {
  try {
    return await queue.getJob(id);
  } catch {
    return undefined;
  }
}

export async function showQuarantined(
  queues: readonly Queue[],
  ref: string,
): Promise<QuarantinedDetails | undefined> {
  const found = await findJob(queues, ref);
  const described = found && (await describedJob(found.queue, found.id));
  if (!described) return undefined;
  const job = await soundJob(found);
  return { ...described, data: job?.data, history: job?.stacktrace ?? [] };
}

/** Puts a job back into its queue with all its tries; false when there is no such job, or it is damaged. */
export async function retryQuarantined(queues: readonly Queue[], ref: string): Promise<boolean> {
  const found = await findJob(queues, ref);
  const job = found && (await soundJob(found));
  await job?.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  return job !== undefined;
}

/** Forgets a job; false when there is no such job. */
export async function dropQuarantined(queues: readonly Queue[], ref: string): Promise<boolean> {
  const found = await findJob(queues, ref);
  await found?.queue.remove(found.id);
  return found !== undefined;
}

/** Forgets the given-up visits of sources that are configured no more. */
export async function dropOfRemovedSources(
  queues: readonly Queue[],
  isConfigured: (sourceId: string) => boolean,
): Promise<number> {
  let dropped = 0;
  for (const queue of queues) {
    for (const { ref, sourceId } of await failedJobs(queue)) {
      if (sourceId === undefined || isConfigured(sourceId)) continue;
      await queue.remove(ref.slice(ref.indexOf('/') + 1));
      dropped += 1;
    }
  }
  return dropped;
}
