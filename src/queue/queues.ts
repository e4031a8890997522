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
  type ScrapeJob,
} from './topology.ts';

// Every job has an id that can be computed again, and only that makes adding it twice harmless:
// after a lost reply, a reconnect or a crash the same job is simply the same job. BullMQ forbids `:`
// and ids of digits alone.

/** A feed's id: its source and the feed's own address. */
export function feedId({ sourceId, feedUrl }: Pick<PollJob, 'sourceId' | 'feedUrl'>): string {
  return `${sourceId}-${shortHash(feedUrl)}`;
}

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

  async addRepublish(job: RepublishJob): Promise<void> {
    await this.republish.add(job.action, job, { jobId: republishJobId(job) });
  }

  /** What the site has not taken yet, oldest first. */
  async waitingForSite(): Promise<RepublishJob[]> {
    const jobs = await this.republish.getWaiting();
    return jobs.map(({ data }) => republishJobSchema.parse(data));
  }

  async close(): Promise<void> {
    await Promise.all([this.poll.close(), this.scrape.close(), this.republish.close()]);
  }
}
