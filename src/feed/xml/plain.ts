import Parser from 'rss-parser';
import type { SetAside } from './cdata.ts';
import { childrenOf, hasChildren, type XmlElement, type XmlFeed } from './element.ts';
import { canonicalNames } from './names.ts';
import { isKnown, isLeaf } from './structure.ts';

// rss-parser reads the XML, knows where RSS 0.9x, RSS 1.0, RSS 2.0 and Atom keep what, and hands
// over each item's elements. Its own conversions are passed by, for each of them loses something:
// dates without a zone become local time and one bad Atom date loses the feed, of enclosures only
// the first stays, Atom's categories none, and its snippets are made with a quadratic regular
// expression. They look for elements by their usual names, and find none under canonical ones.

const keepAll = (name: string) => [name, name, { keepArray: true }];

/**
 * Reads a plain document with rss-parser; null when it is not plain after all: not well-formed,
 * not of one of rss-parser's shapes, or with markup inside a text, whose order rss-parser loses.
 *
 * @param bindings - Namespace prefixes of the document, see `documentBindings`.
 */
export async function readPlain(
  { xml, restore }: SetAside,
  bindings: ReadonlyMap<string, string>,
): Promise<Pick<XmlFeed, 'channel' | 'items'> | null> {
  // rss-parser looks at its fields after it has read the XML, so they are those of this document.
  const fields = [keepAll('$')];
  const leaves: string[] = [];
  const canonical = canonicalNames(bindings, (name) => {
    if (isKnown(name)) fields.push(keepAll(name));
    if (isLeaf(name)) leaves.push(name);
  });
  const parser = new Parser<XmlElement, XmlElement>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [canonical], valueProcessors: [restore] },
    // Its types know neither options nor more than one pair of fields.
    customFields: { feed: fields as never, item: fields as never },
  });
  const channel: XmlElement | null = await parser.parseString(xml).catch(() => null);
  if (!channel) return null;
  const items = channel['items'] as XmlElement[];
  const disordered = [channel, ...items].some((element) =>
    leaves.some((name) => childrenOf(element, name).some(hasChildren)),
  );
  return disordered ? null : { channel, items };
}
