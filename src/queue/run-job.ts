import { DelayedError, UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { z } from 'zod';
import { PermanentError, ThrottledError } from '../errors.ts';
import { withinDeadline } from './deadline.ts';

/** A processor: one job's work, with a signal that is raised when the worker has to let go. */
export type Processor<Data, Result> = (data: Data, job: JobContext) => Promise<Result>;

export interface JobContext {
  id: string;
  /** 1 for the first try. */
  attempt: number;
  /** How often a worker began with it, this time included: waits begin anew without costing a try. */
  starts: number;
  signal: AbortSignal | undefined;
}

/**
 * Version of the jobs that workers send each other. A job without `v` is of version 1; whoever changes
 * a payload so that workers of this version would misread it writes a higher one, on such jobs alone.
 */
export const JOB_VERSION = 2;

/** Of the contract with the site, `newsrelay.job/1`, which is counted by itself. */
const REPUBLISH_VERSION = 1;

// While old and new workers run side by side, a new one comes by soon.
const NEWER_VERSION_DELAY_MS = 60_000;

const versionedSchema = z.object({ v: z.number().optional(), schema: z.string().optional() });

/** A job written by a later version of newsrelay, which this one must leave to its successor. */
function isOfNewerVersion(data: unknown): boolean {
  const versioned = versionedSchema.safeParse(data);
  if (!versioned.success) return false;
  const { v = 1, schema } = versioned.data;
  const published = /^newsrelay\.job\/(\d+)$/.exec(schema ?? '');
  return v > JOB_VERSION || Number(published?.[1] ?? 0) > REPUBLISH_VERSION;
}

/**
 * How often a job may be taken over from a worker that died with it: at the next death it is taken for
 * the killer. BullMQ lets jobs of a scheduler off, which would kill worker after worker for ever; and a
 * limit on starts would count those that only waited for their host's turn.
 */
export const STALLED_LIMIT = 2;

/**
 * Between BullMQ and a processor: the payload is parsed at the boundary, and our errors become what
 * the queue must do. A throttled job goes to the delayed set, which costs it no attempt.
 */
export function jobRunner<Data, Result>(
  schema: z.ZodType<Data>,
  process: Processor<Data, Result>,
  deadlineMs?: number,
) {
  return async (job: Job, token?: string, signal?: AbortSignal): Promise<Result> => {
    if (job.stalledCounter > STALLED_LIMIT) {
      throw new UnrecoverableError(`its worker died with it ${job.stalledCounter} times`);
    }
    const payload = schema.safeParse(job.data);
    if (isOfNewerVersion(job.data)) {
      await job.moveToDelayed(Date.now() + NEWER_VERSION_DELAY_MS, token);
      throw new DelayedError();
    }
    if (!payload.success) {
      throw new UnrecoverableError(
        `the payload of job ${job.id} is not valid: ${payload.error.message}`,
      );
    }
    try {
      const context = {
        id: job.id ?? '',
        attempt: job.attemptsMade + 1,
        starts: job.attemptsStarted,
      };
      return await withinDeadline(deadlineMs, signal, (ownSignal) =>
        process(payload.data, { ...context, signal: ownSignal }),
      );
    } catch (error) {
      if (signal?.aborted) {
        // The worker stops: the next one starts the job anew, and no attempt is lost.
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (error instanceof ThrottledError) {
        await job.moveToDelayed(error.untilMs, token);
        throw new DelayedError();
      }
      if (error instanceof PermanentError) {
        throw new UnrecoverableError(`${error.code}: ${error.message}`);
      }
      throw error;
    }
  };
}
