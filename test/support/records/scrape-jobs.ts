import { Queue, QueueEvents, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';

interface Place {
  url: string;
  prefix: string;
}

const connect = (url: string) => new Redis(url, { maxRetriesPerRequest: null });

/** Ids of the jobs that wait for their time in the scrape queue, soonest first. */
export async function delayedScrapes({ url, prefix }: Place): Promise<string[]> {
  const connection = connect(url);
  const queue = new Queue('scrape', { connection, prefix });
  const jobs = await queue.getDelayed();
  await queue.close();
  connection.disconnect();
  return jobs.map(({ id }) => id!);
}

/** Lets the delayed jobs whose id starts so run now; whatever comes of them. */
export async function promoteDelayed({ url, prefix }: Place, idStart: string): Promise<void> {
  const connection = connect(url);
  const queue = new Queue('scrape', { connection, prefix });
  const jobs = await queue.getDelayed();
  for (const job of jobs) if (job.id!.startsWith(idStart)) await job.promote();
  await queue.close();
  connection.disconnect();
}

/** Lets the delayed jobs whose id starts so run now, and returns what came of each. */
export async function runDelayed({ url, prefix }: Place, idStart: string): Promise<unknown[]> {
  const connections = [connect(url), connect(url)] as const;
  const queue = new Queue('scrape', { connection: connections[0], prefix });
  const events = new QueueEvents('scrape', { connection: connections[1], prefix });
  await events.waitUntilReady();
  const jobs = await queue.getDelayed();
  const results = await Promise.all(
    jobs
      .filter(({ id }) => id!.startsWith(idStart))
      .map(async (job) => {
        const finished = job.waitUntilFinished(events, 15_000);
        await job.promote();
        return (await finished) as unknown;
      }),
  );
  await events.close();
  await queue.close();
  for (const connection of connections) connection.disconnect();
  return results;
}

/** Takes everything that waits for the site, as its consumer would, oldest first. */
export async function takeRepublished({ url, prefix }: Place): Promise<RepublishJob[]> {
  const connection = connect(url);
  const worker = new Worker('republish', null, { connection, prefix, autorun: false });
  const taken: RepublishJob[] = [];
  for (;;) {
    const job = await worker.getNextJob('site', { block: false });
    if (!job) break;
    taken.push(job.data as RepublishJob);
    await job.moveToCompleted('shown', 'site', false);
  }
  await worker.close();
  connection.disconnect();
  return taken;
}
