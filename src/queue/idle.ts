import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bullmq';

const LOOK_MS = 100;

async function isIdle(queue: Queue): Promise<boolean> {
  return (await queue.getJobCountByTypes('waiting', 'active', 'prioritized')) === 0;
}

/**
 * Waits until none of these queues has a job that could be done now, or the signal is raised. Somebody
 * must be working them meanwhile. What is put off to a later time is not waited for.
 */
export async function untilIdle(queues: readonly Queue[], signal: AbortSignal): Promise<void> {
  for (const queue of queues) {
    while (!signal.aborted && !(await isIdle(queue))) {
      await delay(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }
}
