import { DamagedValues } from './damaged-values.ts';
import { scoredMembers } from './scored-members.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { z } from 'zod';
import { articleRecordSchema, type ArticleRecord } from '../article-record.ts';
import { articleVisitSchema } from './articles/article-visit.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

const heldArticleSchema = z.object({
  record: articleRecordSchema,
  /** In words, such as "confidence 0.41 is below 0.6". */
  reason: z.string(),
  /** RFC 3339; of the first time, if it was held again since. */
  heldAt: z.iso.datetime(),
  visit: articleVisitSchema,
  /** The place of the rule that holds it; absent where the article itself is in doubt. */
  rule: z.string().optional(),
});

/** An article that waits for a person to look at it. */
export type HeldArticle = z.infer<typeof heldArticleSchema>;

/** Articles of a source that are held, and since when the first of them (epoch ms). */
export interface HeldCount {
  count: number;
  sinceMs: number;
}

/** The articles that are held instead of published. */
export class HeldStore {
  readonly #redis: RedisClient;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** False when the article was dropped with this very content: then it is not held again. */
  async hold(doubtful: Omit<HeldArticle, 'heldAt'>, nowMs: number): Promise<boolean> {
    const { record } = doubtful;
    const { id, sourceId, contentHash } = record;
    const [earlier, dropped] = await Promise.all([
      this.find(id),
      this.#redis.get(this.#keys.dropped(id)),
    ]);
    if (dropped === contentHash) return false;
    const heldAt = earlier?.heldAt ?? new Date(nowMs).toISOString();
    const firstSeenAt = earlier?.record.firstSeenAt ?? record.firstSeenAt;
    const held: HeldArticle = { ...doubtful, record: { ...record, firstSeenAt }, heldAt };
    await this.#redis.set(this.#keys.held(id), JSON.stringify(held), 'EX', LIFETIMES.held);
    // Another slot of a cluster, so not in one step: whatever is in the list only is passed over.
    await this.#redis.zremrangebyscore(
      this.#keys.heldOf(sourceId),
      0,
      nowMs - LIFETIMES.held * 1_000,
    );
    await this.#list(id, sourceId, Date.parse(heldAt));
    return true;
  }

  async #list(articleId: string, sourceId: string, heldAtMs: number): Promise<void> {
    const list = this.#keys.heldOf(sourceId);
    await Promise.all([
      this.#redis.zadd(list, heldAtMs, articleId),
      this.#redis.expire(list, LIFETIMES.held),
      this.#redis.zadd(this.#keys.heldSources(), 'LT', heldAtMs, sourceId),
    ]);
  }

  async find(articleId: string): Promise<HeldArticle | undefined> {
    const key = this.#keys.held(articleId);
    return this.#damaged.sound(await this.#redis.get(key), key, heldArticleSchema);
  }

  /** A source's held articles, newest first; all of them where no limit is given. */
  async list(sourceId: string, limit?: number): Promise<HeldArticle[]> {
    const last = limit === undefined ? -1 : limit - 1;
    const ids = await this.#redis.zrevrange(this.#keys.heldOf(sourceId), 0, last);
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((held) => held !== undefined);
  }

  /** Makes what is held of a source's former id the source's own. */
  async adopt(formerId: string, sourceId: string): Promise<void> {
    for (const held of await this.list(formerId)) {
      const { record, heldAt } = held;
      await this.forget(record);
      const own = { ...held, record: { ...record, sourceId } };
      await this.#redis.set(this.#keys.held(record.id), JSON.stringify(own), 'EX', LIFETIMES.held);
      await this.#list(record.id, sourceId, Date.parse(heldAt));
    }
  }

  /** Ids of the sources that have held articles. */
  async sources(): Promise<string[]> {
    return await this.#redis.zrange(this.#keys.heldSources(), 0, '-1');
  }

  async forget({ id, sourceId }: Pick<ArticleRecord, 'id' | 'sourceId'>): Promise<void> {
    const list = this.#keys.heldOf(sourceId);
    const [removed] = await Promise.all([
      this.#redis.zrem(list, id),
      this.#redis.unlink(this.#keys.held(id)),
    ]);
    if (removed === 0) return;
    const [next] = scoredMembers(await this.#redis.zrange(list, 0, '0', 'WITHSCORES'));
    if (next) await this.#redis.zadd(this.#keys.heldSources(), next.score, sourceId);
    else await this.#redis.zrem(this.#keys.heldSources(), sourceId);
  }

  /** How many articles of each source are held, and since when the first of them (epoch ms). */
  async counts(nowMs: number): Promise<Map<string, HeldCount>> {
    const sources = scoredMembers(
      await this.#redis.zrange(this.#keys.heldSources(), 0, '-1', 'WITHSCORES'),
    );
    const startMs = nowMs - LIFETIMES.held * 1_000;
    const counts = await Promise.all(
      sources.map(({ member }) => this.#redis.zcount(this.#keys.heldOf(member), startMs, '+inf')),
    );
    const held = sources.map(({ member, score }, index): [string, HeldCount] => [
      member,
      { count: counts[index]!, sinceMs: Math.max(score, startMs) },
    ]);
    return new Map(held.filter(([, { count }]) => count > 0));
  }

  /** Forgets the article, and does not hold it again until its content changes. */
  async drop({ record }: HeldArticle): Promise<void> {
    const { id, contentHash } = record;
    await this.#redis.set(this.#keys.dropped(id), contentHash, 'EX', LIFETIMES.article);
    await this.forget(record);
  }
}
