import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';
import { hourAt } from '../../feed/polling/silence.ts';

/** How often each thing happened, by its name: `found`, `fetched`, `publish`, `delivered blog`… */
export type FlowCounts = Record<string, number>;

/** What passes through the pipeline, counted by the hour. */
export class FlowStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async count(counts: FlowCounts, nowMs: number): Promise<void> {
    const key = this.#keys.flow(hourAt(nowMs));
    const added = Object.entries(counts).filter(([, many]) => many > 0);
    if (added.length === 0) return;
    await Promise.all([
      ...added.map(([name, many]) => this.#redis.hincrby(key, name, many)),
      this.#redis.expire(key, LIFETIMES.flow),
    ]);
  }

  /** Of each of these hours (since 1970), in one round trip. */
  async ofHours(hours: readonly number[]): Promise<FlowCounts[]> {
    const all = await Promise.all(hours.map((hour) => this.#redis.hgetall(this.#keys.flow(hour))));
    return all.map((counts) =>
      Object.fromEntries(Object.entries(counts).map(([name, many]) => [name, Number(many)])),
    );
  }
}
