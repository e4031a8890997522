import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { shortHash } from '../short-hash.ts';
import { republishJobId, republishJobSchema, type RepublishJob } from './republish-job.ts';
import {
  POLL,
  REPUBLISH,
  SCRAPE,
  topology,
  type PollJob,
  type QueueName,
  type RecheckJob,
  type ScrapeJob,
} from './topology.ts';

// Every job has an id that can be computed again, and only that makes adding it twice harmless:
// after a lost reply, a reconnect or a crash the same job is simply the same job. BullMQ forbids `:`
// and ids of digits alone.

/** A feed's id: its source and the feed's own address. */
export function feedId({ sourceId, feedUrl }: Pick<PollJob, 'sourceId' | 'feedUrl'>): string {
  return `${sourceId}-${shortHash(feedUrl)}`;
}

// What failed for good is superseded as well: nobody needs to look into it any more.
const SUPERSEDABLE = new Set(['waiting', 'delayed', 'prioritized', 'failed']);

/** The typed producers of the topology. */
export class Queues {
  readonly poll: Queue;
  readonly scrape: Queue;
  readonly republish: Queue;

  constructor(connection: Redis, prefix: string) {
    const open = (name: QueueName) =>
      new Queue(name, { connection, prefix, defaultJobOptions: topology[name].jobs });
    this.poll = open(POLL);
    this.scrape = open(SCRAPE);
    this.republish = open(REPUBLISH);
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

  /**
   * Takes a revision's job out of the queue unless the site has begun to take it, and returns what it
   * was to do.
   */
  async supersede(
    articleId: string,
    revision: number,
  ): Promise<RepublishJob['action'] | undefined> {
    const job = await this.republish.getJob(
      republishJobId({ record: { id: articleId, revision } }),
    );
    if (!job || !SUPERSEDABLE.has(await job.getState())) return undefined;
    // A worker that takes the job at this moment locks it, and the job is left to it.
    const isRemoved = await this.republish.remove(job.id!);
    return isRemoved ? republishJobSchema.shape.action.parse(job.name) : undefined;
  }

  async addRepublish(job: RepublishJob): Promise<void> {
    await this.republish.add(job.action, job, { jobId: republishJobId(job) });
  }

  /** What the site has not taken yet, oldest first. */
  async waitingForSite(): Promise<RepublishJob[]> {
    const jobs = await this.republish.getWaiting();
    return jobs.map(({ data }) => republishJobSchema.parse(data));
  }

  all(): Queue[] {
    return [this.poll, this.scrape, this.republish];
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map((queue) => queue.close()));
  }
}
