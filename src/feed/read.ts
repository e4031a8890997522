import { gunzipSync } from 'node:zlib';
import { decodeText } from '../http/content/charset.ts';
import { DEFAULT_MAX_BYTES } from '../http/fetch-kind.ts';
import { withoutControls } from './xml/controls.ts';
import { dateDisbelief } from '../dates/belief.ts';
import type { Entry, FeedDocument, FeedOutcome } from './entry.ts';
import { readJsonFeed } from './formats/json-feed.ts';
import { readLenient } from './xml/lenient.ts';
import { readListing } from './formats/listing.ts';
import { binaryKind, textKind } from './formats/looks-like.ts';
import { normalizeFeed } from './formats/rss-and-atom.ts';
import { newsSitemapFeed, sitemapsOf } from './formats/sitemap.ts';
import { withDeclaredEntities } from './xml/declared-entities.ts';
import { readXmlFeed } from './xml/xml-feed.ts';

// What is packed within its body is held to the same cap: the readers' time and memory are bounded by it.
const MAX_UNPACKED_BYTES = DEFAULT_MAX_BYTES.feed;

/** The start tag of a feed's root, or of what shows that the document is something else. */
const ROOT_TAG =
  /<(?:[a-z_][\w.-]{0,60}:)?(rss|feed|rdf|channel|html|body|urlset|sitemapindex|opml)(?=[\s>/])/i;

/** A sitemap that declares it is for news, and may have none today. */
const NEWS_NAMESPACE = /^<[^>]*https?:\/\/www\.google\.com\/schemas\/sitemap-news\//;
const MOST_ROOT_LENGTH = 2_000;

const notAFeed = (looksLike: string): FeedOutcome & { kind: 'not-a-feed' } => ({
  kind: 'not-a-feed',
  looksLike,
  message: `expected a feed, found ${looksLike}`,
});

/** The document in a gzip file, or what is the matter with the file. */
function unpacked(bytes: Uint8Array): Uint8Array | string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const limit = MAX_UNPACKED_BYTES / 2 ** 20;
    return isTooLong ? `a gzip file that unpacks to more than ${limit} MiB` : 'a broken gzip file';
  }
}

async function readXml(
  xml: string,
  root: RegExpExecArray,
  document: FeedDocument,
): Promise<FeedOutcome> {
  const name = root[1]?.toLowerCase() ?? '';
  if (name === 'sitemapindex') {
    const sitemaps = sitemapsOf(readLenient(xml, root.index), document.url, document);
    return { kind: 'sitemap-index', sitemaps };
  }
  if (name === 'urlset') {
    const isForNews = NEWS_NAMESPACE.test(xml.slice(root.index, root.index + MOST_ROOT_LENGTH));
    const feed = newsSitemapFeed(readLenient(xml, root.index), document.url, document, isForNews);
    if (feed) return { kind: 'feed', feed };
    return { ...notAFeed('a sitemap without news entries'), isSitemap: true };
  }
  const elements = await readXmlFeed(xml, root.index, name);
  return { kind: 'feed', feed: normalizeFeed(elements, document.url, document) };
}

/** A placeholder is worse than no date: it is told apart from the dates. */
function withBelievedDates(entry: Entry): Entry {
  const { published, updated } = entry;
  const [isPublished, isUpdated] = [isBelieved(published), isBelieved(updated)];
  if (isPublished && isUpdated) return entry;
  return {
    ...entry,
    published: isPublished ? published : null,
    updated: isUpdated ? updated : null,
    ...(isPublished ? {} : { doubtedDate: published! }),
  };
}

const isBelieved = (date: string | null) => date === null || dateDisbelief(date) === undefined;

/**
 * Reads a feed of any format and in any state: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON
 * Feed, news sitemaps (gzip too) and, by the source's rules, HTML pages. Bad content never throws;
 * what had to be mended is told in `repairs`.
 */
export async function readFeed(document: FeedDocument): Promise<FeedOutcome> {
  const outcome = await readAnyFormat(document);
  if (outcome.kind === 'feed') outcome.feed.entries = outcome.feed.entries.map(withBelievedDates);
  return outcome;
}

async function readAnyFormat(document: FeedDocument): Promise<FeedOutcome> {
  const bytes = unpacked(document.bytes);
  if (typeof bytes === 'string') return notAFeed(bytes);
  const binary = binaryKind(bytes);
  if (binary !== null) return notAFeed(binary);
  const { url, contentType, listing } = document;
  const decoded = withoutControls(decodeText(bytes, { contentType, kind: 'xml' }).text);
  const text = withDeclaredEntities(decoded);
  if (/^\s*[{[]/.test(text)) {
    const feed = readJsonFeed(text, url, document);
    return feed ? { kind: 'feed', feed } : notAFeed(textKind(text));
  }
  const root = ROOT_TAG.exec(text);
  if (root && /^(?:rss|feed|rdf|channel|urlset|sitemapindex)$/i.test(root[1] ?? '')) {
    return readXml(text, root, document);
  }
  if (listing && /<html|<body|<!doctype html/i.test(text)) {
    const page = decodeText(bytes, { contentType, kind: 'html' }).text;
    const feed = readListing(page, listing, url, document);
    if (feed.entries.length > 0) return { kind: 'feed', feed };
    return notAFeed(`an HTML page in which nothing matches “${listing.entry}”`);
  }
  return notAFeed(textKind(text));
}
