import { robotsRecordSchema, type RobotsRecord } from './robots-record.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { DAY_MS } from '../durations.ts';

const KEPT_FOR_MS = 40 * DAY_MS;

/** What each host's robots.txt says to us, shared by all workers. */
export interface RobotsStore {
  read(robotsUrl: string): Promise<RobotsRecord | null>;
  /** Ends the claim as well. */
  write(robotsUrl: string, record: RobotsRecord): Promise<void>;
  /** True for the one who is to fetch the file now; a claim that leads to nothing ends after `leaseMs`. */
  claim(robotsUrl: string): Promise<boolean>;
  /** Ends a claim that led to nothing. */
  release(robotsUrl: string): Promise<void>;
}

/** Keys, each `{braced}` by the URL: `robots`, JSON, for forty days; `robots-lease`, for `leaseMs`. */
export function createRobotsStore(
  redis: RedisClient,
  options: { prefix: string; leaseMs: number },
): RobotsStore {
  const key = (name: string, robotsUrl: string) => `${options.prefix}:${name}:{${robotsUrl}}`;
  return {
    async read(robotsUrl) {
      const json = await redis.get(key('robots', robotsUrl));
      return json === null ? null : robotsRecordSchema.parse(JSON.parse(json));
    },
    async write(robotsUrl, record) {
      await redis
        .multi()
        .set(key('robots', robotsUrl), JSON.stringify(record), 'PX', KEPT_FOR_MS)
        .del(key('robots-lease', robotsUrl))
        .exec();
    },
    async claim(robotsUrl) {
      const claimed = await redis.set(
        key('robots-lease', robotsUrl),
        '1',
        'PX',
        options.leaseMs,
        'NX',
      );
      return claimed === 'OK';
    },
    async release(robotsUrl) {
      await redis.del(key('robots-lease', robotsUrl));
    },
  };
}
