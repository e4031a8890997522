import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

const missingSourceSchema = z.object({ sinceMs: z.number(), lastMs: z.number() });

/** When visits of a source that no config has were put off: first, and last (epoch ms). */
export type MissingSource = z.infer<typeof missingSourceSchema>;

/** Sources that visits wait for, and that nobody's config has. */
export class MissingSources {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.missingSources();
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** Resolves to what is known of it by now. */
  async note(sourceId: string, nowMs: number): Promise<MissingSource> {
    const known = await this.#redis.hget(this.#key, sourceId);
    const place = `${this.#key} ${sourceId}`;
    const earlier = known ? this.#damaged.sound(known, place, missingSourceSchema) : undefined;
    const sinceMs = earlier?.sinceMs ?? nowMs;
    const missing = { sinceMs, lastMs: nowMs };
    await this.#redis.hset(this.#key, sourceId, JSON.stringify(missing));
    return missing;
  }

  async all(): Promise<Map<string, MissingSource>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, missingSourceSchema);
  }

  async forget(sourceIds: readonly string[]): Promise<void> {
    if (sourceIds.length > 0) await this.#redis.hdel(this.#key, ...sourceIds);
  }
}
