import type { RedisClient } from '../redis/redis-client.ts';
import { isTooFull, memoryUse } from '../redis/memory-watch.ts';
import type { RedisClock } from '../redis/redis-clock.ts';
import type { RunningWorker, WorkerOptions } from './worker.ts';

/** Workers that pause while something is wrong, and what is needed to see it. */
export interface WatchedWorkers {
  redis: RedisClient;
  workers: readonly RunningWorker[];
  onTrouble: WorkerOptions['onTrouble'];
  /** Does something now and then until the workers stop. */
  every(periodMs: number, work: () => Promise<unknown>): void;
}

const MEMORY_CHECK_MS = 5_000;
const CLOCK_CHECK_MS = 1_000;

function holdWorkers({ workers }: WatchedWorkers, reason: string): void {
  for (const worker of workers) worker.hold(reason);
}

function releaseWorkers({ workers }: WatchedWorkers, reason: string): void {
  for (const worker of workers) worker.release(reason);
}

/** Both roles make more of Redis's memory than they free; what the site takes makes room. */
export function heedMemory(watched: WatchedWorkers): void {
  let isPaused = false;
  watched.every(MEMORY_CHECK_MS, async () => {
    const use = await memoryUse(watched.redis);
    const wasPaused = isPaused;
    isPaused = isTooFull(use, wasPaused);
    if (isPaused === wasPaused) return;
    (isPaused ? holdWorkers : releaseWorkers)(watched, 'memory');
    const state = isPaused ? 'polling and scraping pause' : 'polling and scraping go on';
    const mend = isPaused ? '; raise maxmemory, or let the site work off its queue' : '';
    const message = `Redis uses ${Math.round(use * 100)} % of its maxmemory: ${state}${mend}`;
    watched.onTrouble({ error: new Error(message) });
  });
}

/**
 * No job is taken by a clock that is wrong, and `putRight` undoes what schedulers did by it: at once, for
 * workers whose clocks are right need them, and again in case a job was just being taken.
 */
export function heedClock(
  watched: WatchedWorkers,
  clock: RedisClock,
  putRight: () => Promise<unknown>,
): void {
  let isWrong = false;
  watched.every(CLOCK_CHECK_MS, async () => {
    await clock.sync(watched.redis);
    const disagreement = clock.disagreement();
    const wasWrong = isWrong;
    isWrong = disagreement !== undefined;
    if (isWrong && !wasWrong) holdWorkers(watched, 'clock');
    if (isWrong || wasWrong) await putRight();
    if (wasWrong && !isWrong) releaseWorkers(watched, 'clock');
    if (isWrong === wasWrong) return;
    const message = isWrong ? `work pauses: ${disagreement}` : 'the clock is right: work goes on';
    watched.onTrouble({ error: new Error(message) });
  });
}
