import { type MetaTags, readMetaTags } from './meta-tags.ts';
import type { PageTree } from './page-tree.ts';
import { type PageStatements, readStatements } from './statements.ts';
import { readStructuredData, type StructuredData } from './page-data/structured-data.ts';

/** One page as every finder sees it: parsed once, its metadata read once. */
export interface Page {
  tree: PageTree;
  /** Where the page was found. */
  url: string;
  /** The base of its relative URLs: its own address, or what `<base href>` says (HTML Living Standard, 4.2.3). */
  base: string;
  headers: Record<string, string>;
  meta: MetaTags;
  ld: StructuredData;
  says: PageStatements;
  /** The publisher's name by the source's config; undefined for a page of no known source. */
  siteName: string | undefined;
}

export function readPage(
  tree: PageTree,
  {
    url,
    headers = {},
    siteName,
  }: {
    url: string;
    headers?: Record<string, string>;
    siteName: string | undefined;
  },
): Page {
  const meta = readMetaTags(tree.metas);
  const ld = readStructuredData(tree, meta, url);
  return {
    tree,
    url,
    base:
      absoluteUrl(tree.bases.find(({ attribs }) => attribs['href'])?.attribs['href'], url) ?? url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    meta,
    ld,
    says: readStatements(tree, meta, ld),
    siteName,
  };
}

/** The host that served the page; empty for a saved one without a web address. */
export const hostOf = ({ url }: Page): string => URL.parse(url)?.hostname ?? '';

/** Servers and browsers take no longer ones; those that pages hold beyond it are made to be slow. */
const MOST_ADDRESS_CHARACTERS = 4_000;

/** An absolute http(s) URL without fragment, or undefined for anything else. */
export function absoluteUrl(reference: string | undefined, base: string): string | undefined {
  if (reference === undefined || reference.length > MOST_ADDRESS_CHARACTERS) return undefined;
  const trimmed = reference.trim();
  if (trimmed === '') return undefined;
  // A page that came without an address has no base, and whole addresses in it need none.
  const url = URL.parse(trimmed, base) ?? URL.parse(trimmed);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.hash = '';
  return url.href;
}
