import type { z } from 'zod';
import type { RedisClient } from '../redis/redis-client.ts';
import { DAY_MS } from '../durations.ts';
import { robotsRecordSchema, type RobotsRecord } from './robots-record.ts';
import { termsRecordSchema, type TermsRecord } from './terms-record.ts';

const KEPT_FOR_MS = 40 * DAY_MS;

/** What a file says that sites keep for crawlers, by its address, shared by all workers. */
export interface SiteFileStore<Said> {
  read(address: string): Promise<Said | null>;
  /** Ends the claim as well. */
  write(address: string, record: Said): Promise<void>;
  /** True for the one who is to fetch the file now; a claim that leads to nothing ends after `leaseMs`. */
  claim(address: string): Promise<boolean>;
  unclaim(address: string): Promise<void>;
}

interface StoreOptions {
  prefix: string;
  leaseMs: number;
}

export const createRobotsStore = (
  redis: RedisClient,
  options: StoreOptions,
): SiteFileStore<RobotsRecord> => siteFileStore(redis, options, 'robots', robotsRecordSchema);

export const createTermsStore = (
  redis: RedisClient,
  options: StoreOptions,
): SiteFileStore<TermsRecord> => siteFileStore(redis, options, 'terms', termsRecordSchema);

/** Keys, each `{braced}` by the address: the name, JSON, for forty days; the name with `-lease`, for `leaseMs`. */
function siteFileStore<Said>(
  redis: RedisClient,
  { prefix, leaseMs }: StoreOptions,
  name: string,
  schema: z.ZodType<Said>,
): SiteFileStore<Said> {
  const record = (address: string) => `${prefix}:${name}:{${address}}`;
  const lease = (address: string) => `${prefix}:${name}-lease:{${address}}`;
  return {
    async read(address) {
      const json = await redis.get(record(address));
      return json === null ? null : asSaid(json, schema);
    },
    async write(address, said) {
      await redis
        .multi()
        .set(record(address), JSON.stringify(said), 'PX', KEPT_FOR_MS)
        .del(lease(address))
        .exec();
    },
    async claim(address) {
      return (await redis.set(lease(address), '1', 'PX', leaseMs, 'NX')) === 'OK';
    },
    async unclaim(address) {
      await redis.del(lease(address));
    },
  };
}

/** A record that is damaged is one that nobody has: the file is asked for again. */
function asSaid<Said>(json: string, schema: z.ZodType<Said>): Said | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
