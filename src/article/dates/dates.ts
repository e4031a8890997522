import type { DateRules } from '../../dates/date.ts';
import {
  byEitherClock,
  byPrintedClock,
  onPrintedDay,
  type Stated,
  withPrintedHour,
} from './clocks.ts';
import { parseDate, statesZone } from './date-text.ts';
import { metaText } from '../../page/meta-tags.ts';
import { hostOf, type Page } from '../../page/page.ts';
import {
  guessedDate,
  isDayOnly,
  printedChange,
  printedDate,
  shownDate,
  statedAsPublished,
  type Surroundings,
} from './printed-date.ts';
import type { Found } from '../scraped.ts';
import { ldText } from '../../page/structured-data.ts';

const names = (list: string): string[] => list.trim().split(/\s+/);

const PUBLISHED_META = names(`
  article:published_time og:article:published_time datepublished article:published og:published_time published_time
  parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.issued
  dc.date.issued pubdate publishdate publish-date publish_date publication_date
  published-date article.published article_date_original originalpublicationdate release_date
  citation_publication_date citation_date displaydate ptime rnews:datepublished iso-8601-publish-date
  article:create_time date.available dc.date.publication shareaholic:article_published_time bt:pubdate
  analyticsattributes.articledate article:publicationdate og:pubdate published
  dcterms:created dcterms:issued article:post_date last-publication-date og:release_date publisheddate`);
/** Of the page rather than of the story, as content management systems use them. */
const VAGUE_META = names(`
  date dc.date dc:date dcterms.date dcterms:date dc.date.created dcterms.created created datecreated creation_date`);
const MODIFIED_META = names(`
  article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified
  dc.date.modified revised article:updated modified_time cxenseparse:modifiedtime dateupdated`);

function statedIn(
  text: string | undefined,
  from: Found<string>['from'],
  rules: DateRules,
): Stated | undefined {
  const value = text && parseDate(text, rules);
  return value ? { value, from, isZoned: statesZone(text) } : undefined;
}

function dateFromMeta(page: Page, keys: string[], rules: DateRules): Stated | undefined {
  for (const key of keys) {
    const stated = statedIn(metaText(page.meta, key), 'meta', rules);
    if (stated) return stated;
  }
  return undefined;
}

function dateFromStructuredData(
  page: Page,
  rules: DateRules,
  ...keys: string[]
): Stated | undefined {
  const nodes = [page.ld.article, ...page.ld.nodes.filter((node) => node['datePublished'])];
  for (const node of nodes.slice(0, 2)) {
    for (const key of keys) {
      const stated = statedIn(ldText(node[key]), 'jsonld', rules);
      if (stated) return stated;
    }
  }
  return undefined;
}

/** Whether 3/4/2024 is the fourth of March: in America alone. */
function isMonthFirst(page: Page): boolean {
  const language = page.tree.html?.attribs['lang'] ?? '';
  return (
    /^en(?:[-_]us)?$/i.test(language) &&
    !/\.(?:uk|au|nz|ie|in|za|eu|de|fr|it|es|nl|ng|ke|lk|pk)$/.test(hostOf(page))
  );
}

const dateFromText = (value: string | undefined): Found<string> | undefined =>
  value === undefined ? undefined : { value, from: 'text' };

export interface Dates {
  publishedAt?: Found<string>;
  modifiedAt?: Found<string>;
}

/** First publication and last change, RFC 3339 with the offset that the page states. */
export function findDates(page: Page, lines: Surroundings): Dates {
  const rules = { monthFirst: isMonthFirst(page) };
  const stated = byEitherClock(
    page,
    dateFromStructuredData(page, rules, 'datePublished', 'dateCreated', 'uploadDate'),
    dateFromMeta(page, PUBLISHED_META, rules),
  );
  const isLocal = stated !== undefined && !stated.value.endsWith('Z');
  const shown = isLocal ? undefined : shownDate(page, lines, rules);
  const published =
    stated ??
    dateFromText(statedAsPublished(page, rules)) ??
    dateFromText(printedDate(page, shown, rules)) ??
    dateFromMeta(page, VAGUE_META, rules) ??
    dateFromText(guessedDate(page, lines, rules));
  const isDay = stated !== undefined && !stated.isZoned && isDayOnly(stated.value);
  const local =
    published &&
    (isDay
      ? withPrintedHour(published.value, shown)
      : onPrintedDay(page, byPrintedClock(published.value, shown), shown));
  const modified =
    dateFromStructuredData(page, rules, 'dateModified') ??
    dateFromMeta(page, MODIFIED_META, rules) ??
    dateFromText(printedChange(lines, rules));
  return {
    ...(published && local && { publishedAt: { value: local, from: published.from } }),
    ...(modified && { modifiedAt: { value: modified.value, from: modified.from } }),
  };
}
