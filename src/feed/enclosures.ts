import { attributeOf, childrenOf } from './element.ts';
import type { XmlElement, XmlNode } from './element.ts';
import type { Enclosure } from './entry.ts';
import { resolveUrl } from './html.ts';

function enclosure(node: XmlNode, url: string | null, base: string | null): Enclosure | null {
  const resolved = url === null ? null : resolveUrl(url, base);
  if (resolved === null) return null;
  const length = attributeOf(node, 'length') ?? attributeOf(node, 'fileSize') ?? '';
  return {
    url: resolved,
    type: attributeOf(node, 'type')?.trim() || null,
    length: /^\s*\d{1,15}\s*$/.test(length) ? Number(length) : null,
  };
}

/** Everything that is attached to an entry, each URL once: enclosures, then media, then thumbnails. */
export function enclosuresOf(item: XmlElement, base: string | null): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (node: XmlNode, attribute: string) => {
    const made = enclosure(node, attributeOf(node, attribute), base);
    if (made && !found.has(made.url)) found.set(made.url, made);
  };
  for (const node of childrenOf(item, 'feed:enclosure')) add(node, 'url');
  for (const node of childrenOf(item, 'feed:link')) {
    if (attributeOf(node, 'rel')?.toLowerCase() === 'enclosure') add(node, 'href');
  }
  const holders = [item];
  for (const holder of holders) {
    for (const name of ['media:group', 'media:content']) {
      for (const node of childrenOf(holder, name)) {
        if (name === 'media:content') add(node, 'url');
        if (typeof node !== 'string') holders.push(node);
      }
    }
  }
  for (const holder of holders) {
    for (const node of childrenOf(holder, 'media:thumbnail')) add(node, 'url');
    for (const node of childrenOf(holder, 'itunes:image')) add(node, 'href');
  }
  return [...found.values()];
}
