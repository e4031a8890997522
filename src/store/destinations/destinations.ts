import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

const downSchema = z.object({
  sinceMs: z.number(),
  /** In words, as the destination's last answer gave it. */
  reason: z.string(),
  /** Trials since then. */
  waits: z.number(),
  /** When one job tries again; until then all of them wait. */
  nextTryMs: z.number(),
});

/** How a destination takes its jobs, over all processes. Times in epoch milliseconds by Redis's clock. */
export interface DestinationHealth {
  /** Articles that it did not take since it last took one, each once. */
  failing: string[];
  down?: z.infer<typeof downSchema> | undefined;
  takenAtMs?: number | undefined;
}

/** More destinations than anybody has. */
const MOST_OWED = 1_000;

const troubleSchema = z.object({ failing: z.array(z.string()), down: downSchema.optional() });

const suspicionSchema = z.object({
  /** Tries that failed while the destination was well. */
  tries: z.number(),
  sinceMs: z.number(),
  failedAtMs: z.number(),
});

/** That a destination's trouble may be one job's own. */
export type Suspicion = z.infer<typeof suspicionSchema>;

/** The same for people: `down` waits for its next try; `behind` takes jobs, but they wait for long. */
export type DestinationState =
  | { state: 'ok' }
  | { state: 'behind'; sinceMs: number; reason: string }
  | { state: 'down'; sinceMs: number; reason: string; nextTryMs: number };

/** Jobs that wait longer than this are late. */
const BEHIND_AFTER_MS = 600_000;
/** Where deliveries are spread over the hour. */
const PACED_BEHIND_AFTER_MS = 3_600_000;

/** @param oldestWaitingMs when the job was added that waits longest */
export function destinationState(
  { down }: DestinationHealth,
  {
    oldestWaitingMs,
    nowMs,
    maxPerHour,
  }: { oldestWaitingMs?: number | undefined; nowMs: number; maxPerHour?: number | undefined },
): DestinationState {
  if (down) {
    const { sinceMs, reason, nextTryMs } = down;
    return { state: 'down', sinceMs, reason, nextTryMs };
  }
  const isPaced = maxPerHour !== undefined;
  const behindAfterMs = isPaced ? PACED_BEHIND_AFTER_MS : BEHIND_AFTER_MS;
  if (oldestWaitingMs === undefined || nowMs - oldestWaitingMs <= behindAfterMs) {
    return { state: 'ok' };
  }
  const reason = isPaced
    ? `its oldest job has waited for more than an hour; maxPerHour: ${maxPerHour} lets no more through`
    : 'its oldest job has waited for more than 10 minutes';
  return { state: 'behind', sinceMs: oldestWaitingMs, reason };
}

/** How each push destination is doing, and which articles it alone does not take. */
export class DestinationStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async health(name: string): Promise<DestinationHealth> {
    const [trouble, takenAt] = await this.#redis.hmget(
      this.#keys.destination(name),
      'trouble',
      'takenAt',
    );
    return {
      // What cannot be read is no reason to hold jobs up.
      ...(parsed(troubleSchema, trouble) ?? { failing: [] }),
      takenAtMs: takenAt ? Number(takenAt) : undefined,
    };
  }

  async suspicion(name: string, articleId: string): Promise<Suspicion | undefined> {
    return parsed(
      suspicionSchema,
      await this.#redis.hget(this.#keys.destinationSuspects(name), articleId),
    );
  }

  async saveTrouble(name: string, { failing, down }: DestinationHealth): Promise<void> {
    const key = this.#keys.destination(name);
    await Promise.all([
      this.#redis.hset(key, 'trouble', JSON.stringify({ failing, down })),
      this.#redis.expire(key, LIFETIMES.destination),
    ]);
  }

  async saveTaken(name: string, atMs: number): Promise<void> {
    await this.#redis.hset(this.#keys.destination(name), 'takenAt', atMs);
  }

  async suspect(name: string, articleId: string, suspicion: Suspicion): Promise<void> {
    const key = this.#keys.destinationSuspects(name);
    await Promise.all([
      this.#redis.hset(key, articleId, JSON.stringify(suspicion)),
      this.#redis.expire(key, LIFETIMES.destination),
    ]);
  }

  async clear(name: string, articleId: string): Promise<void> {
    await this.#redis.hdel(this.#keys.destinationSuspects(name), articleId);
  }

  /** That a destination shows an article without a part that it may have later. */
  async owe(name: string, articleId: string): Promise<void> {
    const key = this.#keys.owed(articleId);
    await Promise.all([
      this.#redis.sadd(key, name),
      this.#redis.expire(key, LIFETIMES.destination),
    ]);
  }

  /** Names of the destinations that are owed a part of an article; with the answer they are forgotten. */
  async takeOwed(articleId: string): Promise<string[]> {
    // Two looks at once take each debt once.
    return await this.#redis.spop(this.#keys.owed(articleId), MOST_OWED);
  }

  /** True for the one who may try whether the destination is back. */
  async beginTrial(name: string, leaseMs: number): Promise<boolean> {
    const key = this.#keys.destinationTrial(name);
    return (await this.#redis.set(key, '1', 'PX', leaseMs, 'NX')) === 'OK';
  }

  async endTrial(name: string): Promise<void> {
    await this.#redis.del(this.#keys.destinationTrial(name));
  }
}

function parsed<Value>(
  schema: z.ZodType<Value>,
  json: string | null | undefined,
): Value | undefined {
  if (!json) return undefined;
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
