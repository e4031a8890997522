import { z } from 'zod';
import { validatorsSchema } from '../../http/conditional-request.ts';

const epochMs = z.number().nonnegative();
const durationMs = z.number().nonnegative();

/** How often the feed brings something new, by hour of the day: see rhythm.ts. */
export const rhythmSchema = z.object({
  /** New entries seen in each UTC hour, faded by age. */
  entriesPerHour: z.array(z.number().nonnegative()).length(24),
  /** Days of watching behind these counts, faded alike. */
  days: z.number().nonnegative(),
  updatedAtMs: epochMs,
});

/**
 * All that is remembered of one feed between polls: a plain object of a few hundred bytes. Kept under
 * the feed's configured URL, so that a changed configuration starts afresh.
 */
export const pollStateSchema = z.looseObject({
  nextPollAtMs: epochMs,
  lastPolledAtMs: epochMs.nullable(),
  lastOutcome: z
    .object({
      kind: z.enum(['changed', 'unchanged', 'failed', 'gone']),
      /** Of a failure: `http-503`, `timeout`, `not-a-feed`, … */
      code: z.string().optional(),
      message: z.string().optional(),
    })
    .nullable(),
  /** In a row. */
  failures: z.int().nonnegative(),
  /** When the first of these failures was. */
  failingSinceMs: epochMs.nullable().default(null),
  succeededAtMs: epochMs.nullable().default(null),
  validators: validatorsSchema.nullable(),
  /** Of the last body that was read as a feed: the same bytes again are no change, whatever the ETag. */
  bodyHash: z.string().nullable(),
  /** What the last body that was read said about polling, for the 304s that follow it. */
  hints: z
    .object({
      ttlMs: durationMs.nullable(),
      skipHours: z.array(z.number()),
      skipDays: z.array(z.string()),
      updatePeriodMs: durationMs.nullable(),
    })
    .nullable(),
  maxAgeMs: durationMs.nullable(),
  /** Where the feed has moved for good; polled instead of the configured URL. */
  movedTo: z.string().nullable(),
  /** A permanent redirect that has not been seen often and long enough to be believed. */
  move: z.object({ to: z.string(), sinceMs: epochMs, seen: z.int().positive() }).nullable(),
  /** When the feed first answered 410; null when it last answered anything else. */
  goneSinceMs: epochMs.nullable(),
  /** Set once a 410 was confirmed: the feed is polled no more until an operator says so. */
  disabledAtMs: epochMs.nullable(),
  rhythm: rhythmSchema.nullable(),
  /** When it last gave its whole document; null where nobody noted it. */
  fullAtMs: epochMs.nullable().default(null),
  /** When it last had something new, and the usual time between. */
  newsAtMs: epochMs.nullable().default(null),
  gapMs: durationMs.nullable().default(null),
  /** Validators that stayed as they were while its entries changed: they are not sent. */
  falseValidators: validatorsSchema.optional(),
  /** What a sitemap was found to hold, which its index asks for. */
  holds: z.enum(['news', 'pages']).optional(),
  /** How many of its readings had to be mended so far. */
  repairedReadings: z.int().nonnegative().default(0),
});

export type PollState = z.infer<typeof pollStateSchema>;
export type Rhythm = z.infer<typeof rhythmSchema>;

/** A feed never polled before. @param nextPollAtMs see `firstPollAt`. */
export function newPollState(nextPollAtMs: number): PollState {
  return {
    nextPollAtMs,
    lastPolledAtMs: null,
    lastOutcome: null,
    failures: 0,
    failingSinceMs: null,
    succeededAtMs: null,
    validators: null,
    bodyHash: null,
    hints: null,
    maxAgeMs: null,
    movedTo: null,
    move: null,
    goneSinceMs: null,
    disabledAtMs: null,
    rhythm: null,
    fullAtMs: null,
    newsAtMs: null,
    gapMs: null,
    repairedReadings: 0,
  };
}
