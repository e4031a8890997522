import type { RedisClient } from '../redis/redis-client.ts';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { FetchResponse } from '../http/fetch.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const keptSchema = z.object({
  status: z.number(),
  url: z.string(),
  redirects: z.array(z.object({ status: z.number(), from: z.string(), to: z.string() })),
  headers: z.record(z.string(), z.string()),
  /** gzip, base64. */
  body: z.string(),
});

/**
 * Pages that a job fetched before it had to wait for its turn again, so that each is fetched once
 * however often the job comes back. They are forgotten when the job is done, or a while after the
 * last one was kept.
 */
export class FetchedPages {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** By the address that was asked for. */
  async of(jobId: string): Promise<Map<string, FetchResponse>> {
    const kept = await this.#redis.hgetall(this.#keys.fetchedPages(jobId));
    const pages = Object.entries(kept).map(async ([url, json]) => {
      const { body, ...response } = keptSchema.parse(JSON.parse(json));
      return [url, { ...response, body: await unpack(Buffer.from(body, 'base64')) }] as const;
    });
    return new Map(await Promise.all(pages));
  }

  async keep(jobId: string, pages: ReadonlyMap<string, FetchResponse>): Promise<void> {
    const packed = [...pages].map(async ([url, { body, ...response }]) => {
      const kept = { ...response, body: (await pack(body)).toString('base64') };
      return [url, JSON.stringify(kept)] as const;
    });
    const key = this.#keys.fetchedPages(jobId);
    await this.#redis
      .multi()
      .hset(key, Object.fromEntries(await Promise.all(packed)))
      .expire(key, LIFETIMES.fetchedPages)
      .exec();
  }

  async forget(jobId: string): Promise<void> {
    await this.#redis.unlink(this.#keys.fetchedPages(jobId));
  }
}
