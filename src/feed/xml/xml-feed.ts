import { setCdataAside } from './cdata.ts';
import type { XmlFeed } from './element.ts';
import { readLenient } from './lenient.ts';
import { documentBindings } from './names.ts';
import { readPlain } from './plain.ts';
import { MAX_ITEMS } from './structure.ts';

/** Shorter documents cannot hold so much that rss-parser would take long. */
const LONG_DOCUMENT = 500_000;
/** More tags, attributes and references than this would take rss-parser more than half a second. */
const MAX_PLAIN_PARTS = 150_000;

function occurrences(xml: string, mark: string): number {
  let count = 0;
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) count += 1;
  return count;
}

// A name is put together letter by letter, and copied for every use.
const LONG_NAME = /<[^\s<>]{1000}/;

const isLarge = (xml: string) =>
  xml.length > LONG_DOCUMENT &&
  (occurrences(xml, '<') + occurrences(xml, '=') + occurrences(xml, '&') > MAX_PLAIN_PARTS ||
    LONG_NAME.test(xml));

/** Entries that a document seems to have; tags that only begin so count too. */
const itemTags = (xml: string) => occurrences(xml, '<item') + occurrences(xml, '<entry');
const otherItemTags = (xml: string) => occurrences(xml, '<items');

// References to controls and to windows-1252 code points, which rss-parser hands over as they are.
const ODD_REFERENCE =
  /&#(?:x0*(?:[0-8bcef]|1[\da-f]|[89][\da-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|12[89]|1[34]\d|15\d));/i;

async function readIfPlain(whole: string, rootAt: number): ReturnType<typeof readPlain> {
  const setAside = setCdataAside(whole);
  const { xml } = setAside;
  const items = itemTags(whole);
  if (items > MAX_ITEMS || isLarge(xml)) return null;
  if (xml.includes('xml:base') || ODD_REFERENCE.test(xml)) return null;
  const bindings = documentBindings(xml, xml.indexOf('>', rootAt));
  const plain = bindings && (await readPlain(setAside, bindings));
  // Entries that rss-parser did not find lie where it does not look, or in an unclosed CDATA section.
  return plain && plain.items.length >= items - otherItemTags(whole) ? plain : null;
}

/**
 * Reads an RSS or Atom document: rss-parser the plain ones, which are nine of ten; the lenient
 * reader all that are damaged, too large, have `xml:base`, markup inside a text, or prefixes that
 * change their meaning.
 *
 * @param root - The root's local name in lower case, which starts at `rootAt`.
 */
export async function readXmlFeed(xml: string, rootAt: number, root: string): Promise<XmlFeed> {
  const plain = await readIfPlain(xml, rootAt);
  return plain ? { ...plain, root, bases: [], repairs: [] } : readLenient(xml, rootAt);
}
