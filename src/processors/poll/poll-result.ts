import type { PollOutcome } from '../../feed/polling/after-poll.ts';
import type { SuspicionKind } from '../../feed/changes/suspicion.ts';
import type { PollJob } from '../../queue/topology.ts';
import type { FeedHealth } from '../../store/health/feed-health.ts';
import type { NewReading } from '../../store/feeds.ts';

/** What came of one visit to a feed. */
export type PollResult =
  | {
      kind: 'modified';
      entries: number;
      scrapes: { jobId: string; url: string }[];
      /** Entries that rules of the operator's left out, by the words of the rule. */
      filtered?: Record<string, number>;
      /** What had to be mended before the document could be read. */
      repairs?: string[];
      /** How many readings of this feed had to be mended so far. */
      repairedReadings?: number;
      notes: string[];
    }
  /** What the feed says is not believed until a second reading says so too. */
  | { kind: 'held'; suspicion: SuspicionKind; message: string }
  /** A list of further documents; those that may hold news are polled as feeds of their own. */
  | { kind: 'index'; polls: { jobId: string; job: PollJob }[]; notes?: string[] }
  /** A sitemap of such a list that holds no news. */
  | { kind: 'ordinary-sitemap' }
  | { kind: 'not-modified'; notes?: string[] }
  /** With the failure that its last visits ended in, where they did. */
  | { kind: 'not-due'; untilMs: number; failure?: FeedHealth['failure'] }
  /** Somebody else polls the feed right now. */
  | { kind: 'busy'; failure?: FeedHealth['failure'] }
  /** A person has paused its source. */
  | { kind: 'paused' }
  | { kind: 'source-removed' }
  | { kind: 'failed'; code: string; message: string };

export interface PollVisit {
  result: PollResult;
  outcome: PollOutcome;
  /** What is known anew of the feed's content. */
  reading?: NewReading;
}

/** A visit that brought nothing, and why. */
export function failedPoll(
  code: string,
  message: string,
  { forgetValidators = false, waitMs = null as number | null } = {},
): PollVisit {
  return {
    result: { kind: 'failed', code, message },
    outcome: { kind: 'failed', code, message, retryAfterMs: waitMs, forgetValidators },
  };
}
