import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { JsonHash } from '../json-hash.ts';
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
  readonly #feeds: JsonHash<FeedHealth>;

  constructor(redis: RedisClient, keys: Keys) {
    this.#feeds = new JsonHash(redis, keys, keys.feedHealth(), feedHealthSchema);
  }

  async save(feedId: string, health: FeedHealth): Promise<void> {
    await this.#feeds.set(feedId, health);
  }

  async all(): Promise<Map<string, FeedHealth>> {
    return await this.#feeds.all();
  }

  async forget(feedIds: readonly string[]): Promise<void> {
    await this.#feeds.forget(feedIds);
  }
}
