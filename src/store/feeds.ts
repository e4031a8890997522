import { DamagedValues } from './damaged-values.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SeenEntries } from '../feed/changes/entry-key.ts';
import { newPollState, pollStateSchema, type PollState } from '../feed/polling/poll-state.ts';
import { connectionCount } from '../redis/continuity.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';
import { type LeaseScripts, withLeaseScripts } from '../redis/lease.ts';
import type { RedisClient } from '../redis/redis-client.ts';

const seenSchema = z.record(z.string(), z.string());

/** A reading that was not believed: what was found, and when first (epoch ms). */
const heldFeedSchema = z.object({ kind: z.string(), message: z.string(), sinceMs: z.number() });
export type HeldReading = z.infer<typeof heldFeedSchema>;

/** What is remembered of a feed's content. */
export interface LastReading {
  seen: SeenEntries;
  /** When that was (epoch ms); null where nobody noted it. */
  readAtMs: number | null;
  held: HeldReading | null;
}

/** Entries that were only remembered when the feed was first read, by hashes of their addresses. */
const passedOverSchema = z.object({
  atMs: z.number(),
  newest: z.string(),
  links: z.array(z.string()),
});
export type PassedOver = z.infer<typeof passedOverSchema>;

/** What is known anew of a feed's content. */
export type NewReading = Partial<LastReading & { passedOver: PassedOver }>;

// The same holder may come back, because its job was taken over from a dead worker; the token of its
// new lease shuts the old one out, should that worker only have been asleep.
const LEASE = `
local lease = redis.call('GET', KEYS[2])
if lease and string.sub(lease, 1, #ARGV[1]) ~= ARGV[1] then return false end
redis.call('SET', KEYS[2], ARGV[1] .. ARGV[2], 'PX', ARGV[3])
return redis.call('HGET', KEYS[1], 'state') or ''`;

const SAVE = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[2])
return 1`;

interface FeedScripts extends LeaseScripts {
  leaseFeed(feed: string, lease: string, ...values: (string | number)[]): Promise<string | null>;
  saveFeed(feed: string, lease: string, ...values: (string | number)[]): Promise<number>;
}

interface Lease {
  value: string;
  connection: number;
}

/** What is remembered of a feed between polls. */
export class FeedStore {
  readonly #redis: RedisClient & FeedScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;
  readonly #leaseMs: number;
  readonly #connections: () => number;
  readonly #leases = new Map<string, Lease>();

  constructor(redis: RedisClient, keys: Keys, { leaseMs }: { leaseMs: number }) {
    redis.defineCommand('leaseFeed', { numberOfKeys: 2, lua: LEASE });
    redis.defineCommand('saveFeed', { numberOfKeys: 2, lua: SAVE });
    this.#redis = withLeaseScripts(redis) as RedisClient & FeedScripts;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
    this.#leaseMs = leaseMs;
    this.#connections = connectionCount(redis);
  }

  #keysOf(feedId: string): [feed: string, lease: string] {
    return [this.#keys.feed(feedId), this.#keys.feedLease(feedId)];
  }

  /** The feed's poll state, if nobody else polls it right now; the lease ends by itself. */
  async lease(feedId: string, holder: string): Promise<PollState | undefined> {
    const connection = this.#connections();
    const token = randomUUID();
    const own = `${holder} `;
    const state = await this.#redis.leaseFeed(...this.#keysOf(feedId), own, token, this.#leaseMs);
    if (state === null) return undefined;
    this.#leases.set(feedId, { value: own + token, connection });
    return this.#pollState(feedId, state);
  }

  /** Takes over what is known of a feed under another id, unless there is something of its own. */
  async adopt(formerId: string, feedId: string): Promise<void> {
    const former = this.#keys.feed(formerId);
    const known = await this.#redis.hgetall(former);
    if (Object.keys(known).length === 0) return;
    const own = this.#keys.feed(feedId);
    if ((await this.#redis.exists(own)) === 0) {
      await this.#redis.hset(own, known);
      await this.#redis.expire(own, LIFETIMES.feed);
    }
    await this.#redis.unlink(former);
  }

  async release(feedId: string): Promise<void> {
    const lease = this.#take(feedId);
    if (lease) await this.#redis.releaseLease(this.#keys.feedLease(feedId), lease.value);
  }

  #take(feedId: string): Lease | undefined {
    const lease = this.#leases.get(feedId);
    this.#leases.delete(feedId);
    return lease;
  }

  /** A feed that was never polled is due at once; its scheduler spreads first visits. */
  #pollState(feedId: string, json: string | null | undefined): PollState {
    const place = `${this.#keys.feed(feedId)} state`;
    return (json && this.#damaged.sound(json, place, pollStateSchema)) || newPollState(0);
  }

  async state(feedId: string): Promise<PollState> {
    const state = await this.#redis.hget(this.#keys.feed(feedId), 'state');
    return this.#pollState(feedId, state);
  }

  async lastReading(feedId: string): Promise<LastReading> {
    const key = this.#keys.feed(feedId);
    const [seen, readAt, held] = await this.#redis.hmget(key, 'seen', 'readAt', 'held');
    return {
      seen: (seen && this.#damaged.sound(seen, `${key} seen`, seenSchema)) || {},
      readAtMs: readAt ? Number(readAt) : null,
      held: (held && this.#damaged.sound(held, `${key} held`, heldFeedSchema)) || null,
    };
  }

  /** What of the feed was only remembered at its first reading; null where nothing was. */
  async passedOver(feedId: string): Promise<PassedOver | null> {
    const key = this.#keys.feed(feedId);
    const json = await this.#redis.hget(key, 'passedOver');
    return (json && this.#damaged.sound(json, `${key} passedOver`, passedOverSchema)) || null;
  }

  /**
   * Writes the state, and what is known anew of the feed's content, and ends the lease; what `reading`
   * leaves out stays as it was. Nothing is written when the lease is no longer ours, or when Redis went
   * away meanwhile and may have forgotten the jobs of what was seen: the feed is then polled again.
   */
  async save(feedId: string, state: PollState, reading: NewReading = {}): Promise<void> {
    const lease = this.#take(feedId);
    if (!lease) return;
    if (lease.connection !== this.#connections()) {
      await this.#redis.releaseLease(this.#keys.feedLease(feedId), lease.value);
      return;
    }
    const { seen, readAtMs, held, passedOver } = reading;
    const fields = {
      state: JSON.stringify(state),
      ...(seen ? { seen: JSON.stringify(seen) } : {}),
      ...(readAtMs ? { readAt: readAtMs } : {}),
      ...(passedOver ? { passedOver: JSON.stringify(passedOver) } : {}),
      ...(held === undefined ? {} : { held: held === null ? '' : JSON.stringify(held) }),
    };
    const values = [lease.value, LIFETIMES.feed, ...Object.entries(fields).flat()];
    await this.#redis.saveFeed(...this.#keysOf(feedId), ...values);
  }
}
