import { metaText } from './meta-tags.ts';
import type { Page } from './page.ts';
import { textOf } from './plain-text.ts';
import { parseDate } from './date-text.ts';
import type { Found } from './scraped.ts';
import { ldText } from './structured-data.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'og:published_time',
  'published_time',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date',
  'dc.date.created',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published-date',
  'date',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'release_date',
  'citation_publication_date',
  'citation_date',
  'displaydate',
  'ptime',
  'rnews:datepublished',
  'iso-8601-publish-date',
  'last-publication-date',
  'article:create_time',
  'created',
  'date.available',
  'dc.date.publication',
  'shareaholic:article_published_time',
  'bt:pubdate',
  'analyticsattributes.articledate',
  'datecreated',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'article:updated',
  'modified_time',
  'cxenseparse:modifiedtime',
  'dateupdated',
];

function fromMeta(page: Page, names: string[], monthFirst: boolean): Found<string> | undefined {
  for (const name of names) {
    const text = metaText(page.meta, name);
    const value = text && parseDate(text, monthFirst);
    if (value) return { value, from: 'meta' };
  }
  return undefined;
}

function fromStructuredData(page: Page, ...keys: string[]): Found<string> | undefined {
  for (const key of keys) {
    const text = ldText(page.ld.article[key]);
    const value = text && parseDate(text);
    if (value) return { value, from: 'jsonld' };
  }
  return undefined;
}

const isMonthFirst = (page: Page): boolean => {
  const language = page.tree.html?.attribs['lang'] ?? '';
  const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  return /^en(?:-us)?$/i.test(language) && !/\.(?:uk|au|nz|ie|in|za|eu|de|fr)$/.test(host);
};

const DATE_MARK =
  /(?:^|[\s_-])(?:date|dateline|time|timestamp|published|pubdate|publish|posted|post-date|entry-date|datetime|datum)/i;
const UPDATE_MARK = /updat|modif/i;

function fromPage(page: Page, monthFirst: boolean): Found<string> | undefined {
  for (const element of page.tree.times) {
    const { attribs } = element;
    if (UPDATE_MARK.test(attribs['class'] ?? '')) continue;
    const value = parseDate(attribs['datetime'] ?? textOf(element), monthFirst);
    if (value) return { value, from: 'text' };
  }
  for (const element of page.tree.marked) {
    const { attribs } = element;
    const marked =
      attribs['itemprop'] === 'datePublished' || DATE_MARK.test(attribs['class'] ?? '');
    if (!marked) continue;
    const text = attribs['content'] ?? attribs['datetime'] ?? textOf(element);
    const value = text.length < 200 ? parseDate(text, monthFirst) : undefined;
    if (value) return { value, from: 'text' };
  }
  return undefined;
}

function fromUrl(page: Page): Found<string> | undefined {
  const match = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(page.url);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  const value = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return value ? { value, from: 'text' } : undefined;
}

export interface Dates {
  publishedAt?: Found<string>;
  modifiedAt?: Found<string>;
}

/** First publication and last change, RFC 3339 in UTC. */
export function findDates(page: Page): Dates {
  const monthFirst = isMonthFirst(page);
  const published =
    fromStructuredData(page, 'datePublished', 'dateCreated', 'uploadDate') ??
    fromMeta(page, PUBLISHED_META, monthFirst) ??
    fromPage(page, monthFirst) ??
    fromUrl(page);
  const modified =
    fromStructuredData(page, 'dateModified') ?? fromMeta(page, MODIFIED_META, monthFirst);
  return {
    ...(published && { publishedAt: published }),
    ...(modified && { modifiedAt: modified }),
  };
}
