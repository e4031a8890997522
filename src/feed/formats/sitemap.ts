import { readDate, type DateRules } from '../../dates/date.ts';
import { childrenOf, xmlTextOf, type XmlElement, type XmlFeed } from '../xml/element.ts';
import type { Enclosure, Entry, Feed, Sitemap } from '../entry.ts';
import { NO_HINTS } from './hints.ts';
import { plainText, resolveUrl } from './html.ts';

function trimmedOrNull(element: XmlElement | undefined, name: string): string | null {
  return (element && xmlTextOf(childrenOf(element, name)[0]).trim()) || null;
}

function elementIn(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const node = element && childrenOf(element, name)[0];
  return typeof node === 'string' ? undefined : node;
}

/** Google's image extension (sitemap-image/1.1). */
function picturesOf(page: XmlElement, base: string | null): Enclosure[] {
  const found = new Map<string, Enclosure>();
  for (const node of childrenOf(page, 'image:image')) {
    const written = typeof node === 'string' ? null : trimmedOrNull(node, 'image:loc');
    const url = written && resolveUrl(written, base);
    if (typeof node === 'string' || !url || found.has(url)) continue;
    const caption = plainText(trimmedOrNull(node, 'image:caption') ?? '');
    found.set(url, { url, type: null, length: null, picture: { ...(caption && { caption }) } });
  }
  return [...found.values()];
}

function entryOfPage(page: XmlElement, base: string | null, rules: DateRules): Entry {
  const news = elementIn(page, 'news:news');
  const published = trimmedOrNull(news, 'news:publication_date');
  const modified = trimmedOrNull(page, 'feed:lastmod');
  const keywords = trimmedOrNull(news, 'news:keywords')?.split(',') ?? [];
  return {
    id: null,
    title: plainText(trimmedOrNull(news, 'news:title') ?? '') || null,
    link: resolveUrl(trimmedOrNull(page, 'feed:loc') ?? '', base),
    published: published && readDate(published, rules),
    updated: modified && readDate(modified, rules),
    author: null,
    summary: null,
    content: null,
    categories: keywords.flatMap((keyword) => {
      const term = plainText(keyword);
      return term === '' ? [] : [{ term, scheme: null }];
    }),
    enclosures: picturesOf(page, base),
  };
}

/**
 * Makes a feed of a Google News sitemap (sitemap-news/0.9): the pages that carry news. Null where
 * none does, since an ordinary sitemap names all pages of a site; one that is for news and has no page at
 * all is a feed without entries.
 */
export function newsSitemapFeed(
  xml: XmlFeed,
  url: string | undefined,
  rules: DateRules,
  isForNews: boolean,
): Feed | null {
  const base = url !== undefined && URL.canParse(url) ? url : null;
  const pages = xml.items.filter((page) => elementIn(page, 'news:news'));
  if (pages.length === 0 && !(isForNews && xml.items.length === 0)) return null;
  const publication = elementIn(elementIn(pages[0], 'news:news'), 'news:publication');
  return {
    title: trimmedOrNull(publication, 'news:name'),
    language: trimmedOrNull(publication, 'news:language'),
    entries: pages.map((page) => entryOfPage(page, base, rules)),
    hints: NO_HINTS,
    repairs: xml.repairs,
    isNewsSitemap: true,
  };
}

/** The sitemaps that a sitemap index names (sitemaps.org protocol), as listed. */
export function sitemapsOf(xml: XmlFeed, url: string | undefined, rules: DateRules): Sitemap[] {
  const base = url !== undefined && URL.canParse(url) ? url : null;
  return xml.items.flatMap((sitemap) => {
    const location = resolveUrl(trimmedOrNull(sitemap, 'feed:loc') ?? '', base);
    const modified = trimmedOrNull(sitemap, 'feed:lastmod');
    return location === null
      ? []
      : [{ url: location, modified: modified && readDate(modified, rules) }];
  });
}
