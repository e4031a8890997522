import type { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

/** What was told of trouble that stands, and who looks just now. */
export class AlertStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** True for the one process that is to look now; the next may in so many milliseconds. */
  async claim(leaseMs: number): Promise<boolean> {
    return (await this.#redis.set(this.#keys.alertLook(), '1', 'PX', leaseMs, 'NX')) === 'OK';
  }

  /** Undefined before the first look. */
  async read<T>(schema: z.ZodType<T>): Promise<T | undefined> {
    const key = this.#keys.alerts();
    return this.#damaged.sound(await this.#redis.get(key), key, schema);
  }

  async write(state: object): Promise<void> {
    const json = JSON.stringify(state);
    await this.#redis.set(this.#keys.alerts(), json, 'EX', LIFETIMES.destination);
  }
}
