import { landingDoubt } from '../../record/landing.ts';
import { normalizeArticle } from '../../record/normalize.ts';
import type { ArticleRecord } from '../../article-record.ts';
import { scrapeArticle } from '../../article/scrape.ts';
import type { ScrapeOutcome } from '../../article/scraped.ts';
import type { Source } from '../../config/schema.ts';
import type { Entry } from '../../feed/entry.ts';
import { decodeText } from '../../http/content/charset.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { withoutSecretsWithin } from '../../printable-url.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { followParts } from './follow-parts.ts';

/** What leads to a page: its source, and the feed's entry where there is one. */
export interface RecordContext {
  source: Source;
  entry?: Entry | undefined;
  feedUrl?: string | undefined;
  fetchedAt: Date;
  /** Keys of lines that stand on several other pages of the source. */
  otherPages?: ReadonlySet<string> | undefined;
  /** The name by which publishers address us in robots rules. */
  agent: string;
  /** What a page's site states in files of its own, by the page's address. */
  termsOf: (url: string) => Promise<RightsSignal[]>;
}

type ScrapeContext = Pick<RecordContext, 'source' | 'entry' | 'otherPages'>;

export type RecordReading =
  | {
      kind: 'record';
      /** Revision 0. */
      record: ArticleRecord;
      /** Configured rules that matched nothing on the first page. */
      unmatchedRules: string[];
      /** What lowers the confidence, in words, the weightiest first. */
      doubts: string[];
      /** By which lines of its first page the source's template may be known on others. */
      lineKeys: string[];
      /** Why text may be missing, in words. */
      doubt?: string;
      /** Why the page is believed to be another than the entry's, in words. */
      landing?: string;
    }
  | { kind: 'not-an-article'; code: string; message: string };

function scrapeResponse(
  response: FetchResponse,
  { source, entry, otherPages }: ScrapeContext,
): ScrapeOutcome {
  const contentType = response.headers['content-type'];
  const { text: html } = decodeText(response.body, {
    kind: 'html',
    ...(contentType === undefined ? {} : { contentType }),
  });
  const { url, headers } = response;
  return scrapeArticle({
    html,
    url,
    headers,
    entry,
    otherPages,
    siteName: source.name,
    ...(source.article ? { rules: source.article } : {}),
  });
}

/**
 * The record of an article whose first page is `response`, with the text of its further pages, which
 * `fetchPart` gets.
 */
export async function readRecord(
  response: FetchResponse,
  context: RecordContext,
  fetchPart: (url: string) => Promise<FetchResponse>,
): Promise<RecordReading> {
  const outcome = scrapeResponse(response, context);
  if (outcome.kind === 'not-an-article') return outcome;
  const { source, entry, feedUrl, fetchedAt, agent, otherPages, termsOf } = context;
  const whole = await followParts({ response, article: outcome.article }, source, {
    fetch: fetchPart,
    // The feed's entry is a witness for the first page only.
    read: (part) => scrapeResponse(part, { source, otherPages }),
  });
  const { article: scraped, doubt } = whole;
  const normalized = normalizeArticle({
    scraped,
    source,
    url: response.url,
    entry,
    feedUrl,
    siteTerms: await termsOf(response.url),
    agent,
    fetchedAt,
  });
  if (normalized.kind !== 'record') return normalized;
  const { unmatchedRules, publishedAt: statedAt } = scraped;
  const link = entry?.link;
  const landing = link
    ? landingDoubt({
        entry: { ...entry, link },
        url: response.url,
        record: normalized.record,
        statedAt,
        siteName: source.name,
      })
    : undefined;
  return {
    ...normalized,
    // A feed that is asked for with a key may lead to pages by the same key.
    record: withoutSecretsWithin(normalized.record),
    unmatchedRules,
    doubts: scraped.doubts.map(({ says }) => says),
    lineKeys: scraped.lineKeys,
    ...(doubt === undefined ? {} : { doubt }),
    ...(landing === undefined ? {} : { landing }),
  };
}
