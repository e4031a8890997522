import { type Element, isTag } from 'domhandler';
import type { ArticleRules } from '../config/article-rules.ts';
import type { Entry } from '../feed/entry.ts';
import { articleScope } from './article-scope.ts';
import { findAuthors } from './authors.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type Body, bodyOf, findBody } from './body.ts';
import { isWithin } from './outline.ts';
import { confidenceOf } from './confidence.ts';
import { splitCredit } from './credit.ts';
import { parseDate } from './date-text.ts';
import { type Dates, findDates } from './dates.ts';
import { findDateline } from './dateline.ts';
import { findFlags } from './flags.ts';
import { findImages } from './images.ts';
import { metaText } from './meta-tags.ts';
import { findOrigin } from './origin.ts';
import { findCanonicalUrl, findLanguage, findParts } from './page-links.ts';
import { parsePage } from './page-tree.ts';
import { type Page, absoluteUrl, readPage } from './page.ts';
import { namesIn } from './person-name.ts';
import { folded, textOf } from './plain-text.ts';
import type { Author, Paragraph } from './record.ts';
import { findReuseSignals } from './reuse-signals.ts';
import type { Found, ScrapedArticle, ScrapeOutcome } from './scraped.ts';
import { applyRules, NO_RULES, type RuleMatches, rulesAt } from './source-rules.ts';
import { ldText } from './structured-data.ts';
import { findStandfirst, splitStandfirst } from './standfirst.ts';
import { findSubjects } from './subjects.ts';
import { findTitle } from './title.ts';

export interface ScrapePage {
  html: string;
  /** Where the page was found, after redirects. */
  url: string;
  /** Response headers, any case: `X-Robots-Tag`, `tdm-reservation`, `Link` are read. */
  headers?: Record<string, string>;
  rules?: ArticleRules;
  /** The feed item that led here: a witness for the body's confidence. */
  entry?: Entry | undefined;
  /** The publisher's name, to be cut from titles. */
  siteName?: string;
}

const refuse = (code: string, message: string): ScrapeOutcome => ({
  kind: 'not-an-article',
  code,
  message,
});

function refuseUnread(html: string): ScrapeOutcome | undefined {
  const start = html.slice(0, 2_000);
  if (!html.trim()) return refuse('empty-page', 'The page is empty.');
  if (start.includes('\u0000') || /^(?:%PDF|\ufffdPNG|GIF8|PK\p{Cc})/u.test(start)) {
    return refuse('not-html', 'The page looks like a binary file, not like HTML.');
  }
  if (/^\s*[{[]/.test(start) && !start.includes('<'))
    return refuse('not-html', 'The page looks like JSON, not like HTML.');
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex)\b/i.test(start)) {
    return refuse('not-html', 'The page looks like a feed or a sitemap, not like an article.');
  }
  if (!/<[a-z!?/]/i.test(html))
    return refuse('not-html', 'The page looks like plain text: it has no tag.');
  return undefined;
}

const firstText = (elements: Element[] | undefined): string =>
  elements?.[0] ? textOf(elements[0]) : '';

function ruled<T>(value: T | undefined, otherwise: Found<T> | undefined): Found<T> | undefined {
  return value === undefined ? otherwise : { value, from: 'rule' };
}

function ruledAuthors(matches: RuleMatches): Author[] | undefined {
  const names = (matches.of('authors') ?? []).flatMap((element) =>
    namesIn(element.attribs['content'] ?? textOf(element)),
  );
  return names.length > 0 ? [...new Set(names)].map((name) => ({ name })) : undefined;
}

function ruledDate(matches: RuleMatches): string | undefined {
  for (const element of matches.of('date') ?? []) {
    const { attribs } = element;
    const value = parseDate(attribs['datetime'] ?? attribs['content'] ?? textOf(element));
    if (value) return value;
  }
  return undefined;
}

function ruledLink(
  matches: RuleMatches,
  name: 'nextPage' | 'singlePage',
  page: Page,
): string | undefined {
  return absoluteUrl(matches.of(name)?.[0]?.attribs['href'], page.url);
}

/** Summary and subtitle: what the page says in a sentence, when it is not the title again. */
function findSummary(page: Page): Found<string> | undefined {
  const structured = ldText(page.ld.article['description']);
  if (structured) return { value: structured, from: 'jsonld' };
  const stated = metaText(
    page.meta,
    'dc.description',
    'og:description',
    'description',
    'twitter:description',
  );
  return stated ? { value: stated, from: 'meta' } : undefined;
}

function bodyImages(page: Page, container: Element): Element[] {
  const around =
    container.parent && isTag(container.parent) && container.parent.name !== 'body'
      ? container.parent
      : container;
  return page.tree.images.filter((image) => isWithin(image, around));
}

interface Reading {
  body: Body;
  standfirst: Block | undefined;
  from: 'rule' | 'text';
}

