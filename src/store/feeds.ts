import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { SeenEntries } from '../feed/changes.ts';
import { newPollState, pollStateSchema, type PollState } from '../feed/poll-state.ts';
import { lifetimes, type Keys } from './keys.ts';

// A feed that was never polled is due at once; its scheduler spreads first visits.
function stateOf(json: string | null | undefined): PollState {
  return json ? pollStateSchema.parse(JSON.parse(json)) : newPollState(0);
}

const seenSchema = z.record(z.string(), z.string());

// One call each, where a transaction of single commands would cost three: a poll of an unchanged feed
// is hardly more than these two.
const TAKE_LEASE = `
if not redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2], 'NX')
  and redis.call('GET', KEYS[2]) ~= ARGV[1] then return {0} end
return {1, redis.call('HGET', KEYS[1], 'state')}`;

const SAVE = `
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('EXPIRE', KEYS[1], ARGV[1])
return redis.call('DEL', KEYS[2])`;

interface Scripts {
  takeFeedLease(
    feed: string,
    lease: string,
    holder: string,
    seconds: number,
  ): Promise<[number, (string | null)?]>;
  saveFeed(feed: string, lease: string, ...values: (string | number)[]): Promise<number>;
}

/** A reading that was not believed: what was found, and when first (epoch ms). */
const heldSchema = z.object({ kind: z.string(), message: z.string(), sinceMs: z.number() });
export type HeldReading = z.infer<typeof heldSchema>;

/** What is remembered of a feed's content. */
export interface LastReading {
  seen: SeenEntries;
  /** When that was (epoch ms); null where nobody noted it. */
  readAtMs: number | null;
  held: HeldReading | null;
}

/** What is remembered of a feed between polls. */
export class FeedStore {
  readonly #redis: Redis & Scripts;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    redis.defineCommand('takeFeedLease', { numberOfKeys: 2, lua: TAKE_LEASE });
    redis.defineCommand('saveFeed', { numberOfKeys: 2, lua: SAVE });
    this.#redis = redis as Redis & Scripts;
    this.#keys = keys;
  }

  /** The feed's poll state, if nobody else polls it right now; the lease ends by itself. */
  async lease(feedId: string, holder: string): Promise<PollState | undefined> {
    const [isOurs, state] = await this.#redis.takeFeedLease(
      this.#keys.feed(feedId),
      this.#keys.feedLease(feedId),
      holder,
      lifetimes.lease,
    );
    return isOurs === 1 ? stateOf(state) : undefined;
  }

  async release(feedId: string): Promise<void> {
    await this.#redis.del(this.#keys.feedLease(feedId));
  }

  async state(feedId: string): Promise<PollState> {
    const state = await this.#redis.hget(this.#keys.feed(feedId), 'state');
    return stateOf(state);
  }

  async lastReading(feedId: string): Promise<LastReading> {
    const key = this.#keys.feed(feedId);
    const [seen, readAt, held] = await this.#redis.hmget(key, 'seen', 'readAt', 'held');
    return {
      seen: seen ? seenSchema.parse(JSON.parse(seen)) : {},
      readAtMs: readAt ? Number(readAt) : null,
      held: held ? heldSchema.parse(JSON.parse(held)) : null,
    };
  }

  /**
   * Writes the state, and what is known anew of the feed's content, and ends the lease. What `reading`
   * leaves out stays as it was.
   */
  async save(feedId: string, state: PollState, reading: Partial<LastReading> = {}): Promise<void> {
    const { seen, readAtMs, held } = reading;
    const fields = {
      state: JSON.stringify(state),
      ...(seen ? { seen: JSON.stringify(seen) } : {}),
      ...(readAtMs ? { readAt: readAtMs } : {}),
      ...(held === undefined ? {} : { held: held === null ? '' : JSON.stringify(held) }),
    };
    await this.#redis.saveFeed(
      this.#keys.feed(feedId),
      this.#keys.feedLease(feedId),
      lifetimes.feed,
      ...Object.entries(fields).flat(),
    );
  }
}
