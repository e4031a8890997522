import { HOUR_MS } from '../../durations.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';
import type { RedisClient } from '../../redis/redis-client.ts';

// One place after the other, a fixed time apart. Whoever comes back for an article holds the place that it was given; a
// place that nobody came back for is forgotten. The member `last` is the newest place that was used up.
const TAKE_SLOT = `
local id, now, interval = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[4]))
local own = redis.call('ZSCORE', KEYS[1], id)
if own then return math.ceil(tonumber(own)) end
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local at = now
if newest[2] and tonumber(newest[2]) + interval > now then at = tonumber(newest[2]) + interval end
redis.call('ZADD', KEYS[1], at, id)
redis.call('EXPIRE', KEYS[1], ARGV[5])
return math.ceil(at)`;

const USE_SLOT = `
local at = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not at then return 0 end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], 'GT', at, 'last')
return 1`;

interface SlotScripts {
  takeSlot(key: string, ...values: (string | number)[]): Promise<number>;
  useSlot(key: string, articleId: string): Promise<number>;
}

/** Longer than a job is put off that comes back for its place. */
const FORGOTTEN_AFTER_MS = 24 * HOUR_MS;

/** When deliveries to a destination may go out that takes only so many an hour, over all processes. */
export class DeliverySlots {
  readonly #redis: RedisClient & SlotScripts;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    redis.defineCommand('takeSlot', { numberOfKeys: 1, lua: TAKE_SLOT });
    redis.defineCommand('useSlot', { numberOfKeys: 1, lua: USE_SLOT });
    this.#redis = redis as RedisClient & SlotScripts;
    this.#keys = keys;
  }

  /** When an article's delivery may go out (epoch ms): now, or the place that is kept for it. */
  async take(
    destination: string,
    articleId: string,
    { maxPerHour, nowMs }: { maxPerHour: number; nowMs: number },
  ): Promise<number> {
    const key = this.#keys.deliverySlots(destination);
    const intervalMs = HOUR_MS / maxPerHour;
    const { destination: lifetime } = LIFETIMES;
    return await this.#redis.takeSlot(
      key,
      articleId,
      nowMs,
      intervalMs,
      FORGOTTEN_AFTER_MS,
      lifetime,
    );
  }

  /** The article is delivered: its next delivery needs a place of its own. */
  async used(destination: string, articleId: string): Promise<void> {
    await this.#redis.useSlot(this.#keys.deliverySlots(destination), articleId);
  }

  /** How many articles have a place that is still to come. */
  async waiting(destination: string, nowMs: number): Promise<number> {
    return await this.#redis.zcount(this.#keys.deliverySlots(destination), `(${nowMs}`, '+inf');
  }
}