function readBody(
  page: Page,
  blocks: Block[],
  matches: RuleMatches,
  title: string | undefined,
  authors: string[],
): Reading | undefined {
  const scope = articleScope(blocks, title);
  const chosen = matches.of('body');
  const ruledBody = chosen && bodyOf(chosen, blocks, authors);
  const isRuled = ruledBody !== undefined && ruledBody.blocks.length > 0;
  const body = isRuled ? ruledBody : (findBody(scope, authors) ?? findBody(blocks, authors));
  if (!body) return undefined;
  const start = scope.indexOf(body.blocks[0] as Block);
  const descriptions = [
    ldText(page.ld.article['description']),
    metaText(page.meta, 'og:description'),
    metaText(page.meta, 'description'),
  ].filter((text) => text !== undefined);
  const standfirst =
    scope === blocks ? undefined : findStandfirst(scope.slice(0, Math.max(0, start)), descriptions);
  return { body, standfirst, from: isRuled ? 'rule' : 'text' };
}

const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

function describe(
  page: Page,
  reading: Reading,
  title: Found<string> | undefined,
  authors: Found<Author[]> | undefined,
  dates: Dates,
  matches: RuleMatches,
  blocks: Block[],
): ScrapedArticle {
  const { lead, subtitle } = splitStandfirst(reading.standfirst);
  const all = [...lead, ...reading.body.blocks].map(({ kind, text }): Paragraph => ({
    kind,
    text,
  }));
  const { body, credit } = splitCredit(withoutTitle(all, title?.value));
  const dateline = findDateline(body[0]?.text);
  const taxonomy = matches.of('taxonomy')?.map(textOf).filter(Boolean);
  const subjects = findSubjects(page);
  const parts = findParts(page, reading.body.container);
  return {
    ...present({
      title,
      subtitle: ruled(
        firstText(matches.of('subtitle')) || undefined,
        subtitle ? { value: subtitle, from: 'text' } : undefined,
      ),
      summary: findSummary(page),
      credit: credit && ({ value: credit, from: 'text' } as const),
      authors,
      dateline: dateline === undefined ? undefined : ({ value: dateline, from: 'text' } as const),
      ...subjects,
      taxonomyPaths: ruled(taxonomy?.length ? taxonomy : undefined, subjects.taxonomyPaths),
      ...findOrigin(page, authors?.value.map(({ name }) => name) ?? [], dateline),
      canonicalUrl: findCanonicalUrl(page),
      ...dates,
      language: findLanguage(page, ldText(page.ld.article['inLanguage'])),
      nextPageUrl: ruledLink(matches, 'nextPage', page) ?? parts.nextPageUrl,
      singlePageUrl: ruledLink(matches, 'singlePage', page) ?? parts.singlePageUrl,
    }),
    paragraphs: { value: body, from: reading.from },
    images: findImages(page, bodyImages(page, reading.body.container)),
    flags: findFlags(page, title?.value, all),
    confidence: confidenceOf(page, body, reading.from === 'rule' ? 1 : reading.body.fitness),
    signals: findReuseSignals(
      page,
      blocks.slice(-40).map(({ text }) => text),
    ),
    unmatchedRules: matches.unmatched,
  };
}

function withoutTitle(paragraphs: Paragraph[], title: string | undefined): Paragraph[] {
  const name = title && folded(title);
  const at = paragraphs.slice(0, 4).findIndex(({ text }) => folded(text) === name);
  return at < 0 ? paragraphs : paragraphs.toSpliced(at, 1);
}

/**
 * Reads one article page: structured data, metadata and the page's own structure, under the source's rules where
 * there are any. Pure, in time linear in the page; any input gives an outcome.
 */
export function scrapeArticle(input: ScrapePage): ScrapeOutcome {
  const refusal = refuseUnread(input.html);
  if (refusal) return refusal;
  const outcome = parsePage(input.html);
  if (outcome.kind === 'refused') return refuse(outcome.code, outcome.message);
  const { tree } = outcome;
  const page = readPage(tree, input);
  const automatic = findDates(page);
  const matches = input.rules
    ? applyRules(page, rulesAt(input.rules, automatic.publishedAt?.value))
    : NO_RULES;
  const dates = present({
    ...automatic,
    publishedAt: ruled(ruledDate(matches), automatic.publishedAt),
  });
  const root = tree.html ?? tree.document.children.find(isTag);
  const blocks = root ? readBlocks(root) : [];
  const title = ruled(firstText(matches.of('title')) || undefined, findTitle(page));
  const authors = ruled(
    ruledAuthors(matches),
    findAuthors(page, articleScope(blocks, title?.value).slice(0, 15)),
  );
  const names = authors?.value.map(({ name }) => name) ?? [];
  const reading = readBody(page, blocks, matches, title?.value, names);
  if (!reading)
    return refuse(
      'no-body',
      'The page has no running text: it looks like a list, a form or a page drawn by scripts.',
    );
  return {
    kind: 'article',
    article: describe(page, reading, title, authors, dates, matches, blocks),
  };
}
