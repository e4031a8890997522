import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { JsonHash } from '../json-hash.ts';
import type { Keys } from '../keys.ts';

const missingSourceSchema = z.object({ sinceMs: z.number(), lastMs: z.number() });

/** When visits of a source that no config has were put off: first, and last (epoch ms). */
export type MissingSource = z.infer<typeof missingSourceSchema>;

/** Sources that visits wait for, and that nobody's config has. */
export class MissingSources {
  readonly #sources: JsonHash<MissingSource>;

  constructor(redis: RedisClient, keys: Keys) {
    this.#sources = new JsonHash(redis, keys, keys.missingSources(), missingSourceSchema);
  }

  /** Resolves to what is known of it by now. */
  async note(sourceId: string, nowMs: number): Promise<MissingSource> {
    const earlier = await this.#sources.get(sourceId);
    const missing = { sinceMs: earlier?.sinceMs ?? nowMs, lastMs: nowMs };
    await this.#sources.set(sourceId, missing);
    return missing;
  }

  async all(): Promise<Map<string, MissingSource>> {
    return await this.#sources.all();
  }

  async forget(sourceIds: readonly string[]): Promise<void> {
    await this.#sources.forget(sourceIds);
  }
}
