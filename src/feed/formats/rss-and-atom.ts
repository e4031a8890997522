import { publisherHost } from '../../clean-url.ts';
import { readDate, type DateRules } from '../../dates/date.ts';
import { attributeOf, childrenOf, xmlTextOf } from '../xml/element.ts';
import type { XmlElement, XmlFeed, XmlNode } from '../xml/element.ts';
import type { Category, Entry, Feed } from '../entry.ts';
import { statedAddress } from './entry-address.ts';
import { linkOfXmlItem, type LinkContext } from './entry-link.ts';
import { collapse, plainText, resolveHtml, titleText } from './html.ts';
import { enclosuresOf } from './enclosures.ts';
import { hintsOf } from './hints.ts';
import { baseOfSite, hostOfAddress } from './site-base.ts';
import { qualified } from '../xml/structure.ts';

type ItemContext = DateRules & LinkContext;

/** The first of several elements that has text, in the order of the names. */
function firstText(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const node of childrenOf(element, name)) {
      const text = xmlTextOf(node).trim();
      if (text !== '') return text;
    }
  }
  return null;
}

const isPlain = (type: string | null) => type === 'text' || type === 'text/plain';

/**
 * The text of an Atom construct, decoded where it is in base64: Atom 0.3 says so by its mode, Atom 1.0 by
 * a media type that is neither text nor XML (RFC 4287 §4.1.3.3).
 */
