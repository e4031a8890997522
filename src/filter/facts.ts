import type { ArticleRecord, Topic } from '../article-record.ts';
import type { Source } from '../config/schema.ts';
import type { QueuedEntry } from '../feed/queued-entry.ts';
import { teaserText } from '../page/teaser/teaser.ts';
import { type KnownTopic, knownTopic } from '../record/shared-topics.ts';
import { leafInWords } from '../topic-path.ts';
import { rewrittenText, type Rewriting } from './rewrite.ts';
import { SearchedText } from './searched-text.ts';

/** What is known of one property of an article; `isComplete` when nothing can be added to it any more. */
export interface Fact<T> {
  values: readonly T[];
  isComplete: boolean;
}

/** What rules are asked of: an article, or as much of it as its feed's entry tells. */
export interface Facts {
  title: Fact<SearchedText>;
  text: Fact<SearchedText>;
  summary: Fact<SearchedText>;
  author: Fact<SearchedText>;
  category: Fact<SearchedText>;
  path: Fact<KnownTopic>;
  url: Fact<string>;
  host: Fact<string>;
  language: Fact<string>;
  flag: Fact<string>;
  mode: Fact<string>;
  wordCount: Fact<number>;
  /** Milliseconds from publication to the first sight. */
  olderThan: Fact<number>;
  source: Fact<string>;
  channel: Fact<string>;
}

/** The parts of an entry that rules ask for. */
export type ToldEntry = Pick<
  QueuedEntry,
  'title' | 'link' | 'summary' | 'author' | 'categories' | 'published'
>;

const nothing = { values: [], isComplete: false } as const;

const all = <T>(values: readonly T[]): Fact<T> => ({ values, isComplete: true });
/** To which the page may add. */
const some = <T>(values: readonly T[]): Fact<T> => ({ values, isComplete: false });
const orNothing = <T>(values: readonly T[]): Fact<T> => (values.length > 0 ? all(values) : nothing);

const searched = (texts: readonly (string | null | undefined)[]): SearchedText[] =>
  [...new Set(texts)].flatMap((text) => (text ? new SearchedText(text) : []));

/**
 * What the feed alone says. Headline, summary, address and time are taken as it states them; authors and
 * categories it may state in part; all else is the page's to say.
 */
export function factsOfEntry(
  entry: ToldEntry,
  source: Pick<Source, 'id'> & Rewriting,
  nowMs: number,
): Facts {
  const { link, title, author } = rewrittenEntry(entry, source);
  return {
    title: orNothing(searched([title])),
    text: nothing,
    summary: orNothing(searched([toldSummary(entry, source)])),
    author: some(searched([author])),
    category: some(searched(entry.categories.map(({ term }) => term))),
    path: nothing,
    url: all(waysToWrite(link)),
    host: all(hostsOf([link])),
    language: nothing,
    flag: nothing,
    mode: nothing,
    wordCount: nothing,
    olderThan: orNothing(agesOf(entry.published, nowMs)),
    source: all([source.id]),
    channel: nothing,
  };
}

/**
 * All that is known of an article, as it is rewritten for the site. What its entry says of it counts beside
 * what its page says.
 */
export function factsOfArticle(
  record: ArticleRecord,
  source: Rewriting = {},
  told?: ToldEntry,
): Facts {
  const entry = told && rewrittenEntry(told, source);
  const addresses = [entry?.link, record.url, record.canonicalUrl];
  const topics =
    record.topics ?? record.taxonomy.map((path): Topic => ({ path, name: leafInWords(path) }));
  const paragraphs = searched(record.paragraphs.map(({ text }) => text));
  const written = [record.publishedAt, record.modifiedAt].find((time) => time !== undefined);
  return {
    title: all(searched([record.title, entry?.title])),
    text: all(paragraphs),
    summary: all(searched([record.summary, told && toldSummary(told, source)])),
    author: all(searched([...record.authors.map(({ name }) => name), entry?.author])),
    category: all(
      searched([
        ...topics.map(({ name }) => name),
        record.section,
        ...(entry?.categories ?? []).map(({ term }) => term),
      ]),
    ),
    path: all(topics.map(knownTopic)),
    url: all(addresses.flatMap(waysToWrite)),
    host: all(hostsOf(addresses)),
    language: all(record.language === undefined ? [] : [record.language]),
    flag: all(Object.entries(record.flags).flatMap(([flag, isSet]) => (isSet ? flag : []))),
    mode: all([record.rights.mode]),
    wordCount: all([paragraphs.reduce((sum, { words }) => sum + words.length, 0)]),
    olderThan: all(agesOf(written, Date.parse(record.firstSeenAt))),
    source: all([record.sourceId]),
    channel: all([record.channel]),
  };
}

/** Headline, author and address as the rules for these fields of an article rewrite them. */
function rewrittenEntry(entry: ToldEntry, source: Rewriting): ToldEntry {
  return {
    ...entry,
    title: rewrittenText('title', entry.title, source) ?? entry.title,
    author: rewrittenText('authors', entry.author, source) ?? null,
    link: rewrittenText('url', entry.link, source) ?? entry.link,
  };
}

function toldSummary({ summary, link, title }: ToldEntry, source: Rewriting): string | undefined {
  const plain = summary === null ? '' : teaserText(summary, { link, title });
  return rewrittenText('summary', plain, source);
}

function agesOf(published: string | null | undefined, seenMs: number): number[] {
  const atMs = Date.parse(published ?? '');
  return Number.isNaN(atMs) ? [] : [seenMs - atMs];
}

/** An address as a whole, from its host on and from its path on: however an operator writes it. */
function waysToWrite(address: string | undefined): string[] {
  const url = URL.parse(address ?? '');
  if (!url) return [];
  const path = `${url.pathname}${url.search}`;
  return [url.href, `${hostWithoutWww(url)}${path}`, path];
}

function hostsOf(addresses: readonly (string | undefined)[]): string[] {
  const urls = addresses.flatMap((address) => URL.parse(address ?? '') ?? []);
  return [...new Set(urls.map(hostWithoutWww))];
}

const hostWithoutWww = ({ hostname }: URL): string => hostname.replace(/^www\./, '');
