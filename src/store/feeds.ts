import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SeenEntries } from '../feed/changes.ts';
import { newPollState, pollStateSchema, type PollState } from '../feed/poll-state.ts';
import { connectionCount } from './continuity.ts';
import { lifetimes, type Keys } from './keys.ts';
import type { RedisClient } from './redis-client.ts';

// A feed that was never polled is due at once; its scheduler spreads first visits.
function stateOf(json: string | null | undefined): PollState {
  return json ? pollStateSchema.parse(JSON.parse(json)) : newPollState(0);
}

const seenSchema = z.record(z.string(), z.string());

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

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

interface Scripts {
  leaseFeed(feed: string, lease: string, ...values: (string | number)[]): Promise<string | null>;
  saveFeed(feed: string, lease: string, ...values: (string | number)[]): Promise<number>;
  releaseFeed(lease: string, value: string): Promise<null>;
}

interface Lease {
  value: string;
  connection: number;
}

/** What is remembered of a feed between polls. */
export class FeedStore {
  readonly #redis: RedisClient & Scripts;
  readonly #keys: Keys;
  readonly #leaseMs: number;
  readonly #connections: () => number;
  readonly #leases = new Map<string, Lease>();

  constructor(redis: RedisClient, keys: Keys, { leaseMs }: { leaseMs: number }) {
    redis.defineCommand('leaseFeed', { numberOfKeys: 2, lua: LEASE });
    redis.defineCommand('saveFeed', { numberOfKeys: 2, lua: SAVE });
    redis.defineCommand('releaseFeed', { numberOfKeys: 1, lua: RELEASE });
    this.#redis = redis as RedisClient & Scripts;
    this.#keys = keys;
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
    return stateOf(state);
  }

  async release(feedId: string): Promise<void> {
    const lease = this.#take(feedId);
    if (lease) await this.#redis.releaseFeed(this.#keys.feedLease(feedId), lease.value);
  }

  #take(feedId: string): Lease | undefined {
    const lease = this.#leases.get(feedId);
    this.#leases.delete(feedId);
    return lease;
  }

  async state(feedId: string): Promise<PollState> {
    const state = await this.#redis.hget(this.#keys.feed(feedId), 'state');
    return stateOf(state);
  }

  async seen(feedId: string): Promise<SeenEntries> {
    const seen = await this.#redis.hget(this.#keys.feed(feedId), 'seen');
    return seen ? seenSchema.parse(JSON.parse(seen)) : {};
  }

  /**
   * Writes the state, and what was seen where the feed was read, and ends the lease. Nothing is written
   * when the lease is no longer ours, or when Redis went away meanwhile and may have forgotten the jobs
   * of what was seen: the feed is then polled again.
   */
  async save(feedId: string, state: PollState, seen?: SeenEntries): Promise<void> {
    const lease = this.#take(feedId);
    if (!lease) return;
    if (lease.connection !== this.#connections()) {
      await this.#redis.releaseFeed(this.#keys.feedLease(feedId), lease.value);
      return;
    }
    const fields = ['state', JSON.stringify(state)];
    if (seen) fields.push('seen', JSON.stringify(seen));
    const values = [lease.value, lifetimes.feed, ...fields];
    await this.#redis.saveFeed(...this.#keysOf(feedId), ...values);
  }
}
