import type { ArticleRecord } from '../article/record.ts';
import { cleanUrl } from '../clean-url.ts';
import { PermanentError, ThrottledError, TransientError } from '../errors.ts';
import type { FetchResponse } from '../http/fetch.ts';
import { retryAfterMs } from '../http/freshness.ts';
import type { JobContext } from '../queue/run-job.ts';
import type { ScrapeJob } from '../queue/topology.ts';
import type { Action } from '../store/articles.ts';
import { askerFor, type Pipeline } from './pipeline.ts';
import { readPage } from './read-page.ts';
import { republish } from './republish.ts';

/** What came of one visit to one page. */
export type ScrapeResult =
  | { kind: 'enqueued'; action: Action; articleId: string; revision: number }
  | { kind: 'unchanged'; articleId: string }
  | { kind: 'dropped'; articleId: string; reason: string }
  | { kind: 'source-removed' };

// For a host that asks for patience without saying how much.
const PATIENCE_MS = 3_600_000;

/** Visits an article's page and, when its content is new or changed, enqueues it for the site. */
export async function scrapePage(
  job: ScrapeJob,
  { id, signal }: Pick<JobContext, 'id' | 'signal'>,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const source = pipeline.sources.get(job.sourceId);
  if (!source) return { kind: 'source-removed' };
  const request = { url: job.entry.link, kind: 'page' as const, signal };
  const askedAtMs = await pipeline.articles.timeMs();
  const response = await pipeline.fetch(request, askerFor(source, id, pipeline));
  if (response.status !== 200) throw refusal(job, response, pipeline.now());
  const record = readPage(response, job, source, new Date(pipeline.now()));
  if (record.rights.mode === 'drop') {
    const [reason] = record.rights.reasons;
    return { kind: 'dropped', articleId: record.id, reason: `${reason?.signal}: ${reason?.value}` };
  }
  const outcome = await pipeline.articles.keep(record, pipeline.now(), askedAtMs);
  if (outcome.kind === 'revised') await republish(outcome, pipeline);
  await pipeline.articles.rememberAddresses(record.id, addressesOf(record, response));
  if (outcome.kind === 'unchanged') return { kind: 'unchanged', articleId: record.id };
  const { action, record: revised } = outcome;
  return { kind: 'enqueued', action, articleId: revised.id, revision: revised.revision };
}

/** What a page's status means for its job: come back later, try again, or give up. */
function refusal({ sourceId, entry }: ScrapeJob, response: FetchResponse, nowMs: number): Error {
  const { status, headers } = response;
  const answered = `${sourceId}: ${entry.link} answered with status ${status}`;
  const patienceMs = retryAfterMs(headers, nowMs);
  if (status === 429 || (status === 503 && patienceMs !== null)) {
    return new ThrottledError(`http-${status}`, answered, nowMs + (patienceMs ?? PATIENCE_MS));
  }
  if (status >= 500) return new TransientError(`http-${status}`, answered);
  const mend = 'open it in a browser to see whether the feed or the site is wrong';
  return new PermanentError(`http-${status}`, `${answered}; ${mend}`);
}

/** Every address that leads to this article, so that another feed's link is recognised. */
function addressesOf(record: ArticleRecord, response: FetchResponse): string[] {
  return [record.url, record.canonicalUrl, response.url]
    .map((url) => cleanUrl(url))
    .filter((url) => url !== undefined);
}
