import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';
import {
  isNode,
  ldText,
  type LdNode,
  listOf,
  resolve,
  type StructuredData,
  typesOf,
} from './structured-data.ts';

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
  descriptions: Statement[];
  sections: Statement[];
  /** Names of the site and of who publishes it. */
  publishers: Statement[];
  siteNames: string[];
  writers: { structured: StatedAuthor[]; meta: string[] };
  dates: {
    published: Statement[];
    /** Of the page rather than of the story. */
    vague: Statement[];
    modified: Statement[];
  };
}

const names = (list: string): string[] => list.trim().split(/\s+/);

const DESCRIPTION_META = names('dc.description og:description description twitter:description');
const SECTION_META = names(
  'article:section og:article:section prism.section parsely-section cxenseparse:section section',
);
const AUTHOR_META = names(`
  author article:author dc.creator dcterms.creator parsely-author sailthru.author byl cxenseparse:author
  article:author_name og:article:author citation_author authors article.author bt:author`);
const PUBLISHED_META = names(`
  article:published_time og:article:published_time datepublished article:published og:published_time published_time
  parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued
  dc.date.issued pubdate publishdate publish-date publish_date publication_date
  published-date article.published article_date_original originalpublicationdate release_date
  citation_publication_date citation_date displaydate ptime rnews:datepublished iso-8601-publish-date
  article:create_time date.available dc.date.publication shareaholic:article_published_time bt:pubdate
  analyticsattributes.articledate article:publicationdate og:pubdate published
  dcterms:created dcterms:issued article:post_date last-publication-date og:release_date publisheddate`);
/** As content management systems use them. */
const VAGUE_META = names(`
  date dc.date dc:date dcterms.date dcterms:date dc.date.created dcterms.created created datecreated creation_date`);
const MODIFIED_META = names(`
  article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified
  dc.date.modified revised article:updated modified_time cxenseparse:modifiedtime dateupdated`);

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
  const texts = listOf(value['name']).filter((name) => typeof name === 'string');
  return {
    names: texts.flatMap((name) => ldText(name) ?? []),
    ...(typeof value['url'] === 'string' && { url: value['url'] }),
    isOrganization: typesOf(value).some((type) => type.includes('Organization')),
  };
}

/** The first crumb below the front page. */
function crumb(ld: StructuredData): Statement[] {
  const list = ld.nodes.find((node) => typesOf(node).includes('BreadcrumbList'));
  const crumbs = listOf(list?.['itemListElement']).map((item) =>
    isNode(item) ? (ldText(item['name']) ?? ldText(item['item'])) : undefined,
  );
  const [first] = crumbs.slice(1, -1).filter((name) => name !== undefined);
  return first === undefined ? [] : [{ text: first, from: 'meta' }];
}

export function readStatements(meta: MetaTags, ld: StructuredData): PageStatements {
  const { article } = ld;
  const others = ld.nodes.filter((node) => node['datePublished']);
  const dated = [...new Set([article, ...others].slice(0, MOST_DATED))];
  const inDated = (...fields: string[]): Statement[] =>
    dated.flatMap((node) => inNode(node, ...fields));
  const [publisher] = listOf(article['publisher']);
  const publishing = inNode({ publisher: resolve(publisher, ld) }, 'publisher');
  const SITE = ['og:site_name', 'application-name'];
  return {
    descriptions: [...inNode(article, 'description'), ...inMeta(meta, DESCRIPTION_META)],
    sections: [...inNode(article, 'articleSection'), ...inMeta(meta, SECTION_META), ...crumb(ld)],
    publishers: [
      ...inMeta(meta, ['dc.publisher', 'dcterms.publisher']),
      ...publishing,
      ...inMeta(meta, SITE),
    ],
    siteNames: [
      metaText(meta, ...SITE, 'apple-mobile-web-app-title', 'twitter:site', 'dc.publisher'),
      publishing[0]?.text,
    ].filter((name) => name !== undefined),
    writers: {
      structured: listOf(article['author'] ?? article['creator']).map((raw) =>
        statedAuthor(raw, ld),
      ),
      meta: metaTexts(meta, ...AUTHOR_META),
    },
    dates: {
      published: [...inDated(...PUBLISHED_FIELDS), ...inMeta(meta, PUBLISHED_META)],
      vague: inMeta(meta, VAGUE_META),
      modified: [...inDated('dateModified'), ...inMeta(meta, MODIFIED_META)],
    },
  };
}
