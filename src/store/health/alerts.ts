import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

/** What was told of trouble that stands, and who looks just now. */
export class AlertStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** True for the one process that is to look now; the next may in so many milliseconds. */
  async claim(leaseMs: number): Promise<boolean> {
    return (await this.#redis.set(this.#keys.alertLook(), '1', 'PX', leaseMs, 'NX')) === 'OK';
  }

  /** As JSON; null before the first look. */
  async read(): Promise<string | null> {
    return await this.#redis.get(this.#keys.alerts());
  }

  async write(state: string): Promise<void> {
    await this.#redis.set(this.#keys.alerts(), state, 'EX', LIFETIMES.destination);
  }
}
