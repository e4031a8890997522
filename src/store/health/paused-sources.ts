import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { JsonHash } from '../json-hash.ts';
import type { Keys } from '../keys.ts';

const pauseSchema = z.object({ atMs: z.number(), by: z.string() });

/** When a source was paused (epoch ms), and by whom. */
export type SourcePause = z.infer<typeof pauseSchema>;

/** Sources that are not polled because a person said so. */
export class PausedSources {
  readonly #pauses: JsonHash<SourcePause>;

  constructor(redis: RedisClient, keys: Keys) {
    this.#pauses = new JsonHash(redis, keys, keys.pausedSources(), pauseSchema);
  }

  async pause(sourceId: string, pause: SourcePause): Promise<void> {
    await this.#pauses.set(sourceId, pause);
  }

  /** False when it was not paused. */
  async resume(sourceId: string): Promise<boolean> {
    return (await this.#pauses.forget([sourceId])) > 0;
  }

  async has(sourceId: string): Promise<boolean> {
    return await this.#pauses.has(sourceId);
  }

  async all(): Promise<Map<string, SourcePause>> {
    return await this.#pauses.all();
  }
}
