import { Queue } from 'bullmq';
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
import type { RedisClient } from '../store/redis-client.ts';

// Every job has an id that can be computed again, and only that makes adding it twice harmless:
// after a lost reply, a reconnect or a crash the same job is simply the same job. BullMQ forbids `:`
// and ids of digits alone.

/** A feed's id: its source and the feed's own address. */
export function feedId({ sourceId, feedUrl }: Pick<PollJob, 'sourceId' | 'feedUrl'>): string {
  return `${sourceId}-${shortHash(feedUrl)}`;
}

/**
 * The name of a queue in Redis. In a cluster all of a queue must lie in one slot, so that its name is a
 * hash tag there; queues still spread over the masters.
 */
export function queueKey(name: string, { isCluster }: Pick<RedisClient, 'isCluster'>): string {
  return isCluster ? `{${name}}` : name;
}

/** The typed producers of the topology. */
export class Queues {
  readonly poll: Queue;
  readonly scrape: Queue;
  readonly republish: Queue;

  constructor(connection: RedisClient, prefix: string) {
    const open = (name: QueueName) => {
      const defaultJobOptions = topology[name].jobs;
      const queue = new Queue(queueKey(name, connection), {
        connection,
        prefix,
        defaultJobOptions,
      });
      // The connection tells its errors itself; BullMQ writes those that nobody hears to the console.
      queue.on('error', () => {});
      return queue;
    };
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
