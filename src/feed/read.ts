import { gunzipSync } from 'node:zlib';
import { decodeText } from '../http/charset.ts';
import type { XmlFeed } from './element.ts';
import type { FeedDocument, FeedOutcome } from './entry.ts';
import { readLenient } from './lenient.ts';
import { binaryKind, textKind } from './looks-like.ts';
import { documentBindings } from './names.ts';
import { normalizeFeed } from './normalize.ts';
import { windows1252At } from './entities.ts';
import { readJsonFeed } from './json-feed.ts';
import { readListing } from './listing.ts';
import { newsSitemapFeed, sitemapsOf } from './sitemap.ts';
import { readPlain } from './plain.ts';
import { maxItems } from './structure.ts';

/** What a gzip file may grow to; sitemaps may be 50 MB by their protocol, feeds never are. */
const maxUnpackedBytes = 50_000_000;

/** The start tag of a feed's root, or of what shows that the document is something else. */
const rootTag =
  /<(?:[a-z_][\w.-]{0,60}:)?(rss|feed|rdf|channel|html|body|urlset|sitemapindex|opml)(?=[\s>/])/i;

/** More tags, attributes and references than this are read leniently: rss-parser would take too long. */
const maxPlainParts = 150_000;

function isLarge(xml: string): boolean {
  let parts = 0;
  for (const mark of ['<', '=', '&']) {
    for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) parts += 1;
  }
  return parts > maxPlainParts;
}

/** How many entries a document seems to have: fewer in the reading show that it is damaged after all. */
const itemTags = (xml: string) => xml.match(/<(?:item|entry)[\s>]/g)?.length ?? 0;

// References to controls and to windows-1252 code points, which rss-parser hands over as they are.
const oddReference =
  /&#(?:x(?:0?[0-8bcef]|1[\da-f]|[89][\da-f])|[0-8]|1[124-9]|2\d|3[01]|12[89]|1[34]\d|15\d);/i;

/** rss-parser reads the plain documents, which are nine of ten; the lenient reader all others. */
async function readElements(xml: string, rootAt: number, root: string): Promise<XmlFeed> {
  const items = itemTags(xml);
  const plain = await readIfPlain(xml, rootAt, items);
  return plain && plain.items.length >= items
    ? { ...plain, root, bases: [], repairs: [] }
    : readLenient(xml, rootAt);
}

async function readIfPlain(
  xml: string,
  rootAt: number,
  items: number,
): ReturnType<typeof readPlain> {
  if (items > maxItems || isLarge(xml)) return null;
  if (xml.includes('xml:base') || oddReference.test(xml)) return null;
  const bindings = documentBindings(xml, xml.indexOf('>', rootAt));
  return bindings && readPlain(xml, bindings);
}

const notAFeed = (looksLike: string): FeedOutcome => ({
  kind: 'not-a-feed',
  looksLike,
  message: `expected a feed, found ${looksLike}`,
});

// Every control but tab, line feed, carriage return and delete, which XML allows.
const controls = /[^\P{Cc}\t\n\r\x7f]/gu;

/** Controls have no place in a feed; those above 127 are windows-1252 taken for Latin-1. */
function withoutControls(text: string): string {
  return text.replace(controls, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x80 ? '' : windows1252At(code);
  });
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch {
    return null;
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
    const feed = newsSitemapFeed(readLenient(xml, root.index), document.url, document);
    return feed ? { kind: 'feed', feed } : notAFeed('a sitemap without news entries');
  }
  const elements = await readElements(xml, root.index, name);
  return { kind: 'feed', feed: normalizeFeed(elements, document.url, document) };
}

/**
 * Reads a feed of any format and in any state: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON
 * Feed, news sitemaps (gzip too) and, by the source's rules, HTML pages. Bad content never throws;
 * what had to be mended is told in `repairs`.
 */
export async function readFeed(document: FeedDocument): Promise<FeedOutcome> {
  const bytes = unpacked(document.bytes);
  if (bytes === null) return notAFeed('a broken gzip file');
  const binary = binaryKind(bytes);
  if (binary !== null) return notAFeed(binary);
  const { url, contentType, listing } = document;
  const text = withoutControls(decodeText(bytes, { contentType, kind: 'xml' }).text);
  if (/^\s*[{[]/.test(text)) {
    const feed = readJsonFeed(text, url, document);
    return feed ? { kind: 'feed', feed } : notAFeed(textKind(text));
  }
  const root = rootTag.exec(text);
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
