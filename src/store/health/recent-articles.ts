import { DamagedValues } from '../damaged-values.ts';
import { z } from 'zod';
import type { ArticleRecord } from '../../article-record.ts';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { scoredMembers } from '../scored-members.ts';

const recentArticleSchema = z.object({
  sourceId: z.string(),
  title: z.string(),
  url: z.string(),
  action: z.enum(['publish', 'update', 'withdraw']),
  mode: z.string(),
});

/** An article as lists name it; `atMs` is when it last changed (epoch ms). */
export type RecentArticle = z.infer<typeof recentArticleSchema> & { id: string; atMs: number };

/** As many articles as lists and searches reach back. */
export const MOST_RECENT = 20_000;
const MOST_OF_SOURCE = 20;

// The list and what it says of each article are cut together.
const NOTE_RECENT = `
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
local surplus = redis.call('ZCARD', KEYS[1]) - ARGV[4]
if surplus <= 0 then return end
local oldest = redis.call('ZPOPMIN', KEYS[1], surplus)
for index = 1, #oldest, 2 do redis.call('HDEL', KEYS[2], oldest[index]) end`;

interface RecentScripts {
  noteRecent(list: string, facts: string, ...values: (string | number)[]): Promise<null>;
}

/** The articles that changed last, over all sources and of each. */
export class RecentArticles {
  readonly #redis: RedisClient & RecentScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    redis.defineCommand('noteRecent', { numberOfKeys: 2, lua: NOTE_RECENT });
    this.#redis = redis as RedisClient & RecentScripts;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  async note(record: ArticleRecord, action: RecentArticle['action']): Promise<void> {
    const { id, revision, sourceId, title, url, rights } = record;
    const facts = JSON.stringify({ sourceId, title, url, action, mode: rights.mode });
    const ofSource = this.#keys.recentArticlesOf(sourceId);
    await Promise.all([
      this.#redis.noteRecent(
        this.#keys.recentArticles(),
        this.#keys.recentFacts(),
        revision,
        id,
        facts,
        MOST_RECENT,
      ),
      this.#redis.zadd(ofSource, revision, id),
      this.#redis.zremrangebyrank(ofSource, 0, -MOST_OF_SOURCE - 1),
    ]);
  }

  /** Newest first, `MOST_RECENT` at most; those that changed since `sinceMs`. */
  async list(limit: number, sinceMs = 0): Promise<RecentArticle[]> {
    const key = this.#keys.recentArticles();
    return await this.#described(
      await this.#redis.zrevrangebyscore(key, '+inf', sinceMs, 'WITHSCORES', 'LIMIT', 0, limit),
    );
  }

  /** The ids of a source's newest articles with the time of their last change (epoch ms), newest first. */
  async idsOf(sourceId: string, sinceMs = 0): Promise<{ id: string; atMs: number }[]> {
    const key = this.#keys.recentArticlesOf(sourceId);
    const reply = await this.#redis.zrevrangebyscore(key, '+inf', sinceMs, 'WITHSCORES');
    return scoredMembers(reply).map(({ member: id, score: atMs }) => ({ id, atMs }));
  }

  /** Every recent id that begins like this. */
  async idsLike(start: string): Promise<string[]> {
    const ids = await this.#redis.zrange(this.#keys.recentArticles(), 0, '-1');
    return ids.filter((id) => id.startsWith(start));
  }

  async #described(reply: string[]): Promise<RecentArticle[]> {
    const articles = scoredMembers(reply);
    if (articles.length === 0) return [];
    const ids = articles.map(({ member }) => member);
    const facts = await this.#redis.hmget(this.#keys.recentFacts(), ...ids);
    return articles.flatMap(({ member: id, score: atMs }, index) => {
      const json = facts[index];
      if (!json) return [];
      const place = `${this.#keys.recentFacts()} ${id}`;
      const article = this.#damaged.sound(json, place, recentArticleSchema);
      return article ? [{ id, atMs, ...article }] : [];
    });
  }
}
