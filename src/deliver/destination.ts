import type { RepublishJob } from '../queue/republish-job.ts';

/** What became of one delivery. Everything that may pass on a retry is thrown instead (src/errors.ts). */
export type DeliveryOutcome =
  /**
   * The destination now shows this revision. `notes` say what could not be done, in plain words; `isLate`
   * that a part of it may be had later.
   */
  | { kind: 'delivered'; remoteId: string; notes: string[]; isLate?: boolean }
  /** It showed this content already. */
  | { kind: 'unchanged'; remoteId: string; isLate?: boolean }
  /** It holds a newer revision: this one came late and was left out. */
  | { kind: 'superseded'; heldRevision: number }
  /** It no longer shows the article; `remoteId` is empty where it never did. */
  | { kind: 'withdrawn'; remoteId: string; notes?: string[] }
  /** A person at the destination removed the article: it stays removed. */
  | { kind: 'refused'; code: string; message: string }
  /** The destination asks not to be called again (HTTP 410): stop its queue until an operator acts. */
  | { kind: 'gone'; message: string };

export interface DeliveryContext {
  now: () => Date;
  signal?: AbortSignal | undefined;
}

export interface CheckContext extends DeliveryContext {
  /** The account that articles are to be posted under. */
  byline?: string | undefined;
}

/** One finding of `newsrelay deliver --test`. */
export interface CheckFinding {
  what: string;
  /** `limited`: deliveries work, but something named here cannot be guaranteed. */
  result: 'ok' | 'limited' | 'failed';
  message: string;
}

/**
 * A place that articles are republished to. `deliver` may be called any number of times with the same
 * job, at once and in any order: it applies a job only when its revision is not older than the one it
 * holds. It throws `TransientError` with code `unavailable` where the destination may be in trouble as a
 * whole: a firewall that refuses one text answers like one that refuses everything, so that the answer
 * alone never tells (src/deliver/guard.ts).
 */
export interface Destination {
  readonly name: string;
  deliver(job: RepublishJob, context: DeliveryContext): Promise<DeliveryOutcome>;
  /** Asks whether the destination is well, cheaply and without any article; throws what is wrong. */
  probe(context: DeliveryContext): Promise<void>;
  /** Checks credentials, rights and a round trip that leaves nothing behind. */
  check(context: CheckContext): Promise<CheckFinding[]>;
}
