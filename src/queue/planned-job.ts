import type { Job } from 'bullmq';

/** When a job is to go out that was given a delay as it was added (epoch ms). */
export const plannedFor = ({ timestamp, opts }: Pick<Job, 'timestamp' | 'opts'>): number =>
  timestamp + (opts.delay ?? 0);

/** Whether a job waits for a time that it was given as it was added, and nobody has begun with it. */
export const isPlannedJob = ({
  opts,
  attemptsStarted,
}: Pick<Job, 'opts' | 'attemptsStarted'>): boolean =>
  (opts.delay ?? 0) > 0 && attemptsStarted === 0;
