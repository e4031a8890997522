import {
  attributeOf,
  childrenOf,
  xmlTextOf,
  type XmlElement,
  type XmlNode,
} from '../xml/element.ts';
import { entryAddress, statedAddress, type AddressContext } from './entry-address.ts';

export interface LinkContext extends AddressContext {
  /** Of the feed: an entry in several languages is read in the feed's own. */
  language: string | null;
  /** The base within an element, by its `xml:base`. */
  baseWithin: (element: XmlElement) => string | null;
  /** Where the document was found: no entry is the feed itself. */
  documentUrl: string | null;
}

/** One `link` of an entry: RSS has the address as text, Atom as an attribute with what it is for. */
interface Link {
  url: string;
  rels: string[];
  type: string | null;
  language: string | null;
}

const IANA_RELATIONS = /^https?:\/\/www\.iana\.org\/assignments\/(?:link-)?relations?(?:\/|#)/;

const ALTERNATE = ['alternate'];

/** RFC 4287 has one word, HTML a list of them; a missing or an empty one means `alternate`. */
function relationsOf(node: XmlNode): string[] {
  const stated = attributeOf(node, 'rel');
  if (stated === null) return ALTERNATE;
  const words = stated.toLowerCase().trim().split(/\s+/);
  const rels = words.map((word) => word.replace(IANA_RELATIONS, '')).filter((word) => word !== '');
  return rels.length === 0 ? ALTERNATE : rels;
}

function linksOfItem(item: XmlElement, context: LinkContext): Link[] {
  return childrenOf(item, 'feed:link').flatMap((node) => {
    const base = typeof node === 'string' ? context.base : context.baseWithin(node);
    const text = xmlTextOf(node).trim();
    const written = text === '' ? (attributeOf(node, 'href') ?? '') : text;
    const url = entryAddress(written, { base, site: context.site });
    if (url === null) return [];
    const [type, language] = [attributeOf(node, 'type'), attributeOf(node, 'hreflang')];
    return [{ url, rels: relationsOf(node), type, language }];
  });
}

/** Most entries have one link, and that as text. */
function usualLink(item: XmlElement, context: LinkContext): string | null {
  const [link, ...others] = childrenOf(item, 'feed:link');
  if (typeof link !== 'string' || others.length > 0) return null;
  const text = link.trim();
  return text === '' ? null : entryAddress(text, context);
}

const primary = (language: string | null) => language?.trim().toLowerCase().split('-')[0] ?? null;

/** Of the links that lead to the article itself: a page before other formats, the feed's language before others. */
function alternate(links: readonly Link[], language: string | null): string | null {
  const candidates = links.filter(({ rels }) => rels.includes('alternate'));
  const pages = candidates.filter(({ type }) => /html/i.test(type ?? 'text/html'));
  const best = pages.length > 0 ? pages : candidates;
  const own = primary(language);
  const inLanguage = own && best.find((link) => primary(link.language) === own);
  return (inLanguage || best.find((link) => link.language === null) || best[0])?.url ?? null;
}

function linkFor(links: readonly Link[], rel: string): string | null {
  return links.find(({ rels }) => rels.includes(rel))?.url ?? null;
}

/** The publisher's address as FeedBurner, Pheedo and others keep it beside their own. */
function statedOriginal(item: XmlElement, context: LinkContext): string | null {
  for (const name of ['feedburner:origlink', 'pheedo:origlink', 'prism:url']) {
    for (const node of childrenOf(item, name)) {
      const url = statedAddress(xmlTextOf(node) || attributeOf(node, 'href'), context);
      if (url !== null && URL.canParse(url) && new URL(url).pathname !== '/') return url;
    }
  }
  return null;
}

function permanentGuid(item: XmlElement, context: LinkContext): string | null {
  for (const guid of childrenOf(item, 'feed:guid')) {
    const isPermanent = attributeOf(guid, 'isPermaLink')?.trim().toLowerCase() !== 'false';
    const url = isPermanent ? statedAddress(xmlTextOf(guid), context) : null;
    if (url !== null) return url;
  }
  return null;
}

/** Atom's content that lies elsewhere (RFC 4287 §4.1.3.2), where it is a page. */
function contentElsewhere(item: XmlElement, context: LinkContext): string | null {
  for (const node of childrenOf(item, 'feed:content')) {
    const src = attributeOf(node, 'src');
    const isPage = /html/i.test(attributeOf(node, 'type') ?? 'text/html');
    if (src === null || !isPage || typeof node === 'string') continue;
    const url = entryAddress(src, { ...context, base: context.baseWithin(node) });
    if (url !== null) return url;
  }
  return null;
}

function firstId(item: XmlElement, context: LinkContext): string | null {
  for (const node of childrenOf(item, 'feed:id')) {
    const url = statedAddress(xmlTextOf(node), context);
    if (url !== null) return url;
  }
  return null;
}

/** FeedBurner's and others' addresses that count the click and lead on. */
const COUNTS_CLICKS = /\/~r\/|\/\/feedproxy\./;

/**
 * Where an entry's article stands, in the order in which the statements are believed: the original that a
 * redirector's feed states, the link, a permanent guid, the page that is the content, an id that is an
 * address, at last the entry itself. Null where none of them is an address. Of a document that was found
 * nowhere, the link is told as it stands.
 */
export function linkOfXmlItem(item: XmlElement, context: LinkContext): string | null {
  const isFound = context.documentUrl !== null;
  const original = isFound ? statedOriginal(item, context) : null;
  if (original !== null) return original;
  const usual = usualLink(item, context);
  const links = usual === null ? linksOfItem(item, context) : [];
  const link = usual ?? alternate(links, context.language);
  if (link !== null && !(isFound && COUNTS_CLICKS.test(link))) return link;
  const guid = permanentGuid(item, context);
  if (link !== null) return guid ?? link;
  const self = linkFor(links, 'self');
  return (
    linkFor(links, 'canonical') ??
    linkFor(links, 'bookmark') ??
    guid ??
    contentElsewhere(item, context) ??
    firstId(item, context) ??
    statedAddress(attributeOf(item, 'rdf:about'), context) ??
    (self === context.documentUrl ? null : self)
  );
}
