import { gunzipSync } from 'node:zlib';
import { decodeText } from '../http/charset.ts';
import type { XmlFeed } from './element.ts';
import type { Feed, FeedDocument, FeedOutcome } from './entry.ts';
import { readLenient } from './lenient.ts';
import { binaryKind, textKind } from './looks-like.ts';
import { documentBindings } from './names.ts';
import { normalizeFeed } from './normalize.ts';
import { readPlain } from './plain.ts';

/** What a gzip file may grow to; sitemaps may be 50 MB by their protocol, feeds never are. */
const maxUnpackedBytes = 50_000_000;

/** The start tag of a feed's root, or of what shows that the document is something else. */
const rootTag =
  /<(?:[a-z_][\w.-]{0,60}:)?(rss|feed|rdf|channel|html|body|urlset|sitemapindex|opml)(?=[\s>/])/i;

/** More tags than this are read leniently, whatever they are: rss-parser would take too long. */
const maxPlainTags = 100_000;

function countTags(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}

// References to controls and to windows-1252 code points, which rss-parser hands over as they are.
const oddReference =
  /&#(?:x(?:0?[0-8bcef]|1[\da-f]|[89][\da-f])|[0-8]|1[124-9]|2\d|3[01]|12[89]|1[34]\d|15\d);/i;

/** rss-parser reads the plain documents, which are nine of ten; the lenient reader all others. */
async function readXml(xml: string, rootAt: number, root: string): Promise<XmlFeed> {
  const rootEnd = xml.indexOf('>', rootAt);
  const bindings =
    xml.includes('xml:base') || oddReference.test(xml) || countTags(xml) > maxPlainTags
      ? null
      : documentBindings(xml, rootEnd);
  const plain = bindings && (await readPlain(xml, bindings));
  return plain ? { ...plain, root, bases: [], repairs: [] } : readLenient(xml, rootAt);
}

const notAFeed = (looksLike: string): FeedOutcome => ({
  kind: 'not-a-feed',
  looksLike,
  message: `expected a feed, found ${looksLike}`,
});

// Every control but tab, line feed, carriage return and delete, which XML allows.
const controls = /[^\P{Cc}\t\n\r\x7f]/gu;
const windows1252 = new TextDecoder('windows-1252');

/** Controls have no place in a feed; those above 127 are windows-1252 taken for Latin-1. */
function withoutControls(text: string): string {
  return text.replace(controls, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x80 ? '' : windows1252.decode(Uint8Array.of(code));
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

/**
 * Reads a feed of any format and in any state: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0. Bad
 * content never throws; what had to be mended is told in `repairs`.
 */
export async function readFeed(document: FeedDocument): Promise<FeedOutcome> {
  const bytes = unpacked(document.bytes);
  if (bytes === null) return notAFeed('a broken gzip file');
  const binary = binaryKind(bytes);
  if (binary !== null) return notAFeed(binary);
  const decoded = decodeText(bytes, { contentType: document.contentType, kind: 'xml' });
  const text = withoutControls(decoded.text);
  const root = rootTag.exec(text);
  const name = root?.[1]?.toLowerCase() ?? '';
  if (!root || !/^(?:rss|feed|rdf|channel)$/.test(name)) return notAFeed(textKind(text));
  const xml = await readXml(text, root.index, name);
  const feed: Feed = normalizeFeed(xml, document.url, document);
  return { kind: 'feed', feed };
}
