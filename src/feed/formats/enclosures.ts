import { attributeOf, childrenOf, xmlTextOf } from '../xml/element.ts';
import type { XmlElement, XmlNode } from '../xml/element.ts';
import type { Enclosure, Picture } from '../entry.ts';
import { plainText, resolveUrl } from './html.ts';

function pixels(node: XmlNode, attribute: string): number | undefined {
  const written = attributeOf(node, attribute)?.trim() ?? '';
  return /^[1-9]\d{0,4}$/.test(written) ? Number(written) : undefined;
}

/** The first of several elements with a text, in the order of the nodes and then of the names. */
function textAmong(nodes: XmlNode[], ...names: string[]): string | undefined {
  for (const node of nodes) {
    for (const name of typeof node === 'string' ? [] : names) {
      const text = plainText(xmlTextOf(childrenOf(node as XmlElement, name)[0]));
      if (text !== '') return text;
    }
  }
  return undefined;
}

function mediaPictureOf(node: XmlNode, holder: XmlElement): Picture {
  const width = pixels(node, 'width');
  const height = pixels(node, 'height');
  const caption = textAmong([node], 'media:description', 'media:text');
  const credit = textAmong([node, holder], 'media:credit');
  return {
    ...(width && { width }),
    ...(height && { height }),
    ...(caption && { caption }),
    ...(credit && { credit }),
  };
}

const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** Whether a file is a picture, by its type or else by its name. */
export const isPicture = (type: string | null, url: string): boolean =>
  type === null ? PICTURE_FILE.test(url) : /^image\//i.test(type);

interface Attached {
  node: XmlNode;
  url: string | null;
  /** The element whose credit holds for all in it. */
  holder: XmlElement;
  isPicture?: boolean;
}

function enclosure(
  { node, url, holder, isPicture: isKnownPicture }: Attached,
  base: string | null,
): Enclosure | null {
  const resolved = url === null ? null : resolveUrl(url, base);
  if (resolved === null) return null;
  const length = attributeOf(node, 'length') ?? attributeOf(node, 'fileSize') ?? '';
  const type = attributeOf(node, 'type')?.trim() || null;
  const medium = attributeOf(node, 'medium')?.toLowerCase();
  const shows =
    isKnownPicture ?? (medium === undefined ? isPicture(type, resolved) : medium === 'image');
  return {
    url: resolved,
    type,
    length: /^\s*\d{1,15}\s*$/.test(length) ? Number(length) : null,
    ...(shows && { picture: mediaPictureOf(node, holder) }),
  };
}

/** Everything that is attached to an entry, each URL once: enclosures, then media, then thumbnails. */
export function enclosuresOf(item: XmlElement, base: string | null): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (attached: Attached) => {
    const made = enclosure(attached, base);
    if (made && !found.has(made.url)) found.set(made.url, made);
  };
  for (const node of childrenOf(item, 'feed:enclosure')) {
    add({ node, url: attributeOf(node, 'url'), holder: item });
  }
  for (const node of childrenOf(item, 'feed:link')) {
    if (attributeOf(node, 'rel')?.toLowerCase() !== 'enclosure') continue;
    add({ node, url: attributeOf(node, 'href'), holder: item });
  }
  const holders = [item];
  for (const holder of holders) {
    for (const name of ['media:group', 'media:content']) {
      for (const node of childrenOf(holder, name)) {
        if (name === 'media:content') add({ node, url: attributeOf(node, 'url'), holder });
        if (typeof node !== 'string') holders.push(node);
      }
    }
  }
  for (const holder of holders) {
    for (const node of childrenOf(holder, 'media:thumbnail')) {
      add({ node, url: attributeOf(node, 'url'), holder, isPicture: true });
    }
    for (const node of childrenOf(holder, 'itunes:image')) {
      add({ node, url: attributeOf(node, 'href'), holder, isPicture: true });
    }
  }
  return [...found.values()];
}
