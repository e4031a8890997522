import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { republishJobSchema } from './republish-job.ts';

// The whole pipeline on one page:
//
//   job scheduler per feed → poll → scrape → republish → (consumer, or deliver-<name> per destination)
//
// Attempts count failures only: waiting for a host's slot or for Retry-After costs none.

const DAY_S = 86_400;

/** One visit to one feed. What came of it is kept with the feed, so a failed visit needs no retry of its own: the next tick is the retry. */
export const pollJobSchema = z.object({
  sourceId: z.string(),
  feedUrl: z.string(),
  /** Poll although the feed is not due yet. */
  force: z.boolean().optional(),
  /** The tick of the feed's scheduler, not a visit out of turn. */
  scheduled: z.boolean().optional(),
});

/** An entry as it travels: without its content, which is read from the page. */
export const queuedEntrySchema = z.object({
  id: z.string().nullable(),
  title: z.string().nullable(),
  link: z.string(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  author: z.string().nullable(),
  summary: z.string().nullable(),
  categories: z.array(z.object({ term: z.string(), scheme: z.string().nullable() })),
  enclosures: z.array(
    z.object({ url: z.string(), type: z.string().nullable(), length: z.number().nullable() }),
  ),
});

/** One visit to one article page. */
export const scrapeJobSchema = z.object({
  sourceId: z.string(),
  feedUrl: z.string(),
  entry: queuedEntrySchema,
});

export type PollJob = z.infer<typeof pollJobSchema>;
export type ScrapeJob = z.infer<typeof scrapeJobSchema>;
export type QueuedEntry = z.infer<typeof queuedEntrySchema>;

export const POLL = 'poll';
export const SCRAPE = 'scrape';
export const REPUBLISH = 'republish';

interface QueueDefinition {
  schema: z.ZodType;
  /** How a job is tried and how long it is kept. */
  jobs: JobsOptions;
}

export const topology = {
  [POLL]: {
    schema: pollJobSchema,
    jobs: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 7 * DAY_S, count: 1_000 } },
  },
  [SCRAPE]: {
    schema: scrapeJobSchema,
    jobs: {
      attempts: 5,
      backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: { age: 30 * DAY_S },
    },
  },
  [REPUBLISH]: {
    schema: republishJobSchema,
    jobs: {
      attempts: 8,
      backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 },
      removeOnComplete: { age: 7 * DAY_S, count: 50_000 },
      removeOnFail: { age: 30 * DAY_S },
    },
  },
} satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof topology;
export type JobData<N extends QueueName> = z.infer<(typeof topology)[N]['schema']>;
