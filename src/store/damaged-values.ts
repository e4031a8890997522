import type { z } from 'zod';
import { DAY_MS } from '../durations.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import type { Keys } from './keys.ts';

/** What was not mended, or met again, for so long is told no longer. */
const TOLD_FOR_MS = DAY_MS;

/**
 * Values in Redis that cannot be read: cut, overwritten by hand, or of another program. Whatever lists or needs one
 * goes on without it, as if it had never been kept, and its place is told.
 */
export class DamagedValues {
  readonly #redis: RedisClient;
  readonly #key: string;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.damaged();
  }

  /**
   * Undefined for a value that is damaged, or not there.
   * @param place its key, and behind a blank its field where it has one
   */
  sound<T>(json: string | null | undefined, place: string, schema: z.ZodType<T>): T | undefined {
    if (!json) return undefined;
    const value = read(json, schema);
    if (value === undefined) {
      // Who reads goes on; a Redis that takes no writes is told elsewhere.
      this.#redis.hset(this.#key, place, Date.now()).catch(() => undefined);
    }
    return value;
  }

  /** The fields of a hash that are sound. */
  map<T>(fields: Record<string, string>, key: string, schema: z.ZodType<T>): Map<string, T> {
    return new Map(
      Object.entries(fields).flatMap(([field, json]) => {
        const value = this.sound(json, `${key} ${field}`, schema);
        return value === undefined ? [] : [[field, value] as const];
      }),
    );
  }

  /** When each place was last found damaged (epoch ms). */
  async all(): Promise<Map<string, number>> {
    const found = await this.#redis.hgetall(this.#key);
    const places = Object.entries(found).map(([place, at]) => [place, Number(at) || 0] as const);
    const old = places.filter(([, atMs]) => Date.now() - atMs > TOLD_FOR_MS);
    if (old.length > 0) await this.#redis.hdel(this.#key, ...old.map(([place]) => place));
    return new Map(places.filter((place) => !old.includes(place)));
  }
}

function read<T>(json: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
