import { rulesAt } from '../article/rules/source-rules.ts';
import type { ArticleRecord } from '../article-record.ts';
import type { TestPage } from '../config/article-rules.ts';
import type { Source } from '../config/schema.ts';
import { PermanentError, TransientError } from '../errors.ts';
import type { Entry } from '../feed/entry.ts';
import { withoutSecrets } from '../printable-url.ts';
import { readFeed } from '../feed/read.ts';
import type { CourteousClient } from '../politeness/courteous-fetch.ts';
import { credentialTrouble } from '../http/credential-trouble.ts';
import type { Fetch, FetchResponse } from '../http/fetch.ts';
import { holdReason } from '../processors/scrape/hold.ts';
import { readRecord } from '../processors/scrape/read-page.ts';
import { expectationsMissed } from './test-page.ts';

export interface FeedCheck {
  url: string;
  /** Empty when the feed can be read. */
  problems: string[];
  entries?: number;
  /** RFC 3339. */
  newest?: string;
}

export interface PageCheck {
  url: string;
  /** Empty when all that is expected was found. */
  problems: string[];
  title?: string;
  paragraphs?: number;
  confidence?: number;
}

export interface RuleCheck {
  rule: string;
  /** Pages on which the rule matched something, of those it was tried on. */
  matched: number;
  tried: number;
}

export interface SourceCheck {
  sourceId: string;
  feeds: FeedCheck[];
  pages: PageCheck[];
  rules: RuleCheck[];
  isSound: boolean;
}

// Without test pages in the config, the newest articles show at least whether the rules match.
const NEWEST_PAGES = 3;

// Rules that sound pages may have nothing for.
const OPTIONAL_RULES = new Set(['remove', 'nextPage', 'singlePage', 'dropLinkOnlyBlocks']);

type CheckedPage = TestPage & { entry?: Entry };

/** Who visits: politely, and under which name publishers know it. */
export type Visitor = CourteousClient & { agent: string };

/** One live visit to a source's feeds and test pages, with what is wrong with them in words. */
export async function checkSource(source: Source, visitor: Visitor, now: () => number) {
  const { fetch } = visitor;
  const feeds: FeedCheck[] = [];
  const entries: Entry[] = [];
  for (const url of source.feeds) {
    const { check, entries: found } = await attempt(
      () => checkFeed(url, source, fetch),
      (problem) => ({ check: { url, problems: [problem] }, entries: [] }),
    );
    feeds.push({ ...check, url: withoutSecrets(url) });
    entries.push(...found);
  }
  const rules = new Map<string, RuleCheck>();
  const pages: PageCheck[] = [];
  for (const page of source.tests ?? newestPages(entries)) {
    const check = await attempt(
      () => checkPage(page, source, { visitor, now, rules }),
      (problem) => ({ url: page.url, problems: [problem] }),
    );
    pages.push(check);
  }
  const isSound =
    [...feeds, ...pages].every(({ problems }) => problems.length === 0) &&
    [...rules.values()].every(({ matched }) => matched > 0);
  const check: SourceCheck = {
    sourceId: source.id,
    feeds,
    pages,
    rules: [...rules.values()],
    isSound,
  };
  return check;
}

async function attempt<T>(action: () => Promise<T>, failed: (problem: string) => T): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof PermanentError || error instanceof TransientError) {
      return failed(error.message);
    }
    throw error;
  }
}

const newestEntriesFirst = (entries: Entry[]): Entry[] =>
  entries.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));

function newestPages(entries: Entry[]): CheckedPage[] {
  const pages = newestEntriesFirst(entries).flatMap((entry): CheckedPage[] =>
    entry.link === null ? [] : [{ url: entry.link, entry }],
  );
  return [...new Map(pages.map((page) => [page.url, page])).values()].slice(0, NEWEST_PAGES);
}

const statusProblem = (response: FetchResponse): string =>
  credentialTrouble(response)?.message ?? `answered with status ${response.status}`;

async function checkFeed(
  url: string,
  source: Source,
  fetch: Fetch,
): Promise<{ check: FeedCheck; entries: Entry[] }> {
  const response = await fetch({ url, kind: 'feed' });
  const failed = (problem: string) => ({
    check: { url, problems: [problem] },
    entries: [],
  });
  if (response.status !== 200) return failed(statusProblem(response));
  const outcome = await readFeed({
    bytes: response.body,
    contentType: response.headers['content-type'],
    url: response.url,
    assumeZone: source.assumeZone,
    ignoreOffset: source.ignoreOffset,
    listing: source.listing,
  });
  if (outcome.kind === 'not-a-feed') return failed(outcome.message);
  if (outcome.kind === 'sitemap-index') {
    const [newest] = outcome.sitemaps.toSorted((a, b) =>
      (b.modified ?? '').localeCompare(a.modified ?? ''),
    );
    if (!newest || newest.url === url) return failed('is a sitemap index that lists nothing');
    const { check, entries } = await checkFeed(newest.url, source, fetch);
    return { check: { ...check, url }, entries };
  }
  const { entries } = outcome.feed;
  const newest = newestEntriesFirst(entries)[0]?.published;
  const check = { url, problems: [], entries: entries.length, ...(newest ? { newest } : {}) };
  return { check, entries };
}

interface CheckVisit {
  visitor: Visitor;
  now: () => number;
  rules: Map<string, RuleCheck>;
}

async function checkPage(
  { entry, ...page }: CheckedPage,
  source: Source,
  { visitor, now, rules }: CheckVisit,
): Promise<PageCheck> {
  const { url } = page;
  const { fetch, termsOf, agent } = visitor;
  const response = await fetch({ url, kind: 'page' });
  if (response.status !== 200) {
    return { url, problems: [statusProblem(response)] };
  }
  const context = { source, entry, fetchedAt: new Date(now()), agent, termsOf };
  const reading = await readRecord(response, context, (part) => fetch({ url: part, kind: 'page' }));
  if (reading.kind === 'not-an-article') return { url, problems: [reading.message] };
  const { record, unmatchedRules } = reading;
  countRules(rules, source, record, unmatchedRules);
  const held = holdReason(record, source, reading);
  return {
    url,
    problems: [
      ...expectationsMissed(page, record),
      ...(held === undefined ? [] : [`would be held: ${held}`]),
    ],
    title: record.title,
    paragraphs: record.paragraphs.length,
    ...(record.confidence === undefined ? {} : { confidence: record.confidence }),
  };
}

function countRules(
  rules: Map<string, RuleCheck>,
  { article }: Source,
  { publishedAt }: ArticleRecord,
  unmatched: string[],
): void {
  if (!article) return;
  const tried = Object.keys(rulesAt(article, publishedAt)).filter(
    (rule) => !OPTIONAL_RULES.has(rule),
  );
  for (const rule of tried) {
    const check = rules.get(rule) ?? { rule, matched: 0, tried: 0 };
    check.tried += 1;
    if (!unmatched.includes(rule)) check.matched += 1;
    rules.set(rule, check);
  }
}
