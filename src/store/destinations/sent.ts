import { z } from 'zod';
import type { RedisClient } from '../../redis/redis-client.ts';
import { type ArticleScripts, withArticleScripts } from '../articles/article-scripts.ts';
import { DamagedValues } from '../damaged-values.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';

const sentSchema = z.object({
  /** `never`: the article was not for it so far. */
  state: z.enum(['shown', 'withdrawn', 'never']),
  /** Of the article, by which it came to that state. */
  revision: z.number(),
});

/** What a destination that does not get all articles was sent of one of them. */
export type Sent = z.infer<typeof sentSchema>;

/** Beside each article, which of the choosy destinations show it. */
export class SentStore {
  readonly #redis: RedisClient & ArticleScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = withArticleScripts(redis);
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
  }

  /** Undefined where nobody has noted anything: it may have been sent the article before it was choosy. */
  async to(destination: string, articleId: string): Promise<Sent | undefined> {
    const key = this.#keys.article(articleId);
    const field = sentField(destination);
    const [json] = await this.#redis.hmget(key, field);
    return json ? this.#damaged.sound(json, `${key} ${field}`, sentSchema) : undefined;
  }

  async note(destination: string, articleId: string, sent: Sent): Promise<void> {
    const key = this.#keys.article(articleId);
    const json = JSON.stringify(sent);
    await this.#redis.saveFieldIfKnown(key, sentField(destination), json, LIFETIMES.article);
  }
}

const sentField = (destination: string): string => `sent ${destination}`;
