import { z } from 'zod';
import { articleRecordSchema, type ArticleRecord } from '../article/record.ts';
import { connectionCount } from './continuity.ts';
import { lifetimes, type Keys } from './keys.ts';
import type { RedisClient } from './redis-client.ts';

export const actionSchema = z.enum(['publish', 'update', 'withdraw']);
export type Action = z.infer<typeof actionSchema>;

/** What is remembered of one article: its last revision as scraped, and what was last asked of the site. */
export interface KnownArticle {
  revision: number;
  action: Action;
  record: ArticleRecord;
}

type Latest = Pick<KnownArticle, 'revision' | 'action'> &
  Pick<ArticleRecord, 'contentHash' | 'firstSeenAt'> & { askedAtMs: number };

export type RecordOutcome =
  | { kind: 'unchanged'; revision: number }
  | { kind: 'revised'; action: Action; record: ArticleRecord };

// Compare and set: writes a revision together with the intent to enqueue it, unless another worker
// has written one meanwhile. Between remembering and enqueueing there is no gap to fall into.
const SAVE_REVISION = `
if (redis.call('HGET', KEYS[1], 'revision') or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'revision', ARGV[2], 'action', ARGV[3], 'record', ARGV[4],
  'contentHash', ARGV[5], 'firstSeenAt', ARGV[6], 'askedAtMs', ARGV[10])
redis.call('EXPIRE', KEYS[1], ARGV[7])
redis.call('ZADD', KEYS[2], ARGV[8], ARGV[9])
return 1`;

// The intent is done only if no newer revision was written since.
const CLEAR_INTENT = `
if redis.call('HGET', KEYS[1], 'revision') ~= ARGV[1] then return 0 end
return redis.call('ZREM', KEYS[2], ARGV[2])`;

interface Scripts {
  saveRevision(article: string, outbox: string, ...values: (string | number)[]): Promise<number>;
  clearIntent(article: string, outbox: string, ...values: (string | number)[]): Promise<number>;
}

export class ArticleStore {
  readonly #redis: RedisClient & Scripts;
  readonly #keys: Keys;
  readonly #connections: () => number;

  constructor(redis: RedisClient, keys: Keys) {
    redis.defineCommand('saveRevision', { numberOfKeys: 2, lua: SAVE_REVISION });
    redis.defineCommand('clearIntent', { numberOfKeys: 2, lua: CLEAR_INTENT });
    this.#redis = redis as RedisClient & Scripts;
    this.#keys = keys;
    this.#connections = connectionCount(redis);
  }

  async find(articleId: string): Promise<KnownArticle | undefined> {
    const [revision, action, record] = await this.#redis.hmget(
      this.#keys.article(articleId),
      'revision',
      'action',
      'record',
    );
    if (!revision || !record) return undefined;
    return {
      revision: Number(revision),
      action: actionSchema.parse(action),
      record: articleRecordSchema.parse(JSON.parse(record)),
    };
  }

  // Without the record itself, which is only read when it is to be sent.
  async #latest(articleId: string): Promise<Latest | undefined> {
    const [revision, action, hash, firstSeenAt, askedAtMs] = await this.#redis.hmget(
      this.#keys.article(articleId),
      'revision',
      'action',
      'contentHash',
      'firstSeenAt',
      'askedAtMs',
    );
    if (!revision || !hash || !firstSeenAt) return undefined;
    return {
      revision: Number(revision),
      action: actionSchema.parse(action),
      contentHash: hash,
      firstSeenAt,
      // A version before this field wrote none.
      askedAtMs: Number(askedAtMs ?? 0),
    };
  }

  /** Epoch milliseconds by the clock of Redis, which is one for all workers. */
  async timeMs(): Promise<number> {
    const [seconds, microseconds] = await this.#redis.time();
    return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
  }

  /**
   * Keeps `record` as the article's newest revision when its content differs from the last one.
   * A page that was asked for (`askedAtMs`, see `timeMs`) before that revision's is old news, however
   * late its worker comes with it.
   * Revisions rise even when all memory was lost: they are at least the time in milliseconds.
   */
  async keep(record: ArticleRecord, now: number, askedAtMs = now): Promise<RecordOutcome> {
    for (;;) {
      const known = await this.#latest(record.id);
      if (known?.contentHash === record.contentHash && known.action !== 'withdraw') {
        return { kind: 'unchanged', revision: known.revision };
      }
      if (known && known.askedAtMs > askedAtMs) {
        return { kind: 'unchanged', revision: known.revision };
      }
      const revised = {
        ...record,
        revision: Math.max((known?.revision ?? 0) + 1, now),
        firstSeenAt: known?.firstSeenAt ?? record.firstSeenAt,
      };
      const action = known ? 'update' : 'publish';
      if (await this.#save(revised, action, { replaced: known?.revision, now, askedAtMs })) {
        return { kind: 'revised', action, record: revised };
      }
    }
  }

  async #save(
    record: ArticleRecord,
    action: Action,
    { replaced, now, askedAtMs }: { replaced: number | undefined; now: number; askedAtMs: number },
  ) {
    const saved = await this.#redis.saveRevision(
      this.#keys.article(record.id),
      this.#keys.outboxOf(record.id),
      replaced ?? '',
      record.revision,
      action,
      JSON.stringify(record),
      record.contentHash,
      record.firstSeenAt,
      lifetimes.article,
      now,
      record.id,
      askedAtMs,
    );
    return saved === 1;
  }

  /** To be handed to `clearIntent`: taken before the job is added. */
  connectionNow(): number {
    return this.#connections();
  }

  /**
   * To be called once the job of `revision` is in the queue. The intent stays when Redis went away
   * since `connection` was taken, for the job may be gone with it; the reconciler then adds it again.
   */
  async clearIntent(articleId: string, revision: number, connection: number): Promise<void> {
    if (connection !== this.#connections()) return;
    await this.#redis.clearIntent(
      this.#keys.article(articleId),
      this.#keys.outboxOf(articleId),
      revision,
      articleId,
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

  /** Remembers under which addresses an article is known. */
  async rememberAddresses(articleId: string, urls: Iterable<string>): Promise<void> {
    await Promise.all(
      [...new Set(urls)].map((url) =>
        this.#redis.set(this.#keys.alias(url), articleId, 'EX', lifetimes.alias),
      ),
    );
  }

  async findByAddress(url: string): Promise<string | undefined> {
    return (await this.#redis.get(this.#keys.alias(url))) ?? undefined;
  }
}
