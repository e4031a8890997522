import { masters, type RedisClient, serverTimeMs } from './redis-client.ts';

/** BullMQ dates jobs by the machine's clock: farther than this from Redis's they would come hours off. */
const MOST_APART_MS = 30_000;

/**
 * Redis's time, by which all workers agree whatever their own clocks say, carried on between two answers
 * by the monotonic clock. Until the first answer it is the machine's own time.
 */
export class RedisClock {
  #baseMs = performance.timeOrigin;

  readonly now = (): number => Math.round(this.#baseMs + performance.now());

  /** Asks Redis; of a cluster any master, for they agree among themselves. */
  async sync(redis: RedisClient): Promise<void> {
    const [server] = masters(redis);
    if (!server) return;
    const askedAt = performance.now();
    const redisMs = await serverTimeMs(server);
    const answeredAt = performance.now();
    // The answer was made at some moment in between.
    const earliest = redisMs - answeredAt;
    const latest = redisMs - askedAt;
    this.#baseMs = Math.min(Math.max(this.#baseMs, earliest), latest);
  }

  /** How far the machine's clock is from Redis's, in words; undefined when they agree. */
  disagreement(): string | undefined {
    const leadMs = Date.now() - this.now();
    if (Math.abs(leadMs) <= MOST_APART_MS) return undefined;
    const seconds = Math.round(Math.abs(leadMs) / 1_000);
    const side = leadMs > 0 ? 'ahead of' : 'behind';
    return `the clock of this machine is ${seconds} s ${side} that of Redis; set both by NTP`;
  }
}
