import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import type { z } from 'zod';
import { PermanentError, ThrottledError } from '../errors.ts';
import { withinDeadline } from './deadline.ts';

/** A processor: one job's work, with a signal that is raised when the worker has to let go. */
export type Processor<Data, Result> = (data: Data, job: JobContext) => Promise<Result>;

export interface JobContext {
  id: string;
  /** 1 for the first try. */
  attempt: number;
  signal: AbortSignal | undefined;
}

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
    const payload = schema.safeParse(job.data);
    if (!payload.success) {
      throw new UnrecoverableError(
        `the payload of job ${job.id} is not valid: ${payload.error.message}`,
      );
    }
    try {
      const context = { id: job.id ?? '', attempt: job.attemptsMade + 1 };
      return await withinDeadline(deadlineMs, signal, (ownSignal) =>
        process(payload.data, { ...context, signal: ownSignal }),
      );
    } catch (error) {
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
