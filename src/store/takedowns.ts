import { DamagedValues } from './damaged-values.ts';
import { z } from 'zod';
import type { Keys } from './keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';

const takedownSchema = z.object({ atMs: z.number(), reason: z.string() });

/** When an article was taken down (epoch ms), and why, in the operator's words. */
export type Takedown = z.infer<typeof takedownSchema>;

/**
 * What an operator took down, by article id or cleaned address. There are few, and they last: no key of
 * theirs ever expires. Those of the config hold even if all of Redis is lost.
 */
export class TakedownStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;
  readonly #configured: ReadonlySet<string>;

  constructor(redis: RedisClient, keys: Keys, configured: Iterable<string>) {
    this.#redis = redis;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
    this.#configured = new Set(configured);
  }

  async add(name: string, takedown: Takedown): Promise<void> {
    await this.#redis.hset(this.#keys.takedowns(), name, JSON.stringify(takedown));
  }

  /** How many of the names were taken down. */
  async lift(names: readonly string[]): Promise<number> {
    return await this.#redis.hdel(this.#keys.takedowns(), ...names);
  }

  isConfigured(names: readonly string[]): boolean {
    return names.some((name) => this.#configured.has(name));
  }

  /** Why the article of these names is taken down; undefined when it is not. */
  async reasonFor(names: readonly string[]): Promise<string | undefined> {
    if (this.isConfigured(names)) return 'listed in the config';
    const found = await this.#redis.hmget(this.#keys.takedowns(), ...names);
    const json = found.find((value) => value !== null);
    if (!json) return undefined;
    // A damaged order is an order.
    const order = this.#damaged.sound(
      json,
      `${this.#keys.takedowns()} ${names[0]}`,
      takedownSchema,
    );
    return order?.reason ?? 'its reason cannot be read any more';
  }

  /** Newest first. */
  async list(): Promise<(Takedown & { name: string })[]> {
    const all = await this.#redis.hgetall(this.#keys.takedowns());
    return Array.from(this.#damaged.map(all, this.#keys.takedowns(), takedownSchema))
      .map(([name, order]) => ({ name, ...order }))
      .toSorted((a, b) => b.atMs - a.atMs);
  }
}
