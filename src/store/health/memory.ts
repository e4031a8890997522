import { DAY_MS } from '../../durations.ts';
import { parseInfo } from '../../redis/preflight.ts';
import { masters, type RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';

/** What Redis holds, over all of its servers. */
export interface MemoryFigures {
  usedBytes: number;
  /** `maxmemory`; null where none is set. */
  limitBytes: number | null;
  /** Of the fullest server, 0 to 1; 0 without a limit. */
  use: number;
  /** Bytes at the end of each day (since 1970) that is remembered, oldest first. */
  days: { day: number; usedBytes: number }[];
}

const REMEMBERED_DAYS = 30;

/** How much Redis holds, and held. */
export class MemoryStore {
  readonly #redis: RedisClient;
  readonly #key: string;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#key = keys.memorySamples();
  }

  async read(): Promise<MemoryFigures> {
    const [samples, ...infos] = await Promise.all([
      this.#redis.hgetall(this.#key),
      ...masters(this.#redis).map(async (master) => parseInfo(await master.info('memory'))),
    ]);
    const servers = infos.map(({ used_memory: used, maxmemory: limit }) => ({
      // Absent where the user may not ask.
      used: Number(used ?? 0),
      limit: Number(limit ?? 0),
    }));
    const hasLimit = servers.length > 0 && servers.every(({ limit }) => limit > 0);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      usedBytes: sum(servers.map(({ used }) => used)),
      limitBytes: hasLimit ? sum(servers.map(({ limit }) => limit)) : null,
      use: hasLimit ? Math.max(...servers.map(({ used, limit }) => used / limit)) : 0,
      days: Object.entries(samples)
        .map(([day, bytes]) => ({ day: Number(day), usedBytes: Number(bytes) }))
        .toSorted((a, b) => a.day - b.day),
    };
  }

  /** Keeps today's figure, the latest one of the day. */
  async sample(nowMs: number): Promise<void> {
    const { usedBytes, days } = await this.read();
    const today = Math.floor(nowMs / DAY_MS);
    const old = days.filter(({ day }) => day <= today - REMEMBERED_DAYS);
    await Promise.all([
      this.#redis.hset(this.#key, String(today), usedBytes),
      ...old.map(({ day }) => this.#redis.hdel(this.#key, String(day))),
    ]);
  }
}
