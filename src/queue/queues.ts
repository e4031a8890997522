import { Queue, type JobsOptions } from 'bullmq';
import type { Destination } from '../config/schema.ts';
import type { Connection } from './connection.ts';
import { shortHash } from '../short-hash.ts';
import { republishJobId, republishJobSchema, type RepublishJob } from './republish-job.ts';
import {
  deliverQueue,
  POLL,
  SCRAPE,
  siteJobs,
  topology,
  type PollJob,
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
  /** Where republishing jobs go: the site's own queue, and one for every push destination. */
  readonly sites: readonly Queue[];

  constructor(connection: Connection, prefix: string, destinations: readonly Destination[]) {
    const open = (name: string, defaultJobOptions: JobsOptions) =>
      new Queue(name, { connection, prefix, defaultJobOptions });
    this.poll = open(POLL, topology[POLL].jobs);
    this.scrape = open(SCRAPE, topology[SCRAPE].jobs);
    this.sites = destinations.map(({ type, name }) =>
      open(type === 'queue' ? name : deliverQueue(name), siteJobs),
    );
  }

  named(name: string): Queue {
    const queue = [this.poll, this.scrape, ...this.sites].find((one) => one.name === name);
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

  async addRepublish(job: RepublishJob): Promise<void> {
    const jobId = republishJobId(job);
    await Promise.all(this.sites.map((queue) => queue.add(job.action, job, { jobId })));
  }

  /** What the sites have not taken yet, oldest first. */
  async waitingForSites(): Promise<RepublishJob[]> {
    const waiting = await Promise.all(this.sites.map((queue) => queue.getWaiting()));
    return waiting.flat().map(({ data }) => republishJobSchema.parse(data));
  }

  async close(): Promise<void> {
    await Promise.all([this.poll, this.scrape, ...this.sites].map((queue) => queue.close()));
  }
}
