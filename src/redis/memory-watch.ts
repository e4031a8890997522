import { masters, type RedisClient } from './redis-client.ts';
import { parseInfo } from './preflight.ts';

/** Share of `maxmemory` in use, of the fullest server; 0 where no limit is set. */
export async function memoryUse(redis: RedisClient): Promise<number> {
  const infos = await Promise.all(masters(redis).map((master) => master.info('memory')));
  const shares = infos.map(parseInfo).map(({ used_memory: used, maxmemory: limit }) => {
    return Number(limit) > 0 ? Number(used) / Number(limit) : 0;
  });
  return Math.max(0, ...shares);
}

// A Redis that is full takes no write at all, not even those that would empty it. New work ends well
// before that, and begins again only when there is room for more than a moment.
const PAUSE_AT = 0.75;
const RESUME_AT = 0.7;

/** Whether producers are to pause, given whether they do. Pure. */
export function isTooFull(use: number, isPaused: boolean): boolean {
  return use >= (isPaused ? RESUME_AT : PAUSE_AT);
}
