import type { z } from 'zod';
import type { RedisClient } from '../redis/redis-client.ts';
import { DamagedValues } from './damaged-values.ts';
import type { Keys } from './keys.ts';

/** A hash in Redis whose fields hold values of one shape, so that thousands are read in one go; a damaged one is none, and is told. */
export class JsonHash<T> {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #schema: z.ZodType<T>;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys, key: string, schema: z.ZodType<T>) {
    this.#redis = redis;
    this.#key = key;
    this.#schema = schema;
    this.#damaged = new DamagedValues(redis, keys);
  }

  async get(field: string): Promise<T | undefined> {
    const json = await this.#redis.hget(this.#key, field);
    return this.#damaged.sound(json, `${this.#key} ${field}`, this.#schema);
  }

  async set(field: string, value: T): Promise<void> {
    await this.#redis.hset(this.#key, field, JSON.stringify(value));
  }

  async has(field: string): Promise<boolean> {
    return (await this.#redis.hexists(this.#key, field)) === 1;
  }

  async all(): Promise<Map<string, T>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, this.#schema);
  }

  /** Resolves to how many of them were there. */
  async forget(fields: readonly string[]): Promise<number> {
    return fields.length === 0 ? 0 : await this.#redis.hdel(this.#key, ...fields);
  }
}
