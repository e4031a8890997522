import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { JsonHash } from '../json-hash.ts';
import type { Keys } from '../keys.ts';

const driftedSchema = z.object({ sinceMs: z.number(), messages: z.array(z.string()) });

/** What changed in a source's pages, in words, and since when (epoch ms). */
export type Drifted = z.infer<typeof driftedSchema>;

/** Sources whose pages look different from how they used to. */
export class DriftStore {
  readonly #drifts: JsonHash<Drifted>;

  constructor(redis: RedisClient, keys: Keys) {
    this.#drifts = new JsonHash(redis, keys, keys.drifts(), driftedSchema);
  }

  /** Without a message its pages are as ever. */
  async note(sourceId: string, messages: string[], nowMs: number): Promise<void> {
    if (messages.length === 0) {
      await this.#drifts.forget([sourceId]);
      return;
    }
    const earlier = await this.#drifts.get(sourceId);
    await this.#drifts.set(sourceId, { sinceMs: earlier?.sinceMs ?? nowMs, messages });
  }

  async all(): Promise<Map<string, Drifted>> {
    return await this.#drifts.all();
  }
}
