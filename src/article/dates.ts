import { type Element, isTag } from 'domhandler';
import type { Block } from './blocks.ts';
import { parseDate } from './date-text.ts';
import { metaText } from './meta-tags.ts';
import type { Page } from './page.ts';
import { textOf } from './plain-text.ts';
import type { Found } from './scraped.ts';
import { ldText } from './structured-data.ts';

const names = (list: string): string[] => list.trim().split(/\s+/);

const PUBLISHED_META = names(`
  article:published_time og:article:published_time datepublished article:published og:published_time published_time
  parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.created dcterms.issued
  dc.date.issued dc.date dc.date.created dcterms.date pubdate publishdate publish-date publish_date publication_date
  published-date date article.published article_date_original originalpublicationdate release_date
  citation_publication_date citation_date displaydate ptime rnews:datepublished iso-8601-publish-date
  article:create_time created date.available dc.date.publication shareaholic:article_published_time bt:pubdate
  analyticsattributes.articledate datecreated article:publicationdate og:pubdate published creation_date
  dc:date dcterms:created dcterms:issued dcterms:date article:post_date last-publication-date og:release_date publisheddate`);
const MODIFIED_META = names(`
  article:modified_time og:updated_time datemodified article:modified lastmod last-modified dcterms.modified
  dc.date.modified revised article:updated modified_time cxenseparse:modifiedtime dateupdated`);

function fromMeta(page: Page, keys: string[], monthFirst: boolean): Found<string> | undefined {
  for (const key of keys) {
    const text = metaText(page.meta, key);
    const value = text && parseDate(text, monthFirst);
    if (value) return { value, from: 'meta' };
  }
  return undefined;
}

function fromStructuredData(page: Page, ...keys: string[]): Found<string> | undefined {
  const nodes = [page.ld.article, ...page.ld.nodes.filter((node) => node['datePublished'])];
  for (const node of nodes.slice(0, 2)) {
    for (const key of keys) {
      const text = ldText(node[key]);
      const value = text && parseDate(text);
      if (value) return { value, from: 'jsonld' };
    }
  }
  return undefined;
}

const isMonthFirst = (page: Page): boolean => {
  const language = page.tree.html?.attribs['lang'] ?? '';
  const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  return (
    /^en(?:[-_]us)?$/i.test(language) &&
    !/\.(?:uk|au|nz|ie|in|za|eu|de|fr|it|es|nl|ng|ke|lk|pk)$/.test(host)
  );
};

const DATE_MARK =
  /(?:^|[\s_-])(?:date|dateline|time|timestamp|published|pubdate|publish|posted|datetime|datum|fecha|data)(?=$|[\s_-])|(?:post|entry|article|news|pub|publish(?:ed)?|creat(?:ed|ion)|story)-?_?(?:date|time|on)\b/i;
const UPDATE_MARK = /updat|modif|expire|event|comment/i;
const HUMP = /([a-z\d])(?=[A-Z])/g;
const MAX_TEXT = 200;
const MAX_LINE = 80;
const YEAR = /(?:19|20)\d\d/;

/** The lines among which a page prints its date, likeliest first. */
export interface Surroundings {
  near: Block[];
  before: Block[];
  scope: Block[];
}

function dateOf(element: Element, monthFirst: boolean): string | undefined {
  const { attribs } = element;
  const stated = attribs['datetime'] ?? attribs['content'] ?? attribs['title'];
  const exact = stated && parseDate(stated, monthFirst);
  if (exact) return exact;
  const text = textOf(element);
  return text.length <= MAX_TEXT ? parseDate(text, monthFirst) : undefined;
}

function timeIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    const found = child.name === 'time' ? child : timeIn(child);
    if (found) return found;
  }
  return undefined;
}

/** A date among the lines near the headline, exact where it is marked up. */
function nearHeadline(near: Block[], monthFirst: boolean): string | undefined {
  for (const { region, text } of near) {
    const { element } = region;
    if (!YEAR.test(text)) continue;
    if (text.length > MAX_TEXT || UPDATE_MARK.test(element.attribs['class'] ?? '')) continue;
    const time = timeIn(element);
    const value = (time && dateOf(time, monthFirst)) ?? parseDate(text, monthFirst);
    if (value) return value;
  }
  return undefined;
}

function markedDate(page: Page, monthFirst: boolean): string | undefined {
  const marked = page.marked();
  const stated = marked.find(({ attribs }) => attribs['itemprop'] === 'datePublished');
  const value = stated && dateOf(stated, monthFirst);
  if (value) return value;
  for (const element of [...page.tree.times, ...marked]) {
    const label = (element.attribs['class'] ?? '').replace(HUMP, '$1-');
    if (element.name !== 'time' && !DATE_MARK.test(label)) continue;
    if (UPDATE_MARK.test(label)) continue;
    const found = dateOf(element, monthFirst);
    if (found) return found;
  }
  return undefined;
}

/** The day in an address such as `/2024/03/09/` or `…-20240309`. */
function dateInUrl(page: Page): string | undefined {
  const match =
    /[/_-]((?:19|20)\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url) ??
    /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const DAY_MS = 86_400_000;

/** What the page shows; the address decides where both disagree by days, as dates beside other stories do. */
function fromPage(
  page: Page,
  { near, before, scope }: Surroundings,
  monthFirst: boolean,
): Found<string> | undefined {
  const address = dateInUrl(page);
  const shown =
    nearHeadline(near, monthFirst) ??
    nearHeadline(before, monthFirst) ??
    markedDate(page, monthFirst) ??
    nearHeadline(
      scope.filter(({ text }) => text.length < MAX_LINE),
      monthFirst,
    );
  const agrees =
    !address || !shown || Math.abs(Date.parse(address) - Date.parse(shown)) < 3 * DAY_MS;
  const value = agrees ? (shown ?? address) : address;
  return value ? { value, from: 'text' } : undefined;
}

export interface Dates {
  publishedAt?: Found<string>;
  modifiedAt?: Found<string>;
}

/** First publication and last change, RFC 3339 in UTC. */
export function findDates(page: Page, lines: Surroundings): Dates {
  const monthFirst = isMonthFirst(page);
  const published =
    fromStructuredData(page, 'datePublished', 'dateCreated', 'uploadDate') ??
    fromMeta(page, PUBLISHED_META, monthFirst) ??
    fromPage(page, lines, monthFirst);
  const modified =
    fromStructuredData(page, 'dateModified') ?? fromMeta(page, MODIFIED_META, monthFirst);
  return {
    ...(published && { publishedAt: published }),
    ...(modified && { modifiedAt: modified }),
  };
}
