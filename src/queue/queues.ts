import { Queue, type JobsOptions, type Telemetry } from 'bullmq';
import type { DestinationOptions } from '../config/schema.ts';
import { withoutSecrets } from '../printable-url.ts';
import { shortHash } from '../short-hash.ts';
import { isPlannedJob, plannedFor } from './planned-job.ts';
import {
  stepFor,
  type RepublishOutcome,
  type RepublishPlan,
  type SupersededJob,
} from './republish-plan.ts';
import { republishJobId, republishJobSchema, type RepublishJob } from './republish-job.ts';
import {
  deliverQueue,
  POLL,
  SCRAPE,
  SITE_JOBS,
  TOPOLOGY,
  type PollJob,
  type RecheckJob,
  type ScrapeJob,
} from './topology.ts';
import type { RedisClient } from '../redis/redis-client.ts';

// Every job has an id that can be computed again, and only that makes adding it twice harmless:
// after a lost reply, a reconnect or a crash the same job is simply the same job. BullMQ forbids `:`
// and ids of digits alone.

/** A feed's id: its source and the feed's own address; a new password or key changes nothing. */
export function feedId({ sourceId, feedUrl }: Pick<PollJob, 'sourceId' | 'feedUrl'>): string {
  return `${sourceId}-${shortHash(withoutSecrets(feedUrl))}`;
}

// What failed for good is superseded as well: nobody needs to look into it any more.
const SUPERSEDABLE = new Set(['waiting', 'delayed', 'prioritized', 'failed']);

/**
 * The name of a queue in Redis. In a cluster all of a queue must lie in one slot, so that its name is a
 * hash tag there; queues still spread over the masters.
 */
export function queueKey(name: string, { isCluster }: Pick<RedisClient, 'isCluster'>): string {
  return isCluster ? `{${name}}` : name;
}

/** The name as people know it, see `queueKey`. */
export function plainName({ name }: Pick<Queue, 'name'>): string {
  return name.replaceAll(/[{}]/g, '');
}

/** The typed producers of the topology. */
export class Queues {
  readonly poll: Queue;
  readonly scrape: Queue;
  /** Where republishing jobs go: the site's own queue, and one for every push destination. */
  readonly sites: readonly Queue[];

  constructor(
    connection: RedisClient,
    prefix: string,
    destinations: readonly DestinationOptions[],
    telemetry?: Telemetry,
  ) {
    const open = (name: string, defaultJobOptions: JobsOptions) => {
      const queue = new Queue(queueKey(name, connection), {
        connection,
        prefix,
        defaultJobOptions,
        ...(telemetry === undefined ? {} : { telemetry }),
      });
      // The connection tells its errors itself; BullMQ writes those that nobody hears to the console.
      queue.on('error', () => {});
      return queue;
    };
    this.poll = open(POLL, TOPOLOGY[POLL].jobs);
    this.scrape = open(SCRAPE, TOPOLOGY[SCRAPE].jobs);
    this.sites = destinations.map(({ type, name }) =>
      open(type === 'queue' ? name : deliverQueue(name), SITE_JOBS),
    );
  }

  has(name: string): boolean {
    return this.all().some((one) => plainName(one) === name);
  }

  named(name: string): Queue {
    const queue = this.all().find((one) => plainName(one) === name);
    if (!queue) throw new RangeError(`there is no queue ${name}`);
    return queue;
  }

  /** A visit out of turn, whose result can be waited for by its id. */
  async addPoll(data: PollJob, jobId: string): Promise<void> {
    await this.poll.add('poll', data, { jobId, removeOnFail: true });
  }

  async addScrapes(visits: { jobId: string; data: ScrapeJob }[]): Promise<void> {
    if (visits.length === 0) return;
    await this.scrape.addBulk(
      visits.map(({ jobId, data }) => ({ name: 'scrape', data, opts: { jobId } })),
    );
  }

  /** Another look at an article's page; a job of that id that waits already is that look. */
  async addRecheck(data: RecheckJob, jobId: string, delay: number): Promise<void> {
    await this.scrape.add('recheck', data, { jobId, delay });
  }

  /** Sends a job to a site. It takes the place of the article's revision `replaced` where that still waits. */
  async addRepublish(
    queueName: string,
    job: RepublishJob,
    plan: RepublishPlan = {},
  ): Promise<RepublishOutcome> {
    const queue = this.named(queueName);
    const { replaced } = plan;
    const superseded =
      replaced === undefined ? undefined : await supersede(queue, job.record.id, replaced);
    const step = stepFor(job, superseded, plan);
    if (step.kind === 'never-began') return step;
    const { next, dueMs } = step;
    const wait = dueMs === undefined ? {} : { delay: dueMs - (plan.nowMs ?? 0) };
    await queue.add(next.action, next, { jobId: republishJobId(job), ...wait });
    return { kind: 'added', action: next.action, ...(dueMs === undefined ? {} : { dueMs }) };
  }

  /** To one site once more; where a job of that revision still waits, that is the one. */
  async addAgain(queueName: string, job: RepublishJob): Promise<void> {
    const queue = this.named(queueName);
    const jobId = republishJobId(job);
    const before = await queue.getJob(jobId);
    if (before?.finishedOn !== undefined) await before.remove();
    await queue.add(job.action, job, { jobId });
  }

  /** Lets a revision's job be added again, where a site took or gave up the one before. */
  async forgetFinished(record: RepublishJob['record']): Promise<void> {
    const jobId = republishJobId({ record });
    for (const queue of this.sites) {
      const job = await queue.getJob(jobId);
      if (job?.finishedOn !== undefined) await job.remove();
    }
  }

  /**
   * Takes the jobs of these revisions of an article out of every site's queue, whatever became of them, with
   * what they carry. Says how many could not be taken out because a site is about to finish them.
   */
  async removeRevisions(articleId: string, revisions: readonly number[]): Promise<number> {
    let inHand = 0;
    for (const queue of this.sites) {
      for (const revision of revisions) {
        const jobId = republishJobId({ record: { id: articleId, revision } });
        if ((await queue.remove(jobId)) === 0 && (await queue.getJob(jobId))) inHand += 1;
      }
    }
    return inHand;
  }

  /** What the sites have not taken yet, oldest first. */
  async waitingForSites(): Promise<RepublishJob[]> {
    const waiting = await Promise.all(this.sites.map((queue) => queue.getWaiting()));
    return waiting.flat().map(({ data }) => republishJobSchema.parse(data));
  }

  /** Those that our own workers take jobs from. */
  worked(): Queue[] {
    const isPush = (queue: Queue) => plainName(queue).startsWith(deliverQueue(''));
    return [this.poll, this.scrape, ...this.sites.filter(isPush)];
  }

  all(): Queue[] {
    return [this.poll, this.scrape, ...this.sites];
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map((queue) => queue.close()));
  }
}

/** Takes a revision's job out of a queue unless the site has begun to take it, and returns it. */
async function supersede(
  queue: Queue,
  articleId: string,
  revision: number,
): Promise<SupersededJob | undefined> {
  const job = await queue.getJob(republishJobId({ record: { id: articleId, revision } }));
  if (!job) return undefined;
  const state = await job.getState();
  if (!SUPERSEDABLE.has(state)) return undefined;
  // A worker that takes the job at this moment locks it, and the job is left to it.
  if (!(await queue.remove(job.id!))) return undefined;
  const isPlanned = state === 'delayed' && isPlannedJob(job);
  return {
    job: republishJobSchema.safeParse(job.data).data,
    plannedMs: isPlanned ? plannedFor(job) : undefined,
  };
}