function constructText(node: XmlNode): string {
  const text = xmlTextOf(node);
  const type = attributeOf(node, 'type') ?? '';
  const isCoded =
    attributeOf(node, 'mode') === 'base64' ||
    (type.includes('/') && !/^text\/|[+/]xml$/i.test(type.trim()));
  if (!isCoded || !/^[a-z0-9+/\s]+={0,2}$/i.test(text.trim())) return text;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

/** Where the type is missing, most feeds write HTML, and some mean the signs that they write. */
function titleAs(type: string | null, text: string): string {
  if (isPlain(type)) return collapse(text);
  return type === null ? titleText(text) : plainText(text);
}

function titleOf(element: XmlElement): string | null {
  for (const name of ['feed:title', 'dc:title', 'media:title']) {
    for (const node of childrenOf(element, name)) {
      const text = constructText(node);
      const title = titleAs(attributeOf(node, 'type'), text);
      if (title !== '') return title;
    }
  }
  return null;
}

function baseOf(node: XmlNode, outer: string | null): string | null {
  const own = attributeOf(node, 'xml:base');
  return own === null ? outer : (URL.parse(own, outer ?? undefined)?.href ?? outer);
}

function htmlOf(element: XmlElement, names: string[], base: string | null): string | null {
  for (const name of names) {
    for (const node of childrenOf(element, name)) {
      const text = constructText(node).trim();
      if (text !== '') return resolveHtml(text, baseOf(node, base));
    }
  }
  return null;
}

/** RSS writes `mail@host (Name)`, Atom has elements, everybody else a name. */
function authorName(node: XmlNode): string {
  const nested = typeof node === 'string' ? null : firstText(node, 'feed:name', 'feed:email');
  const text = (nested ?? xmlTextOf(node)).trim().slice(0, 500);
  const named = /^[^\s()@]+@[^\s()]+\s*\(([^()]+)\)$/.exec(text)?.[1];
  return plainText(named ?? text);
}

function authorOf(element: XmlElement): string | null {
  for (const name of [
    'feed:author',
    'dc:creator',
    'dc:author',
    'itunes:author',
    'dcterms:creator',
  ]) {
    const names = childrenOf(element, name)
      .map(authorName)
      .filter((author) => author !== '');
    if (names.length > 0) return [...new Set(names)].join(', ');
  }
  return null;
}

function categoriesOf(item: XmlElement): Category[] {
  const categories: Category[] = [];
  const add = (term: string, scheme: string | null) => {
    const text = plainText(term);
    if (text !== '') categories.push({ term: text, scheme: scheme?.trim() || null });
  };
  for (const node of childrenOf(item, 'feed:category')) {
    const term =
      attributeOf(node, 'term') ?? (xmlTextOf(node) || (attributeOf(node, 'label') ?? ''));
    add(term, attributeOf(node, 'scheme') ?? attributeOf(node, 'domain'));
  }
  for (const node of childrenOf(item, 'dc:subject')) add(xmlTextOf(node), null);
  for (const node of childrenOf(item, 'media:category')) {
    add(xmlTextOf(node), attributeOf(node, 'scheme'));
  }
  const itunes = childrenOf(item, 'itunes:category');
  for (const node of itunes) {
    add(attributeOf(node, 'text') ?? xmlTextOf(node), null);
    if (typeof node !== 'string') itunes.push(...childrenOf(node, 'itunes:category'));
  }
  return categories;
}

function firstDateIn(item: XmlElement, names: string[], rules: DateRules): string | null {
  for (const name of names) {
    for (const node of childrenOf(item, name)) {
      const date = readDate(xmlTextOf(node), rules);
      if (date !== null) return date;
    }
  }
  return null;
}

const PUBLISHED_FIELDS = [
  ...qualified('feed', 'pubDate published issued'),
  'dcterms:issued',
  'dc:date',
  'prism:publicationDate',
  'feed:created',
  'dcterms:created',
  'prism:coverDate',
];
const UPDATED_FIELDS = [
  'feed:updated',
  'feed:modified',
  'dcterms:modified',
  'prism:modificationDate',
];
const SUMMARY_FIELDS = [
  'feed:description',
  'feed:summary',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
];
const CONTENT_FIELDS = ['feed:content', 'xhtml:body', 'xhtml:div', 'feed:body'];

const contextAt = (base: string | null, reading: ItemContext): ItemContext => ({
  ...reading,
  base,
  baseWithin: (element) => baseOf(element, base),
});

function entryOfXmlItem(item: XmlElement, reading: ItemContext): Entry {
  const base = baseOf(item, reading.base);
  const media = childrenOf(item, 'media:group').find((node) => typeof node !== 'string');
  return {
    id: firstText(item, 'feed:guid', 'feed:id') ?? attributeOf(item, 'rdf:about'),
    title: titleOf(item) ?? (media ? titleOf(media) : null),
    link: linkOfXmlItem(item, base === reading.base ? reading : contextAt(base, reading)),
    published: firstDateIn(item, PUBLISHED_FIELDS, reading),
    updated: firstDateIn(item, UPDATED_FIELDS, reading),
    author: authorOf(item),
    summary:
      htmlOf(item, SUMMARY_FIELDS, base) ?? (media ? htmlOf(media, SUMMARY_FIELDS, base) : null),
    content: htmlOf(item, CONTENT_FIELDS, base),
    categories: categoriesOf(item),
    enclosures: enclosuresOf(item, base),
  };
}

/** What `xml:base` states, else what the feed's site and its own address make likely. */
function baseOfFeed(xml: XmlFeed, url: string | undefined, site: string | null): string | null {
  let base = url ?? null;
  for (const outer of xml.bases) base = URL.parse(outer, base ?? undefined)?.href ?? base;
  base = baseOf(xml.channel, base);
  if (base !== null && !URL.canParse(base)) base = null;
  const isStated = xml.bases.length > 0 || attributeOf(xml.channel, 'xml:base') !== null;
  if (isStated || site === null || base === null) return base;
  if (publisherHost(base) === publisherHost(site)) return base;
  const hosts = xml.items.flatMap((item) =>
    childrenOf(item, 'feed:link').map((node) => hostOfAddress(addressText(node))),
  );
  return baseOfSite({ own: base, site, hosts });
}

const addressText = (node: XmlNode) => xmlTextOf(node).trim() || (attributeOf(node, 'href') ?? '');

/** The site that a feed says it is of, where it states a whole address. */
function siteOfChannel(channel: XmlElement): string | null {
  for (const node of childrenOf(channel, 'feed:link')) {
    const rel = attributeOf(node, 'rel')?.trim().toLowerCase() || 'alternate';
    const isPage = rel === 'alternate' && /html/i.test(attributeOf(node, 'type') ?? 'html');
    const site = isPage ? statedAddress(addressText(node), { base: null, site: null }) : null;
    if (site !== null && URL.canParse(site)) return site;
  }
  return null;
}

/**
 * Makes one feed of the elements of any RSS or Atom document.
 *
 * @param url - Where the document was found, the outermost base of relative URLs.
 */
export function normalizeFeed(xml: XmlFeed, url: string | undefined, rules: DateRules): Feed {
  const { channel } = xml;
  const site = siteOfChannel(channel);
  const base = baseOfFeed(xml, url, site);
  const language =
    firstText(channel, 'feed:language', 'dc:language') ?? attributeOf(channel, 'xml:lang');
  const place = { base, site, documentUrl: url ?? null, language };
  const reading = contextAt(base, { ...rules, ...place, baseWithin: () => base });
  const entries = xml.items.map((item) => entryOfXmlItem(item, reading));
  const feedAuthor = xml.root === 'feed' ? authorOf(channel) : null;
  for (const entry of entries) entry.author ??= feedAuthor;
  return {
    title: titleOf(channel),
    language,
    entries,
    hints: hintsOf(channel),
    repairs: xml.repairs,
  };
}
