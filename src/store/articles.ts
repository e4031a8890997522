import { z } from 'zod';
import { articleRecordSchema, type ArticleRecord } from '../article-record.ts';
import { queuedEntrySchema } from '../feed/queued-entry.ts';
import { validatorsSchema } from '../http/conditional-request.ts';
import { type ArticleScripts, withArticleScripts } from './article-scripts.ts';
import { connectionCount, type Witness } from '../redis/continuity.ts';
import { LIFETIMES, type Keys } from './keys.ts';
import { type RedisClient, serverTimeMs } from '../redis/redis-client.ts';

export const actionSchema = z.enum(['publish', 'update', 'withdraw']);
export type Action = z.infer<typeof actionSchema>;

/** What is remembered of one article: its last revision as scraped, and what was last asked of the site. */
export interface KnownArticle {
  revision: number;
  action: Action;
  record: ArticleRecord;
}

/** The same without the record itself, which is only read when it is to be sent. */
export interface Latest {
  revision: number;
  action: Action;
  contentHash: string;
  firstSeenAt: string;
  /** With `sourceId` absent where an earlier version remembered the article. */
  mode?: string | undefined;
  sourceId?: string | undefined;
  /** When the page of that revision was asked for (ms by Redis's clock); 0 where nobody noted it. */
  askedAtMs: number;
}

/** What the next visit to an article's page needs of the last one. */
export const articleVisitSchema = z.object({
  feedUrl: z.string(),
  entry: queuedEntrySchema,
  validators: validatorsSchema.nullable(),
  /** When the page was first found missing; null while it is there. */
  missingSinceMs: z.number().nullable(),
});
export type ArticleVisit = z.infer<typeof articleVisitSchema>;

export type RecordOutcome =
  | { kind: 'unchanged'; revision: number }
  /** The article belongs to another source. */
  | { kind: 'foreign'; revision: number; sourceId: string }
  /** `replaced` is the revision before this one. */
  | { kind: 'revised'; action: Action; record: ArticleRecord; replaced: number | undefined };

const LATEST_FIELDS = [
  'revision',
  'action',
  'contentHash',
  'firstSeenAt',
  'mode',
  'sourceId',
  'askedAtMs',
] as const;

function latestFrom(fields: (string | null)[]): Latest | undefined {
  const [revision, action, contentHash, firstSeenAt, mode, sourceId, askedAtMs] = fields;
  if (!revision || !contentHash || !firstSeenAt) return undefined;
  return {
    revision: Number(revision),
    action: actionSchema.parse(action),
    contentHash,
    firstSeenAt,
    mode: mode ?? undefined,
    sourceId: sourceId ?? undefined,
    askedAtMs: Number(askedAtMs ?? 0),
  };
}

export interface KeepOptions {
  now: number;
  isConfigured: (sourceId: string) => boolean;
  /** When the page was asked for, see `timeMs`; left out, it is the newest. */
  askedAtMs?: number | undefined;
}

export class ArticleStore {
  readonly #redis: RedisClient & ArticleScripts;
  readonly #keys: Keys;
  readonly #connections: () => number;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = withArticleScripts(redis);
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

  /** Epoch milliseconds by the clock of Redis, which is one for all workers. */
  async timeMs(): Promise<number> {
    return Math.floor(await serverTimeMs(this.#redis));
  }

  async latest(articleId: string): Promise<Latest | undefined> {
    return latestFrom(await this.#redis.hmget(this.#keys.article(articleId), ...LATEST_FIELDS));
  }

  /** The article with its last visit, which those that an earlier version remembered do not have. */
  async watched(
    articleId: string,
  ): Promise<{ latest: Latest; visit: ArticleVisit | undefined } | undefined> {
    const key = this.#keys.article(articleId);
    const [visit, ...fields] = await this.#redis.hmget(key, 'visit', ...LATEST_FIELDS);
    const latest = latestFrom(fields);
    if (!latest) return undefined;
    return { latest, visit: visit ? articleVisitSchema.parse(JSON.parse(visit)) : undefined };
  }

  async rememberVisit(articleId: string, visit: ArticleVisit): Promise<void> {
    const key = this.#keys.article(articleId);
    await this.#redis.saveVisit(key, JSON.stringify(visit), LIFETIMES.article);
  }

  /**
   * Keeps `record` as the article's newest revision when its content, or what may be republished of it,
   * differs from `known`, the last one. Revisions rise even when all memory was lost: they are at
   * least the time in milliseconds. An article belongs to the source that found it first, as long as
   * `isConfigured` says that there is such a source: what another one reads changes nothing. A page that
   * was asked for before the last revision's is old news, however late its worker comes with it.
   */
  async keep(
    record: ArticleRecord,
    known: Latest | undefined,
    { now, isConfigured, askedAtMs = Infinity }: KeepOptions,
  ): Promise<RecordOutcome> {
    for (let latest = known; ; latest = await this.latest(record.id)) {
      const owner = latest?.action === 'withdraw' ? undefined : latest?.sourceId;
      if (latest && owner && owner !== record.sourceId && isConfigured(owner)) {
        return { kind: 'foreign', revision: latest.revision, sourceId: owner };
      }
      if (latest && saysTheSame(latest, record)) {
        return { kind: 'unchanged', revision: latest.revision };
      }
      if (latest && latest.askedAtMs > askedAtMs) {
        return { kind: 'unchanged', revision: latest.revision };
      }
      const revised = { ...record, firstSeenAt: latest?.firstSeenAt ?? record.firstSeenAt };
      const action = latest ? 'update' : 'publish';
      const outcome = await this.#revise(revised, action, latest, { now, askedAtMs });
      if (outcome) return outcome;
    }
  }

  /** Keeps the last record once more, as a revision that asks the site to take the article down. */
  async withdraw(articleId: string, now: number): Promise<RecordOutcome | undefined> {
    for (;;) {
      const known = await this.find(articleId);
      if (!known) return undefined;
      if (known.action === 'withdraw') return { kind: 'unchanged', revision: known.revision };
      const outcome = await this.#revise(known.record, 'withdraw', known, { now, askedAtMs: 0 });
      if (outcome) return outcome;
    }
  }

  /** Undefined when another worker has written a revision meanwhile. */
  async #revise(
    record: ArticleRecord,
    action: Action,
    latest: Pick<Latest, 'revision'> | undefined,
    { now, askedAtMs }: { now: number; askedAtMs: number },
  ): Promise<RecordOutcome | undefined> {
    const revised = { ...record, revision: Math.max((latest?.revision ?? 0) + 1, now) };
    const fields = {
      revision: revised.revision,
      action,
      record: JSON.stringify(revised),
      contentHash: revised.contentHash,
      firstSeenAt: revised.firstSeenAt,
      mode: revised.rights.mode,
      sourceId: revised.sourceId,
      askedAtMs: Number.isFinite(askedAtMs) ? askedAtMs : 0,
    };
    const saved = await this.#redis.saveRevision(
      this.#keys.article(record.id),
      this.#keys.outboxOf(record.id),
      latest?.revision ?? '',
      LIFETIMES.article,
      now,
      record.id,
      ...Object.entries(fields).flat(),
    );
    if (saved !== 1) return undefined;
    return { kind: 'revised', action, record: revised, replaced: latest?.revision };
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

function saysTheSame(latest: Latest, record: ArticleRecord): boolean {
  return (
    latest.action !== 'withdraw' &&
    latest.contentHash === record.contentHash &&
    (latest.mode === undefined || latest.mode === record.rights.mode)
  );
}
