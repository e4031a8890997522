import { DAY_S } from '../durations.ts';

/** How long each kind of memory outlives its last use, in seconds. */
export const LIFETIMES = {
  /** Longer than any feed keeps an entry, so that a returning entry is known. */
  article: 180 * DAY_S,
  alias: 180 * DAY_S,
  /** An article's history is for people who ask about it soon; the article itself is known for longer. */
  history: 90 * DAY_S,
  feed: 365 * DAY_S,
  /** An entry that changes for nothing is looked at once in this time. */
  emptyLook: 3_600,
  /** News that nobody has looked at for so long is none any more. */
  held: 90 * DAY_S,
  /** How far back a changed rule can bring back what was left out. */
  filtered: 30 * DAY_S,
  pageShapes: 365 * DAY_S,
  /** A template that no page was read in for so long is another by now. */
  templateLines: 90 * DAY_S,
  /** How often a lasting change of a source's pages is told again. */
  shapeTold: DAY_S,
  /** What is known of a destination's trouble. */
  destination: 30 * DAY_S,
  /** What a source brought in each hour of five weeks, and what it makes of its pauses. */
  pulse: 365 * DAY_S,
  flow: 36 * DAY_S,
  /** Longer than a failed job waits for its next try, so that a retry asks for the missing page only. */
  fetchedPages: 900,
} as const;
