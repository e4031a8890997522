import { z } from 'zod';
import { articleRecordSchema } from '../article-record.ts';
import { cleanUrl } from '../clean-url.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { shortHash } from '../short-hash.ts';
import { articleVisitSchema } from './articles/article-visit.ts';
import { DamagedValues } from './damaged-values.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

const filteredSchema = z.object({
  sourceId: z.string(),
  /** The rule's place in the config, such as `sources[2] (fox-news).filter[0]`. */
  rule: z.string(),
  /** In words, with the place. */
  reason: z.string(),
  atMs: z.number(),
  visit: articleVisitSchema,
  /** As scraped; absent where the feed's entry alone decided, so that its page was not visited. */
  record: articleRecordSchema.optional(),
});

/** What a rule of the operator's left out. */
export type Filtered = z.infer<typeof filteredSchema>;

/** By what an article is named here whose page was never visited. */
export function unvisitedName(link: string): string {
  return shortHash(cleanUrl(link) ?? link);
}

const MOST_OF_A_SOURCE = 5_000;

/** What filters left out, by article id or, where only its entry is known, by `unvisitedName`. */
export class FilteredStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  async remember(name: string, filtered: Filtered): Promise<void> {
    const list = this.#keys.filteredOf(filtered.sourceId);
    const { filtered: lifetime } = LIFETIMES;
    await Promise.all([
      this.#redis.set(this.#keys.filtered(name), JSON.stringify(filtered), 'EX', lifetime),
      this.#redis.zadd(list, filtered.atMs, name),
      this.#redis.zremrangebyscore(list, 0, filtered.atMs - lifetime * 1_000),
      this.#redis.expire(list, lifetime),
    ]);
  }

  /** Forgets the oldest of a source that brings more than anybody will look at. */
  async trim(sourceId: string): Promise<void> {
    const list = this.#keys.filteredOf(sourceId);
    const oldest = await this.#redis.zrange(list, 0, String(-MOST_OF_A_SOURCE - 1));
    await Promise.all(
      oldest.flatMap((name) => [
        this.#redis.unlink(this.#keys.filtered(name)),
        this.#redis.zrem(list, name),
      ]),
    );
  }

  async find(name: string): Promise<Filtered | undefined> {
    const key = this.#keys.filtered(name);
    return this.#damaged.sound(await this.#redis.get(key), key, filteredSchema);
  }

  /** Names of what was left out of a source, oldest first. */
  async namesOf(sourceId: string): Promise<string[]> {
    return await this.#redis.zrange(this.#keys.filteredOf(sourceId), 0, '-1');
  }

  async forget(name: string): Promise<void> {
    const filtered = await this.find(name);
    if (!filtered) return;
    await Promise.all([
      this.#redis.unlink(this.#keys.filtered(name)),
      this.#redis.zrem(this.#keys.filteredOf(filtered.sourceId), name),
    ]);
  }
}
