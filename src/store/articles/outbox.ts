import { connectionCount, type Witness } from '../../redis/continuity.ts';
import type { RedisClient } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';
import { type ArticleScripts, withArticleScripts } from './article-scripts.ts';

/**
 * Articles whose newest revision may not be in the queue yet: whoever keeps a revision writes the intent to enqueue it
 * in the same step.
 */
export class Outbox {
  readonly #redis: RedisClient & ArticleScripts;
  readonly #keys: Keys;
  readonly #connections: () => number;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = withArticleScripts(redis);
    this.#keys = keys;
    this.#connections = connectionCount(redis);
  }

  /** To be handed to `clearIntent`: taken before the job is added. */
  async witness(articleId: string): Promise<Witness> {
    const connection = this.#connections();
    return { connection, run: await this.#redis.serverRun(this.#keys.article(articleId)) };
  }

  /**
   * To be called once the job of `revision` is in the queue. The intent stays when Redis went away
   * since the witness was taken, for the job may be gone with it; the reconciler then adds it again.
   */
  async clearIntent(articleId: string, revision: number, witness: Witness): Promise<void> {
    if (witness.connection !== this.#connections()) return;
    await this.#redis.clearIntent(
      this.#keys.article(articleId),
      this.#keys.outboxOf(articleId),
      revision,
      articleId,
      witness.run,
    );
  }

  /** Ids whose intent is older than `before` (epoch ms): their job may have been lost in a crash. */
  async overdueIntents(before: number): Promise<string[]> {
    const partitions = await Promise.all(
      this.#keys
        .partitions()
        .map((partition) =>
          this.#redis.zrangebyscore(this.#keys.outbox(partition), 0, before, 'LIMIT', 0, 1_000),
        ),
    );
    return partitions.flat();
  }
}
