import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

const driftedSchema = z.object({ sinceMs: z.number(), messages: z.array(z.string()) });

/** What changed in a source's pages, in words, and since when (epoch ms). */
export type Drifted = z.infer<typeof driftedSchema>;

/** Sources whose pages look different from how they used to. */
export class DriftStore {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.drifts();
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** Without a message its pages are as ever. */
  async note(sourceId: string, messages: string[], nowMs: number): Promise<void> {
    if (messages.length === 0) {
      await this.#redis.hdel(this.#key, sourceId);
      return;
    }
    const known = await this.#redis.hget(this.#key, sourceId);
    const place = `${this.#key} ${sourceId}`;
    const earlier = known ? this.#damaged.sound(known, place, driftedSchema) : undefined;
    const sinceMs = earlier?.sinceMs ?? nowMs;
    await this.#redis.hset(this.#key, sourceId, JSON.stringify({ sinceMs, messages }));
  }

  async all(): Promise<Map<string, Drifted>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, driftedSchema);
  }
}
