import { expect, test } from 'vitest';
import { isPlannedJob, plannedFor } from '../../../src/queue/planned-job.ts';

test.each([
  [undefined, 0, false, 1_000],
  [0, 0, false, 1_000],
  [1, 0, true, 1_001],
  [600, 0, true, 1_600],
  [600, 1, false, 1_600],
])(
  'a job with a delay of %s ms that was begun with %i times waits as planned: %s, for %i',
  (delay, attemptsStarted, isPlanned, forMs) => {
    const opts = delay === undefined ? {} : { delay };
    expect(isPlannedJob({ opts, attemptsStarted })).toBe(isPlanned);
    expect(plannedFor({ timestamp: 1_000, opts })).toBe(forMs);
  },
);
