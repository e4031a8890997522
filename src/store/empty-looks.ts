import type { RedisClient } from '../redis/redis-client.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

/** For which parts a changed entry was looked at in the last hour, and its page was found unchanged. */
export class EmptyLooks {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async note(sourceId: string, entryKey: string, parts: readonly string[]): Promise<void> {
    const key = this.#keys.emptyLook(sourceId, entryKey);
    await this.#redis.set(key, parts.join(' '), 'EX', LIFETIMES.emptyLook, 'NX');
  }

  /** Empty where there was none. */
  async of(sourceId: string, entryKey: string): Promise<string[]> {
    const parts = await this.#redis.get(this.#keys.emptyLook(sourceId, entryKey));
    return parts?.split(' ') ?? [];
  }
}
