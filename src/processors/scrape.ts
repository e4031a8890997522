import { normalizeArticle } from '../article/normalize.ts';
import type { ArticleRecord } from '../article/record.ts';
import { scrapeArticle } from '../article/scrape.ts';
import { cleanUrl } from '../clean-url.ts';
import type { Source } from '../config/schema.ts';
import { PermanentError } from '../errors.ts';
import { decodeText } from '../http/charset.ts';
import type { FetchResponse } from '../http/fetch.ts';
import type { JobContext } from '../queue/run-job.ts';
import type { ScrapeJob } from '../queue/topology.ts';
import type { Action } from '../store/articles.ts';
import { askHost } from './ask-host.ts';
import type { Pipeline } from './pipeline.ts';
import { republish } from './republish.ts';

/** What came of one visit to one page. */
export type ScrapeResult =
  | { kind: 'enqueued'; action: Action; articleId: string; revision: number }
  | { kind: 'unchanged'; articleId: string }
  | { kind: 'dropped'; articleId: string; reason: string }
  | { kind: 'source-removed' };

/** Visits an article's page and, when its content is new or changed, enqueues it for the site. */
export async function scrapePage(
  job: ScrapeJob,
  { id, signal }: Pick<JobContext, 'id' | 'signal'>,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const source = pipeline.sources.get(job.sourceId);
  if (!source) return { kind: 'source-removed' };
  const request = { url: job.entry.link, kind: 'page' as const, signal };
  const response = await askHost(request, { jobId: id, source }, pipeline);
  if (response.status !== 200) throw refusal(job, response.status);
  const record = readPage(response, job, source, new Date(pipeline.now()));
  if (record.rights.mode === 'drop') {
    const [reason] = record.rights.reasons;
    return { kind: 'dropped', articleId: record.id, reason: `${reason?.signal}: ${reason?.value}` };
  }
  const outcome = await pipeline.articles.keep(record, pipeline.now());
  if (outcome.kind === 'revised') await republish(outcome, pipeline);
  await pipeline.articles.rememberAddresses(record.id, addressesOf(record, response));
  if (outcome.kind === 'unchanged') return { kind: 'unchanged', articleId: record.id };
  const { action, record: revised } = outcome;
  return { kind: 'enqueued', action, articleId: revised.id, revision: revised.revision };
}

function refusal({ sourceId, entry }: ScrapeJob, status: number): PermanentError {
  return new PermanentError(
    'page-refused',
    `${sourceId}: ${entry.link} answered with status ${status}; open it in a browser to see whether the feed or the site is wrong`,
  );
}

function readPage(
  response: FetchResponse,
  { sourceId, feedUrl, entry }: ScrapeJob,
  source: Source,
  fetchedAt: Date,
): ArticleRecord {
  const contentType = response.headers['content-type'];
  const { text: html } = decodeText(response.body, {
    kind: 'html',
    ...(contentType === undefined ? {} : { contentType }),
  });
  const feedEntry = { ...entry, content: null };
  const page = { html, url: response.url, headers: response.headers, entry: feedEntry };
  const scraped = scrapeArticle({ ...page, ...(source.article ? { rules: source.article } : {}) });
  const outcome =
    scraped.kind === 'article'
      ? normalizeArticle({
          scraped: scraped.article,
          source,
          url: response.url,
          entry: feedEntry,
          feedUrl,
          fetchedAt,
        })
      : scraped;
  if (outcome.kind === 'record') return outcome.record;
  throw new PermanentError(outcome.code, `${sourceId}: ${entry.link}: ${outcome.message}`);
}

/** Every address that leads to this article, so that another feed's link is recognised. */
function addressesOf(record: ArticleRecord, response: FetchResponse): string[] {
  return [record.url, record.canonicalUrl, response.url]
    .map((url) => cleanUrl(url))
    .filter((url) => url !== undefined);
}
