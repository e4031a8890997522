import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

const pauseSchema = z.object({ atMs: z.number(), by: z.string() });

/** When a source was paused (epoch ms), and by whom. */
export type SourcePause = z.infer<typeof pauseSchema>;

/** Sources that are not polled because a person said so. */
export class PausedSources {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.pausedSources();
    this.#damaged = new DamagedValues(redis, keys);
  }

  async pause(sourceId: string, pause: SourcePause): Promise<void> {
    await this.#redis.hset(this.#key, sourceId, JSON.stringify(pause));
  }

  /** False when it was not paused. */
  async resume(sourceId: string): Promise<boolean> {
    return (await this.#redis.hdel(this.#key, sourceId)) > 0;
  }

  async has(sourceId: string): Promise<boolean> {
    return (await this.#redis.hexists(this.#key, sourceId)) === 1;
  }

  async all(): Promise<Map<string, SourcePause>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, pauseSchema);
  }
}
