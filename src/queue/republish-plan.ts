import { supersedingJob, type RepublishAction, type RepublishJob } from './republish-job.ts';

/** How a job is to join a site's queue. */
export interface RepublishPlan {
  /** The revision whose place it takes. */
  replaced?: number | undefined;
  /** When it is to go out (epoch ms), of a destination that gets its articles later. */
  dueMs?: number;
  nowMs?: number;
}

export type RepublishOutcome =
  | { kind: 'added'; action: RepublishAction; dueMs?: number }
  /** It withdraws what was never to be seen. */
  | { kind: 'never-began' };

/** A job that left the queue because a newer revision takes its place. */
export interface SupersededJob {
  /** Undefined where it cannot be read. */
  job: RepublishJob | undefined;
  /** When it was to go out (epoch ms), where it waited for its time and nobody had begun with it. */
  plannedMs: number | undefined;
}

/**
 * What is to join the queue, and when. A site that has never seen the article gets `publish`; a job that waited for
 * its time hands that on to what takes its place, and a withdrawal of what never began is nothing to send.
 */
export function stepFor(
  job: RepublishJob,
  superseded: SupersededJob | undefined,
  { dueMs, nowMs = 0 }: RepublishPlan,
): { kind: 'add'; next: RepublishJob; dueMs?: number } | { kind: 'never-began' } {
  const next = superseded?.job ? supersedingJob(job, superseded.job) : job;
  if (dueMs === undefined) return { kind: 'add', next };
  const plannedMs = superseded?.plannedMs;
  if (next.action === 'withdraw') {
    const hasNeverBegun = plannedMs !== undefined && superseded?.job?.action === 'publish';
    return hasNeverBegun ? { kind: 'never-began' } : { kind: 'add', next };
  }
  const atMs = Math.max(dueMs, plannedMs ?? 0);
  return atMs <= nowMs ? { kind: 'add', next } : { kind: 'add', next, dueMs: atMs };
}
