import type { Job, Queue } from 'bullmq';
import { cleanUrl } from '../clean-url.ts';
import { isPlannedJob, plannedFor } from './planned-job.ts';
import { plainName, type Queues } from './queues.ts';
import { recheckJobId } from './recheck.ts';
import { republishJobId } from './republish-job.ts';
import { recheckJobSchema, scrapeJobSchema } from './topology.ts';

/** Where one job of an article is right now. Times in epoch milliseconds. */
export interface JobState {
  queue: string;
  id: string;
  /** `waiting`, `active`, `delayed`, `completed`, `failed`… */
  state: string;
  addedAt: number;
  /** When it ended, or when it is to run. */
  at: number | undefined;
  /** Of the last failed try. */
  reason: string | undefined;
}

/** BullMQ orders delayed jobs by their time in milliseconds, shifted by these bits. */
const SCORES_PER_MS = 0x1000;

/** When a delayed job is due: what the job itself holds is the delay it was last given, not since when. */
async function dueAt(queue: Queue, job: Job): Promise<number | undefined> {
  const client = await queue.backend.client;
  const score = await client.zscore(queue.toKey('delayed'), job.id!);
  return score === null ? undefined : Math.floor(Number(score) / SCORES_PER_MS);
}

async function jobStateOf(queue: Queue, job: Job): Promise<JobState> {
  const state = await job.getState();
  return {
    queue: plainName(queue),
    id: job.id!,
    state,
    addedAt: job.timestamp,
    at: job.finishedOn ?? (state === 'delayed' ? await dueAt(queue, job) : undefined),
    reason: job.failedReason || undefined,
  };
}

/** The sites' jobs of these revisions, as far as their queues still have them. */
export async function republishJobs(
  { sites }: Pick<Queues, 'sites'>,
  articleId: string,
  revisions: readonly number[],
): Promise<JobState[]> {
  const found = sites.flatMap((queue) =>
    revisions.map(async (revision) => {
      const job = await queue.getJob(republishJobId({ record: { id: articleId, revision } }));
      return job && (await jobStateOf(queue, job));
    }),
  );
  return (await Promise.all(found)).filter((state) => state !== undefined);
}

/** The looks at an article's page that its schedule has still to come. */
export async function recheckJobs(
  { scrape }: Pick<Queues, 'scrape'>,
  articleId: string,
  steps: readonly number[],
): Promise<JobState[]> {
  const jobs = await Promise.all(
    steps.map((stepMs) => scrape.getJob(recheckJobId(articleId, stepMs))),
  );
  return await Promise.all(
    jobs.filter((job) => job !== undefined).map((job) => jobStateOf(scrape, job)),
  );
}

/** When the first of a queue's jobs that are put off is due (epoch ms). */
export async function firstDue(queue: Queue): Promise<number | undefined> {
  const client = await queue.backend.client;
  const reply = await client.zrange(queue.toKey('delayed'), 0, 0, { WITHSCORES: true });
  return reply[1] === undefined ? undefined : Math.floor(Number(reply[1]) / SCORES_PER_MS);
}

/**
 * Since when the oldest job waits that a queue still has to hand over (epoch ms), as far as is seen at once: since it was
 * added, or since the time that it was to wait for.
 */
export async function oldestUnsent(queue: Queue): Promise<number | undefined> {
  const jobs: (Job | undefined)[] = await queue.getJobs(
    ['waiting', 'active', 'delayed'],
    0,
    0,
    true,
  );
  const since = jobs.flatMap((job) => (job ? [plannedFor(job)] : []));
  return since.length === 0 ? undefined : Math.min(...since);
}

/** How many of a queue's jobs wait for a time that they were given as they were added. */
export async function plannedJobs(queue: Queue): Promise<number> {
  const jobs: (Job | undefined)[] = await queue.getJobs('delayed', 0, MOST_PLANNED);
  return jobs.filter((job) => job !== undefined && isPlannedJob(job)).length;
}

/** More than a site gets within its delay. */
const MOST_PLANNED = 2_000;

const JOBS_A_LOOK = 1_000;
// Somebody who asks waits a second or two, not a minute.
const MOST_JOBS = 5_000;

/** Visits to a page that wait or were given up, found by looking through the queue. */
export async function visitsTo(
  { scrape }: Pick<Queues, 'scrape'>,
  isAbout: (link: string | undefined, articleId: string | undefined) => boolean,
): Promise<JobState[]> {
  const found: JobState[] = [];
  for (let start = 0; start < MOST_JOBS; start += JOBS_A_LOOK) {
    const states = ['failed', 'active', 'waiting', 'delayed'] as const;
    const jobs = await scrape.getJobs([...states], start, start + JOBS_A_LOOK - 1);
    for (const job of jobs as (Job | undefined)[]) {
      const entry = scrapeJobSchema.safeParse(job?.data).data?.entry;
      const articleId = recheckJobSchema.safeParse(job?.data).data?.articleId;
      const link = entry && (cleanUrl(entry.link) ?? entry.link);
      if (job && isAbout(link, articleId)) found.push(await jobStateOf(scrape, job));
    }
    if (jobs.length === 0) break;
  }
  return found;
}
