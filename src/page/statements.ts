import {
  AUTHOR_META,
  DESCRIPTION_META,
  MODIFIED_META,
  PUBLISHED_META,
  PUBLISHER_META,
  SECTION_META,
  SITE_META,
  TITLE_META,
  VAGUE_META,
} from './meta-names.ts';
import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';
import { isNode, ldText, type LdNode, listOf, typesOf } from './ld-nodes.ts';
import type { PageTree } from './page-tree.ts';
import { textOf } from './plain-text.ts';
import { resolve, type StructuredData } from './page-data/structured-data.ts';

// What a page states for machines, in structured data and in metadata: read once, under the names that content
// management systems use. The finders weigh it against what a reader sees.

/** One text and the tongue in which it is stated. */
export interface Statement {
  text: string;
  from: 'jsonld' | 'meta';
}

/** A writer as structured data has one. */
export interface StatedAuthor {
  /** As stated: one value may name several. */
  names: string[];
  url?: string;
  isOrganization: boolean;
}

/** What the page says of its article, the most telling place first; empty where it is silent. */
export interface PageStatements {
  /** The window's title and those for sharing. */
  titles: string[];
  descriptions: Statement[];
  sections: Statement[];
  /** Names of the site and of who publishes it. */
  publishers: Statement[];
  siteNames: string[];
  writers: { structured: StatedAuthor[]; meta: string[] };
  /** Writers of articles that may be the page's own: see `StructuredData.inItsPlace`. */
  claimedWriters: StatedAuthor[];
  dates: {
    published: Statement[];
    /** Of the page rather than of the story. */
    vague: Statement[];
    modified: Statement[];
  };
}

/** No article has more; every one of them is read by many patterns. */
const MOST_WRITERS = 40;

const PUBLISHED_FIELDS = ['datePublished', 'dateCreated', 'uploadDate'];
/** Nodes that may state the article's dates: its own, and the one for its page. */
const MOST_DATED = 2;

const inNode = (node: LdNode, ...fields: string[]): Statement[] =>
  fields.flatMap((field) => {
    const text = ldText(node[field]);
    return text ? [{ text, from: 'jsonld' as const }] : [];
  });

const inMeta = (meta: MetaTags, keys: string[]): Statement[] =>
  keys.flatMap((key) => {
    const text = metaText(meta, key);
    return text ? [{ text, from: 'meta' as const }] : [];
  });

function statedAuthor(raw: unknown, ld: StructuredData): StatedAuthor {
  const value = resolve(raw, ld);
  if (!isNode(value)) {
    const name = typeof value === 'string' ? ldText(value) : undefined;
    return { names: name ? [name] : [], isOrganization: false };
  }
  const stated = listOf(value['name']).flatMap((name) => ldText(name) ?? []);
  const parts = ['givenName', 'additionalName', 'familyName'].map((part) => ldText(value[part]));
  const joined = parts.filter(Boolean).join(' ');
  return {
    names: stated.length > 0 || joined === '' ? stated : [joined],
    ...(typeof value['url'] === 'string' && { url: value['url'] }),
    isOrganization: typesOf(value).some((type) => type.includes('Organization')),
  };
}

const writersOf = (node: LdNode, ld: StructuredData): StatedAuthor[] =>
  listOf(node['author'] ?? node['creator'])
    .slice(0, MOST_WRITERS)
    .map((raw) => statedAuthor(raw, ld));

/** The first crumb below the front page. */
function crumb(ld: StructuredData): Statement[] {
  const list = ld.nodes.find((node) => typesOf(node).includes('BreadcrumbList'));
  const crumbs = listOf(list?.['itemListElement']).map((item) =>
    isNode(item) ? (ldText(item['name']) ?? ldText(item['item'])) : undefined,
  );
  const [first] = crumbs.slice(1, -1).filter((name) => name !== undefined);
  return first === undefined ? [] : [{ text: first, from: 'meta' }];
}

export function readStatements(tree: PageTree, meta: MetaTags, ld: StructuredData): PageStatements {
  const { article } = ld;
  const others = ld.own.filter((node) => node['datePublished']);
  const dated = [...new Set([article, ...others].slice(0, MOST_DATED))];
  const inDated = (...fields: string[]): Statement[] =>
    dated.flatMap((node) => inNode(node, ...fields));
  const [publisher] = listOf(article['publisher']);
  const publishing = inNode({ publisher: resolve(publisher, ld) }, 'publisher');
  return {
    titles: [
      ...tree.titles.slice(0, 1).map((title) => textOf(title)),
      ...metaTexts(meta, ...TITLE_META),
    ],
    descriptions: [...inNode(article, 'description'), ...inMeta(meta, DESCRIPTION_META)],
    sections: [...inNode(article, 'articleSection'), ...inMeta(meta, SECTION_META), ...crumb(ld)],
    publishers: [...inMeta(meta, PUBLISHER_META), ...publishing, ...inMeta(meta, SITE_META)],
    siteNames: [
      metaText(meta, ...SITE_META, 'apple-mobile-web-app-title', 'twitter:site', 'dc.publisher'),
      publishing[0]?.text,
    ].filter((name) => name !== undefined),
    writers: {
      structured: writersOf(article, ld),
      meta: metaTexts(meta, ...AUTHOR_META).slice(0, MOST_WRITERS),
    },
    claimedWriters: ld.inItsPlace.flatMap((node) => writersOf(node, ld)).slice(0, MOST_WRITERS),
    dates: {
      published: [...inDated(...PUBLISHED_FIELDS), ...inMeta(meta, PUBLISHED_META)],
      vague: inMeta(meta, VAGUE_META),
      modified: [...inDated('dateModified'), ...inMeta(meta, MODIFIED_META)],
    },
  };
}
