import { DamagedValues } from './damaged-values.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { z } from 'zod';
import type { FlowCounts, FlowStore } from './health/flow.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

/**
 * One thing that happened to an article: `at` in epoch milliseconds, `event` in one word (`seen`,
 * `fetched`, `extracted`, `revised`, `unchanged`, `held`, `dropped`, `filtered`, `missing`, `delivered`…), and what
 * there is to say about it. Readers take events they do not know as they are.
 */
export const historyEventSchema = z
  .object({ at: z.number(), event: z.string() })
  .catchall(z.union([z.string(), z.number()]));

export type HistoryEvent = z.infer<typeof historyEventSchema>;

/** The revisions that an article's events tell of, each once. */
export function revisionsIn(events: readonly HistoryEvent[]): number[] {
  const revisions = events.flatMap(({ revision }) =>
    typeof revision === 'number' ? revision : [],
  );
  return [...new Set(revisions)];
}

// A new article leaves about four events and each later visit two.
const MOST_EVENTS = 50;

/** Events by the name under which the flow counts them, where that is not their own. */
const COUNTED_AS: Record<string, string> = {
  fetched: 'fetched',
  unchanged: 'unchanged',
  'not-modified': 'unchanged',
  held: 'held',
  dropped: 'dropped',
  missing: 'missing',
  filtered: 'filtered',
};

function countNames({ event, action, destination, rule }: HistoryEvent): string[] {
  if (destination !== undefined) return [`${event} ${destination}`];
  const name = event === 'revised' ? String(action) : COUNTED_AS[event];
  return [
    ...(name === undefined ? [] : [name]),
    ...(rule === undefined ? [] : [`${event} ${rule}`]),
  ];
}

/** What happened to each article, for people who ask; nothing is decided by it. */
export class HistoryStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;
  readonly #flow: FlowStore;

  constructor(redis: RedisClient, keys: Keys, flow: FlowStore) {
    this.#redis = redis;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
    this.#flow = flow;
  }

  /** The newest events are kept, and each is counted in the flow. Called beside other writes, it takes no round trip of its own. */
  async append(articleId: string, events: readonly HistoryEvent[]): Promise<void> {
    if (events.length === 0) return;
    const key = this.#keys.history(articleId);
    await Promise.all([
      this.#redis.rpush(key, ...events.map((event) => JSON.stringify(event))),
      this.#redis.ltrim(key, -MOST_EVENTS, -1),
      this.#redis.expire(key, LIFETIMES.history),
      this.#count(events),
    ]);
  }

  async #count(events: readonly HistoryEvent[]): Promise<void> {
    const counts: FlowCounts = {};
    for (const name of events.flatMap(countNames)) counts[name] = (counts[name] ?? 0) + 1;
    await this.#flow.count(counts, events.at(-1)!.at);
  }

  /** Oldest first. */
  async read(articleId: string): Promise<HistoryEvent[]> {
    const key = this.#keys.history(articleId);
    const events = await this.#redis.lrange(key, 0, -1);
    return events.flatMap((json) => this.#damaged.sound(json, key, historyEventSchema) ?? []);
  }
}
