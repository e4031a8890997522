import { DamagedValues } from '../damaged-values.ts';
import { articleRecordSchema, type ArticleRecord } from '../../article-record.ts';
import { type ArticleVisit, articleVisitSchema } from './article-visit.ts';
import { type ArticleScripts, withArticleScripts } from './article-scripts.ts';
import { type Action, actionSchema, LATEST_FIELDS, type Latest, latestFrom } from './latest.ts';
import { isUnchanged, jobFingerprints, readTold, toldOf, toldSince, type Told } from './told.ts';
import type { WithdrawReason } from '../../withdraw-reason.ts';
import type { RecentArticles } from '../health/recent-articles.ts';
import type { Keys } from '../keys.ts';
import { LIFETIMES } from '../lifetimes.ts';
import { type RedisClient, scanKeys, serverTimeMs } from '../../redis/redis-client.ts';

/** What is remembered of one article: its last revision as scraped, and what was last asked of the site. */
export interface KnownArticle extends Told {
  revision: number;
  action: Action;
  record: ArticleRecord;
}

export type RecordOutcome =
  | { kind: 'unchanged'; revision: number }
  /** Another worker has just kept an article under this id: whether it is the same one is to be asked again. */
  | { kind: 'contested' }
  /** The article belongs to another source. */
  | { kind: 'foreign'; revision: number; sourceId: string }
  | NewRevision;

/** `replaced` is the revision before this one. */
type NewRevision = { kind: 'revised'; replaced: number | undefined } & KnownArticle;

export interface KeepOptions {
  now: number;
  isConfigured: (sourceId: string) => boolean;
  /** When the page was asked for, see `timeMs`; left out, it is the newest. */
  askedAtMs?: number | undefined;
  /** What the operator's rules make of a record for the site. */
  rewrite?: ((record: ArticleRecord) => ArticleRecord) | undefined;
}

export class ArticleStore {
  readonly #redis: RedisClient & ArticleScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;
  readonly #recent: RecentArticles;

  constructor(redis: RedisClient, keys: Keys, recent: RecentArticles) {
    this.#redis = withArticleScripts(redis);
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
    this.#recent = recent;
  }

  async find(articleId: string): Promise<KnownArticle | undefined> {
    const key = this.#keys.article(articleId);
    const fields = await this.#redis.hmget(key, 'revision', 'action', 'record', 'told');
    const [revision, action, record, told] = fields;
    const sound = this.#damaged.sound(record, `${key} record`, articleRecordSchema);
    if (!revision || !sound) return undefined;
    return {
      revision: Number(revision),
      action: actionSchema.parse(action),
      record: sound,
      ...readTold(told ?? null, Number(revision)),
    };
  }

  /** Every remembered id that begins like this: looks at all keys, for a person who waits. */
  async idsLike(start: string): Promise<string[]> {
    const ids = new Set<string>();
    for await (const { keys } of scanKeys(this.#redis, `${this.#keys.article(start)}*`)) {
      for (const key of keys) ids.add(key.slice(key.lastIndexOf(':') + 1));
    }
    return [...ids];
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
    return { latest, visit: this.#damaged.sound(visit, `${key} visit`, articleVisitSchema) };
  }

  async rememberVisit(articleId: string, visit: ArticleVisit): Promise<void> {
    const key = this.#keys.article(articleId);
    await this.#redis.saveFieldIfKnown(key, 'visit', JSON.stringify(visit), LIFETIMES.article);
  }

  /**
   * Keeps `record` as the article's newest revision when anything that its job carries, times aside,
   * differs from `known`, the last one. Revisions rise even when all memory was lost: they are at
   * least the time in milliseconds. An article belongs to the source that found it first, as long as
   * `isConfigured` says that there is such a source: what another one reads changes nothing. A page that
   * was asked for before the last revision's is old news, however late its worker comes with it.
   */
  async keep(
    record: ArticleRecord,
    known: Latest | undefined,
    { now, isConfigured, askedAtMs = Infinity, rewrite }: KeepOptions,
  ): Promise<RecordOutcome> {
    const prints = jobFingerprints(record, rewrite);
    for (let latest = known; ; latest = await this.latest(record.id)) {
      const owner = latest?.action === 'withdraw' ? undefined : latest?.sourceId;
      if (latest && owner && owner !== record.sourceId && isConfigured(owner)) {
        return { kind: 'foreign', revision: latest.revision, sourceId: owner };
      }
      if (latest && isUnchanged(latest, record, prints)) {
        if (!latest.fingerprint) await this.#note(record.id, latest.revision, prints);
        return { kind: 'unchanged', revision: latest.revision };
      }
      if (latest && !known) return { kind: 'contested' };
      if (latest && latest.askedAtMs > askedAtMs) {
        return { kind: 'unchanged', revision: latest.revision };
      }
      const revised = { ...record, firstSeenAt: latest?.firstSeenAt ?? record.firstSeenAt };
      const action = latest ? 'update' : 'publish';
      const told = toldSince(latest, prints);
      const outcome = await this.#revise(revised, action, latest, { now, askedAtMs, told });
      if (outcome) return outcome;
    }
  }

  /**
   * Keeps the last record once more, as a revision that tells what changed rules make of it. Undefined when it is not on
   * the site, or another revision came meanwhile, which the rules have judged.
   */
  async reviseByRules(
    articleId: string,
    { now, rewrite }: Pick<KeepOptions, 'now' | 'rewrite'>,
  ): Promise<NewRevision | undefined> {
    const [known, latest] = await Promise.all([this.find(articleId), this.latest(articleId)]);
    const isShown = known && latest && known.action !== 'withdraw';
    if (!isShown || known.revision !== latest.revision) return undefined;
    const told = toldSince(latest, jobFingerprints(known.record, rewrite));
    const { askedAtMs } = latest;
    return await this.#revise(known.record, 'update', latest, { now, askedAtMs, told });
  }

  /**
   * Keeps the last record once more, as a revision that asks the site to take the article down. One that
   * left the site for another reason is taken down all the same, for that asks more of the site.
   */
  async withdraw(
    articleId: string,
    reason: WithdrawReason,
    now: number,
  ): Promise<RecordOutcome | undefined> {
    for (;;) {
      const known = await this.find(articleId);
      if (!known) return undefined;
      const asksMore = reason.code === 'takedown' && known.reason?.code !== 'takedown';
      if (known.action === 'withdraw' && !asksMore) {
        return { kind: 'unchanged', revision: known.revision };
      }
      const how = { now, askedAtMs: 0, told: { reason } };
      const outcome = await this.#revise(known.record, 'withdraw', known, how);
      if (outcome) return outcome;
    }
  }

  /** Undefined when another worker has written a revision meanwhile. */
  async #revise(
    record: ArticleRecord,
    action: Action,
    latest: Pick<Latest, 'revision'> | undefined,
    { now, askedAtMs, told }: { now: number; askedAtMs: number; told: Told },
  ): Promise<NewRevision | undefined> {
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
      told: toldOf(revised.revision, told),
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
    await this.#recent.note(revised, action);
    const { revision } = revised;
    return {
      kind: 'revised',
      action,
      revision,
      record: revised,
      replaced: latest?.revision,
      ...told,
    };
  }

  /** Beside a revision that an earlier version wrote; nothing is left behind of an article that is gone. */
  async #note(articleId: string, revision: number, told: Told): Promise<void> {
    const key = this.#keys.article(articleId);
    await this.#redis.saveFieldIfKnown(key, 'told', toldOf(revision, told), LIFETIMES.article);
  }
}
