import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';

const missingSourceSchema = z.object({ sinceMs: z.number(), lastMs: z.number() });

/** When visits of a source that no config has were put off: first, and last (epoch ms). */
export type MissingSource = z.infer<typeof missingSourceSchema>;

/** Sources that visits wait for, and that nobody's config has. */
export class MissingSources {
  readonly #redis: RedisClient;
  readonly #key: string;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.missingSources();
  }

  /** Resolves to what is known of it by now. */
  async note(sourceId: string, nowMs: number): Promise<MissingSource> {
    const known = await this.#redis.hget(this.#key, sourceId);
    const sinceMs = known ? missingSourceSchema.parse(JSON.parse(known)).sinceMs : nowMs;
    const missing = { sinceMs, lastMs: nowMs };
    await this.#redis.hset(this.#key, sourceId, JSON.stringify(missing));
    return missing;
  }

  async all(): Promise<Map<string, MissingSource>> {
    const all = await this.#redis.hgetall(this.#key);
    return new Map(
      Object.entries(all).map(([id, json]) => [id, missingSourceSchema.parse(JSON.parse(json))]),
    );
  }

  async forget(sourceIds: readonly string[]): Promise<void> {
    if (sourceIds.length > 0) await this.#redis.hdel(this.#key, ...sourceIds);
  }
}
