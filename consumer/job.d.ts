/** `newsrelay.job/1` and the record in it, as sites read them. Fields that are not named here may come within `/1`: they are ignored. */

export interface Author {
  name: string;
  url?: string | undefined;
}

export interface Credit {
  text: string;
  people: string[];
  organizations: string[];
}

export interface Image {
  url: string;
  width?: number | undefined;
  height?: number | undefined;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  rights?: 'none' | 'link' | undefined;
}

export interface Topic {
  path: string;
  name: string;
  shared?: true | undefined;
}

export interface Correction {
  text: string;
  at?: string | undefined;
}

/** The configured source, as pages print it. */
export interface Outlet {
  id: string;
  name: string;
  homePage?: string | undefined;
  language?: string | undefined;
  icon?: string | undefined;
  republish: 'full' | 'excerpt' | 'link';
}

export interface Paragraph {
  kind: 'p' | 'h' | 'li' | 'quote';
  text: string;
}

export type Span =
  | string
  | {
      text: string;
      href?: string | undefined;
      strong?: true | undefined;
      em?: true | undefined;
      code?: true | undefined;
      sup?: true | undefined;
      sub?: true | undefined;
      s?: true | undefined;
    };

/** A paragraph of the body: `paragraphs[p]`, with what sets it apart. */
export interface BodyParagraph {
  p: number;
  spans?: Span[] | undefined;
  level?: 2 | 3 | 4 | undefined;
  list?: 'ul' | 'ol' | 'dl' | undefined;
  depth?: number | undefined;
  start?: true | undefined;
  cite?: string | undefined;
  at?: string | undefined;
}

export interface Table {
  caption?: string | undefined;
  head?: number | undefined;
  rows: string[][];
}

export interface Embed {
  url: string;
  provider: string;
  title?: string | undefined;
  text?: string | undefined;
}

export type BodyBlock =
  | BodyParagraph
  | { image: number }
  | { term: string }
  | { table: Table }
  | { embed: Embed }
  | { code: string }
  | { rule: true };

export interface Rights {
  mode: 'drop' | 'link' | 'excerpt' | 'full';
  reasons: {
    signal: string;
    value: string;
    where: string;
    effect?: 'drop' | 'link' | 'excerpt' | 'full' | undefined;
  }[];
  attribution: { text: string; url: string };
  noindex: boolean;
  canonical: boolean;
  images: 'none' | 'link' | 'copy';
  maxExcerptLength?: number | undefined;
  licence?: { basis: string; reference: string; until?: string | undefined } | undefined;
  expiresAt?: string | undefined;
}

/** `newsrelay.article/1`, as far as its rights let a job carry it. Times are RFC 3339 in UTC, all text is plain. */
export interface ArticleRecord {
  schema: 'newsrelay.article/1';
  id: string;
  revision: number;
  sourceId: string;
  channel: string;
  source: string;
  publisher: { name: string; host: string };
  outlet?: Outlet | undefined;
  taxonomy: string[];
  topics?: Topic[] | undefined;
  section?: string | undefined;
  title: string;
  subtitle?: string | undefined;
  summary?: string | undefined;
  paragraphs: Paragraph[];
  body?: BodyBlock[] | undefined;
  credit?: Credit | undefined;
  corrections?: Correction[] | undefined;
  authors: Author[];
  dateline?: string | undefined;
  url: string;
  canonicalUrl: string;
  feedUrl?: string | undefined;
  guid?: string | undefined;
  publishedAt?: string | undefined;
  publishedLocal?: string | undefined;
  modifiedAt?: string | undefined;
  modifiedLocal?: string | undefined;
  doubts?: { field: string; stated: string; reason: string }[] | undefined;
  firstSeenAt: string;
  fetchedAt: string;
  language?: string | undefined;
  images: Image[];
  flags: {
    gated: boolean;
    live: boolean;
    opinion: boolean;
    sponsored: boolean;
    developing: boolean;
  };
  rights: Rights;
  contentHash: string;
  confidence?: number | undefined;
  provenance: Record<string, 'feed' | 'jsonld' | 'meta' | 'rule' | 'text' | 'config'>;
}

export type Change = 'text' | 'rights' | 'images' | 'metadata';

export interface WithdrawReason {
  code: 'takedown' | 'gone' | 'noindex' | 'notice' | 'expired' | 'rights';
  text?: string | undefined;
}

interface JobFields {
  schema: 'newsrelay.job/1';
  byline: string;
  resentAt?: string | undefined;
}

/** A record of which a takedown has left no title. */
export type WithdrawnRecord = Omit<ArticleRecord, 'title'> & { title?: string | undefined };

/** `newsrelay.job/1`. */
export type RepublishJob =
  | (JobFields & { action: 'publish'; record: ArticleRecord })
  | (JobFields & { action: 'update'; changes?: Change[] | undefined; record: ArticleRecord })
  | (JobFields & {
      action: 'withdraw';
      reason?: WithdrawReason | undefined;
      record: WithdrawnRecord;
    });
