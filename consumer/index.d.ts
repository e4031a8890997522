/**
 * What a site needs to live on newsrelay's jobs: types, the one rule, safe HTML. No dependencies; Node 20 or newer.
 */

export type * from './job.d.ts';

import type { Image, Embed, ArticleRecord, Change, WithdrawReason, RepublishJob } from './job.d.ts';

/**
 * The job in a queue's or webhook's data, as far as this library relies on it; fields that it does not know stay.
 * @throws UnrecoverableJobError on anything else: trying again would not help, and BullMQ does not.
 * @example
 * new Worker('republish', async ({ data }) => apply(parseJob(data)), { connection, prefix });
 */
export function parseJob(data: unknown): RepublishJob;

/** Its name is the one by which BullMQ knows not to try again. */
export class UnrecoverableJobError extends Error {
  override readonly name: 'UnrecoverableError';
}

/** What a site holds of an article: the revision it applied last, and whether it shows it. */
export interface Held {
  revision: number;
  shown: boolean;
}

export type Decision =
  /** An equal or higher revision is held: nothing to do. */
  | { kind: 'stale' }
  /** `changes` are for caches: all of them where the job does not say. */
  | { kind: 'show'; isNew: boolean; changes: Change[] }
  /** `erase`: nothing of the article may be kept, as after a takedown. */
  | { kind: 'hide'; erase: boolean; reason: WithdrawReason };

/** The one rule: a higher revision is applied, always, and nothing else is. */
export function decide(held: Held | undefined, job: RepublishJob): Decision;

export interface RenderOptions {
  /** Level of the article's first subheads; 2 by default. */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Pictures in their place; true by default. The rights' `images` are kept to in any case. */
  images?: boolean | undefined;
  /** Your copy of a picture, where its rights are `copy`; the publisher's own address by default. */
  imageUrl?: ((image: Image) => string) | undefined;
  /** `rel` of links in the text; `nofollow noopener` by default. */
  linkRel?: string | undefined;
  /** Of the link below an excerpt or a link, such as "Continue reading at"; none by default. */
  readOn?: string | undefined;
}

/** One block of a rendered article. Its names are those of WordPress's core blocks where there is one. */
export interface RenderedBlock {
  name:
    | 'paragraph'
    | 'heading'
    | 'list'
    | 'quote'
    | 'image'
    | 'table'
    | 'embed'
    | 'code'
    | 'separator'
    | 'definitions'
    | 'credit'
    | 'attribution';
  html: string;
  level?: number;
  ordered?: boolean;
  embed?: Embed;
  image?: Image | undefined;
}

/** The article's own blocks, then its credit and the attribution; every text is escaped here and nowhere else. */
export function renderBlocks(record: ArticleRecord, options?: RenderOptions): RenderedBlock[];

/** The same as one HTML fragment. */
export function renderHtml(record: ArticleRecord, options?: RenderOptions): string;

/** Plain text as HTML or XML text or attribute value. */
export function escapeText(text: string): string;

/** At most `length` characters of what may be shown: the summary, else the first paragraph, cut between words. */
export function excerpt(record: ArticleRecord, length?: number): string;

/** For search and feeds: title, summary and text in lines, with a table's cells parted by tabs. */
export function plainText(record: ArticleRecord): string;

/** Minutes that reading takes, at least 1; words are counted in scripts without spaces too. */
export function readingMinutes(record: ArticleRecord): number;

/** Latin letters and digits of the title, else the title's own script, with the start of the id; unique and lasting. */
export function slug(record: Pick<ArticleRecord, 'id' | 'title'>): string;

/** The content of `<meta name="robots">` for the article's page. */
export function robots(record: Pick<ArticleRecord, 'rights'>): string;

/** The address for `<link rel="canonical">` where the rights allow one; undefined where it must not be printed. */
export function canonical(
  record: Pick<ArticleRecord, 'rights' | 'canonicalUrl'>,
): string | undefined;

/** schema.org NewsArticle with where it is from, as text that is safe within `<script type="application/ld+json">`. */
export function jsonLd(record: ArticleRecord, page: { url: string; siteName: string }): string;

/**
 * Whether a webhook is ours (Standard Webhooks 1.0): one of the secrets signed it, at most five minutes ago.
 * @param headers lower-case names
 * @param body exactly the text that was received
 */
export function verifyWebhook(
  headers: Record<string, string | string[] | undefined>,
  body: string,
  secrets: readonly string[],
  nowMs?: number,
): boolean;

/** What a store did with a job. */
export type Applied = 'stale' | 'shown' | 'hidden' | 'erased';

export interface StoredArticle {
  revision: number;
  record: ArticleRecord;
  byline: string;
}

/** `node:sqlite`'s DatabaseSync, as far as it is used. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: (string | number | null)[]): { changes: number | bigint };
    get(...values: (string | number | null)[]): unknown;
    all(...values: (string | number | null)[]): unknown[];
  };
}

/** One table; jobs in any order, at once and again end at the highest revision. */
export class SqliteStore {
  constructor(database: SqliteDatabase, table?: string);
  apply(job: RepublishJob): Applied;
  /** An article that is shown. */
  find(id: string): StoredArticle | undefined;
  /** Why it is not: known and withdrawn. */
  withdrawn(id: string): WithdrawReason | undefined;
  /** Newest first. */
  newest(limit: number, before?: string): StoredArticle[];
}

/** A `pg` pool or client, as far as it is used. */
export interface PostgresClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export class PostgresStore {
  constructor(client: PostgresClient, table?: string);
  /** Creates the table where it is missing. */
  prepare(): Promise<void>;
  apply(job: RepublishJob): Promise<Applied>;
  find(id: string): Promise<StoredArticle | undefined>;
  withdrawn(id: string): Promise<WithdrawReason | undefined>;
  newest(limit: number, before?: string): Promise<StoredArticle[]>;
}

/** A job of every kind, to build and test a site with: what each is for is in its name. */
export function sampleJobs(): SampleJobs;

export type SampleJobs = Record<SampleName, RepublishJob>;

export type SampleName =
  | 'publish-full'
  | 'publish-rich'
  | 'publish-excerpt'
  | 'publish-link'
  | 'publish-live'
  | 'publish-right-to-left'
  | 'publish-without-date'
  | 'publish-hostile'
  | 'update-text'
  | 'update-rights'
  | 'update-unknown-fields'
  | 'withdraw-gone'
  | 'withdraw-takedown'
  | 'withdraw-expired';
