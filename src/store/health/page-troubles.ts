import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';

const pageTroubleSchema = z.object({
  /** Of the first of these failures (epoch ms). */
  sinceMs: z.number(),
  /** Pages in a row that could not be had or read. */
  failures: z.number(),
  code: z.string(),
  message: z.string(),
});

/** One dead link is the feed's mistake; several pages in a row that cannot be had are the source's. */
export const PAGES_IN_ROW = 3;

export type PageTrouble = z.infer<typeof pageTroubleSchema>;

const NOTE_TROUBLE = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
local trouble = known and cjson.decode(known) or { sinceMs = tonumber(ARGV[2]), failures = 0 }
trouble.failures = trouble.failures + 1
trouble.code, trouble.message = ARGV[3], ARGV[4]
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(trouble))
return trouble.failures`;

interface TroubleScripts {
  notePageTrouble(troubles: string, ...values: (string | number)[]): Promise<number>;
}

const LONGEST_MESSAGE = 500;

/** Sources whose pages cannot be had, one after the other. */
export class PageTroubleStore {
  readonly #redis: RedisClient & TroubleScripts;
  readonly #key: string;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    redis.defineCommand('notePageTrouble', { numberOfKeys: 1, lua: NOTE_TROUBLE });
    this.#redis = redis as RedisClient & TroubleScripts;
    this.#key = keys.pageTroubles();
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** Resolves to the number of pages that failed in a row. */
  async failed(
    sourceId: string,
    { code, message }: Pick<PageTrouble, 'code' | 'message'>,
    nowMs: number,
  ): Promise<number> {
    const told = message.slice(0, LONGEST_MESSAGE);
    return await this.#redis.notePageTrouble(this.#key, sourceId, nowMs, code, told);
  }

  async all(): Promise<Map<string, PageTrouble>> {
    const all = await this.#redis.hgetall(this.#key);
    return this.#damaged.map(all, this.#key, pageTroubleSchema);
  }

  /** A page was had: what went wrong before, if something did. */
  async recovered(sourceId: string): Promise<PageTrouble | undefined> {
    const [json] = await Promise.all([
      this.#redis.hget(this.#key, sourceId),
      this.#redis.hdel(this.#key, sourceId),
    ]);
    return json
      ? this.#damaged.sound(json, `${this.#key} ${sourceId}`, pageTroubleSchema)
      : undefined;
  }
}
