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
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** The feed's poll state, if nobody else polls it right now; the lease ends by itself. */
  async lease(feedId: string, holder: string): Promise<PollState | undefined> {
    const replies = await this.#redis
      .multi()
      .set(this.#keys.feedLease(feedId), holder, 'EX', lifetimes.lease, 'NX')
      .get(this.#keys.feedLease(feedId))
      .hget(this.#keys.feed(feedId), 'state')
      .exec();
    const [, owner, state] = (replies ?? []).map(([error, reply]) => {
      if (error) throw error;
      return reply as string | null;
    });
    if (owner !== holder) return undefined;
    return stateOf(state);
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
   * Writes the state, and what is known anew of the feed's content, and ends the lease: one round
   * trip. What `reading` leaves out stays as it was.
   */
  async save(feedId: string, state: PollState, reading: Partial<LastReading> = {}): Promise<void> {
    const key = this.#keys.feed(feedId);
    const { seen, readAtMs, held } = reading;
    const fields = {
      state: JSON.stringify(state),
      ...(seen ? { seen: JSON.stringify(seen) } : {}),
      ...(readAtMs ? { readAt: readAtMs } : {}),
      ...(held === undefined ? {} : { held: held === null ? '' : JSON.stringify(held) }),
    };
    await this.#redis
      .multi()
      .hset(key, fields)
      .expire(key, lifetimes.feed)
      .del(this.#keys.feedLease(feedId))
      .exec();
  }
}
