import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

/** Why the last visits to a feed brought nothing. */
const feedFailureSchema = z.object({
  /** Of the first of these failures (epoch ms). */
  sinceMs: z.number(),
  /** In a row. */
  failures: z.number(),
  /** `http-503`, `dns`, `robots-disallowed`, `not-a-feed`, `suspicious-…` */
  code: z.string(),
  message: z.string(),
});

/** How the last visits to a feed went; times in epoch milliseconds. */
export const feedHealthSchema = z.object({
  sourceId: z.string(),
  polledAtMs: z.number(),
  /** Of the last visit that could read it. */
  succeededAtMs: z.number().nullable(),
  nextPollAtMs: z.number(),
  failure: feedFailureSchema.optional(),
  /** Where a permanent redirect leads, and since when it is seen. */
  moved: z.object({ to: z.string(), sinceMs: z.number() }).optional(),
  /** It said twice that it is gone, and is asked no more. */
  isGone: z.boolean().optional(),
});

export type FeedHealth = z.infer<typeof feedHealthSchema>;

/** How every feed fares, in one key, so that thousands are read in one go. */
export class FeedHealthStore {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.feedHealth();
    this.#damaged = new DamagedValues(redis, keys);
  }

  async save(feedId: string, health: FeedHealth): Promise<void> {
    await this.#redis.hset(this.#key, feedId, JSON.stringify(health));
  }

  async all(): Promise<Map<string, FeedHealth>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, feedHealthSchema);
  }

  async forget(feedIds: readonly string[]): Promise<void> {
    if (feedIds.length > 0) await this.#redis.hdel(this.#key, ...feedIds);
  }
}
