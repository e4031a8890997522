import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

const deedSchema = z.object({
  atMs: z.number(),
  by: z.string(),
  /** `poll`, `pause`, `release`… */
  what: z.string(),
  /** The source, article or job that it was done to. */
  subject: z.string(),
  outcome: z.string(),
});

/** What a person did from the page, and when (epoch ms). */
export type Deed = z.infer<typeof deedSchema>;

const MOST_DEEDS = 500;

/** The newest of what persons did. */
export class DeedStore {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.deeds();
    this.#damaged = new DamagedValues(redis, keys);
  }

  async note(deed: Deed): Promise<void> {
    await Promise.all([
      this.#redis.lpush(this.#key, JSON.stringify(deed)),
      this.#redis.ltrim(this.#key, 0, MOST_DEEDS - 1),
    ]);
  }

  /** Newest first. */
  async list(limit: number): Promise<Deed[]> {
    const deeds = await this.#redis.lrange(this.#key, 0, limit - 1);
    return deeds.flatMap((json) => this.#damaged.sound(json, this.#key, deedSchema) ?? []);
  }
}
