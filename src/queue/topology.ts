import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { queuedEntrySchema } from '../feed/queued-entry.ts';
import { republishJobSchema } from './republish-job.ts';
import { DAY_S } from '../durations.ts';

// The whole pipeline on one page:
//
//   job scheduler per feed → poll → scrape → republish       (your site's own worker)
//                                          → deliver-<name>  (one per push destination) → the site
//
// Attempts count failures only: waiting for a host's slot or for Retry-After costs none.

/** One visit to one feed. What came of it is kept with the feed, so a failed visit needs no retry of its own: the next tick is the retry. */
export const pollJobSchema = z.object({
  sourceId: z.string(),
  /** As the source's config has it, but without secrets: jobs are read by many. */
  feedUrl: z.string(),
  /** Poll although the feed is not due yet. */
  force: z.boolean().optional(),
  /** Ask for the whole document, whatever the server says of its validators. */
  whole: z.boolean().optional(),
  /** How many sitemap indexes led to this one. */
  depth: z.number().optional(),
  /** The tick of the feed's scheduler, not a visit out of turn. */
  scheduled: z.boolean().optional(),
});

/** One visit to the page that a feed's entry leads to. */
export const scrapeJobSchema = z.object({
  sourceId: z.string(),
  feedUrl: z.string(),
  entry: queuedEntrySchema,
  /** When the poll saw the entry (epoch ms). */
  seenAtMs: z.number().optional(),
  /** The feed did not have the entry before: a page that was just visited needs no second visit. */
  isNew: z.boolean().optional(),
  /** What of the entry changed since the last reading, and what the entry is remembered by. */
  change: z.object({ key: z.string(), parts: z.array(z.string()) }).optional(),
  /** Keys of entries that left the feed in the same reading: this may be one of them, renamed. */
  leftKeys: z.array(z.string()).optional(),
});

/** Another look at the page of an article that is known. */
export const recheckJobSchema = z.object({
  sourceId: z.string(),
  articleId: z.string(),
  /** The step of the source's `recheck` schedule; absent for a look out of turn. */
  stepMs: z.number().optional(),
  /** No look, but the moment after which its publisher wants no copy of it: of version 2. */
  expires: z.boolean().optional(),
  v: z.number().optional(),
});

export type PollJob = z.infer<typeof pollJobSchema>;
export type ScrapeJob = z.infer<typeof scrapeJobSchema>;
export type RecheckJob = z.infer<typeof recheckJobSchema>;

export const POLL = 'poll';
export const SCRAPE = 'scrape';
export const DELIVER = 'deliver';

/** The queue of a push destination. */
export function deliverQueue(destinationName: string): string {
  return `${DELIVER}-${destinationName}`;
}

/** How a job that a site consumes is tried and kept: by its own worker or by a delivery. */
export const SITE_JOBS = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 },
  removeOnComplete: { age: 7 * DAY_S, count: 50_000 },
  removeOnFail: { age: 30 * DAY_S },
} satisfies JobsOptions;

export interface QueueDefinition {
  schema: z.ZodType;
  /** How a job is tried and how long it is kept. */
  jobs: JobsOptions;
  /** Longer than any honest try takes; then its signal is raised and the try counts as failed. */
  deadlineMs?: number;
}

export const TOPOLOGY = {
  [POLL]: {
    schema: pollJobSchema,
    jobs: { attempts: 1, removeOnComplete: true, removeOnFail: { age: 7 * DAY_S, count: 1_000 } },
    // Below the feed's lease, so that nobody else polls the feed meanwhile.
    deadlineMs: 110_000,
  },
  [SCRAPE]: {
    schema: z.union([scrapeJobSchema, recheckJobSchema]),
    jobs: {
      attempts: 5,
      backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: { age: 30 * DAY_S },
    },
    deadlineMs: 300_000,
  },
  /** One queue per push destination: one that is down holds up no other. */
  [DELIVER]: { schema: republishJobSchema, jobs: SITE_JOBS },
} satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof TOPOLOGY;
export type JobData<N extends QueueName> = z.infer<(typeof TOPOLOGY)[N]['schema']>;
