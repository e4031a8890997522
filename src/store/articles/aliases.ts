import { randomUUID } from 'node:crypto';
import { type LeaseScripts, withLeaseScripts } from '../../redis/lease.ts';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

/** What a name stands for. */
export interface Alias {
  articleId: string;
  /** When the article was last visited under this name (epoch ms); 0 while the first visit goes on. */
  visitedAtMs: number;
}

/** The name of an entry, which outlives edits of its address: its key within the feeds of its source. */
export function entryName(sourceId: string, entryKey: string): string {
  return `entry ${sourceId} ${entryKey}`;
}

function aliasOf(value: string | null): Alias | undefined {
  if (value === null) return undefined;
  const [articleId = '', visitedAt = '0'] = value.split('@');
  return { articleId, visitedAtMs: Number(visitedAt) };
}

/** Longer than it takes to identify an article and to keep it; what a dead worker leased is free after this long. */
const LEASE_MS = 10_000;

/** Under which names, page addresses (cleaned) and entries, an article is known. */
export class AliasStore {
  readonly #redis: RedisClient & LeaseScripts;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = withLeaseScripts(redis);
    this.#keys = keys;
  }

  async find(name: string): Promise<Alias | undefined> {
    return aliasOf(await this.#redis.get(this.#keys.alias(name)));
  }

  /** The same for many names in one round trip; unknown ones are left out. */
  async findAll(names: readonly string[]): Promise<Alias[]> {
    const found = await Promise.all(names.map((name) => this.find(name)));
    return found.filter((alias) => alias !== undefined);
  }

  /**
   * Gives a name to an article unless it has one, and tells whose it is: of several workers that find
   * an article at once, all learn the id of the first.
   */
  async claim(name: string, articleId: string): Promise<string> {
    const key = this.#keys.alias(name);
    const [, holder] = await Promise.all([
      this.#redis.set(key, articleId, 'EX', LIFETIMES.alias, 'NX'),
      this.#redis.get(key),
    ]);
    return aliasOf(holder)?.articleId ?? articleId;
  }

  /** For who is to find out which article stands at a place, and nobody else meanwhile; undefined while somebody does. */
  async lease(place: string): Promise<string | undefined> {
    const lease = randomUUID();
    const key = this.#keys.addressLease(place);
    const answer = await this.#redis.set(key, lease, 'PX', LEASE_MS, 'NX');
    return answer === 'OK' ? lease : undefined;
  }

  async release(place: string, lease: string): Promise<void> {
    await this.#redis.releaseLease(this.#keys.addressLease(place), lease);
  }

  async remember(articleId: string, names: Iterable<string>, visitedAtMs: number): Promise<void> {
    const value = `${articleId}@${visitedAtMs}`;
    await Promise.all(
      [...new Set(names)].map((name) =>
        this.#redis.set(this.#keys.alias(name), value, 'EX', LIFETIMES.alias),
      ),
    );
  }
}
