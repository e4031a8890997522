import type { ListingRules } from '../config/feed-rules.ts';

export interface Category {
  term: string;
  /** RSS `domain`, Atom `scheme`: says which vocabulary the term belongs to. */
  scheme: string | null;
}

export interface Enclosure {
  url: string;
  type: string | null;
  length: number | null;
  /** Present when it is a picture. */
  picture?: Picture;
}

/** What a feed says of a picture; sizes in pixels, texts plain. */
export interface Picture {
  width?: number;
  height?: number;
  caption?: string;
  credit?: string;
}

/** One parsed feed item. Dates are ISO 8601 UTC, URLs absolute where a base was known, null where missing. */
export interface Entry {
  /** RSS guid, Atom id: as the feed gives it. */
  id: string | null;
  title: string | null;
  link: string | null;
  published: string | null;
  updated: string | null;
  author: string | null;
  summary: string | null;
  content: string | null;
  categories: Category[];
  enclosures: Enclosure[];
  /** How many entries of the feed, by ids of their own, lead to this one's link; absent where it is the only one. */
  entriesAtLink?: number;
  /** A date of publication that stood in the feed and is not believed. */
  doubtedDate?: string;
}

/** What the feed itself says about how often it may be read. */
export interface PollHints {
  ttlMs: number | null;
  skipHours: number[];
  skipDays: string[];
  updatePeriodMs: number | null;
}

export interface Feed {
  title: string | null;
  language: string | null;
  entries: Entry[];
  hints: PollHints;
  /** What had to be mended before the document could be read, in plain words; empty for a sound feed. */
  repairs: string[];
  isNewsSitemap?: boolean;
}

/** A document as fetched, before anybody looked into it. */
export interface FeedDocument {
  bytes: Uint8Array;
  /** The HTTP Content-Type header, for its charset and as a hint of the format. */
  contentType?: string | undefined;
  /** Where it was found: the base for relative URLs. */
  url?: string | undefined;
  /** IANA zone of dates that state none; UTC when absent. */
  assumeZone?: string | undefined;
  /** The feed labels wall-clock time of `assumeZone` with a wrong offset: read the clock, drop the label. */
  ignoreOffset?: boolean | undefined;
  /** How entries are found if the document is an HTML page; without, such a page is no feed. */
  listing?: ListingRules | undefined;
}

/** One line of a sitemap index: a document that may be a news sitemap. */
export interface Sitemap {
  url: string;
  modified: string | null;
}

export type FeedOutcome =
  | { kind: 'feed'; feed: Feed }
  /** A list of further documents, each to be fetched and read as a feed of its own. */
  | { kind: 'sitemap-index'; sitemaps: Sitemap[] }
  /** `looksLike` is a short noun phrase, such as "an HTML page" or "an empty document". */
  | { kind: 'not-a-feed'; looksLike: string; message: string; isSitemap?: true };
