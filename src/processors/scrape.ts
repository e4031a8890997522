import type { ArticleRecord } from '../article/record.ts';
import { cleanUrl } from '../clean-url.ts';
import type { Source } from '../config/schema.ts';
import { PermanentError, ThrottledError, TransientError } from '../errors.ts';
import type { FetchResponse } from '../http/fetch.ts';
import { retryAfterMs } from '../http/freshness.ts';
import type { JobContext } from '../queue/run-job.ts';
import type { ScrapeJob } from '../queue/topology.ts';
import type { Action } from '../store/articles.ts';
import { holdBack, holdReason } from './hold.ts';
import { JobPages } from './job-pages.ts';
import { askerFor, type Pipeline } from './pipeline.ts';
import { readPage } from './read-page.ts';
import { republish } from './republish.ts';
import { watchShape } from './source-shape.ts';

/** What came of one visit to one page. */
export type ScrapeResult = (
  | { kind: 'enqueued'; action: Action; articleId: string; revision: number }
  | { kind: 'unchanged'; articleId: string }
  | { kind: 'dropped'; articleId: string; reason: string }
  /** A person is to decide, see hold.ts. */
  | { kind: 'held'; articleId: string; reason: string }
  | { kind: 'source-removed' }
) & {
  /** Configured rules that matched nothing on the page. */
  unmatchedRules?: string[];
};

// For a host that asks for patience without saying how much.
const PATIENCE_MS = 3_600_000;

/** Visits an article's page and, when its content is new or changed, enqueues it for the site. */
export async function scrapePage(
  job: ScrapeJob,
  context: Pick<JobContext, 'id' | 'signal'>,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const source = pipeline.sources.get(job.sourceId);
  if (!source) return { kind: 'source-removed' };
  const pages = new JobPages(context, askerFor(source, context.id, pipeline), pipeline);
  const response = await pages.fetch(job.entry.link);
  if (response.status !== 200) throw refusal(job, response, pipeline.now());
  const { unmatchedRules, ...reading } = await readArticle(job, source, response, pages, pipeline);
  await pages.forget();
  return { ...(await settle(reading, source, response, pipeline)), unmatchedRules };
}

async function readArticle(
  job: ScrapeJob,
  source: Source,
  response: FetchResponse,
  pages: JobPages,
  pipeline: Pipeline,
) {
  const { entry, feedUrl } = job;
  const fetchedAt = new Date(pipeline.now());
  const page = { source, entry: { ...entry, content: null }, feedUrl, fetchedAt };
  const reading = await readPage(response, page, async (link) => {
    const part = await pages.fetchPart(link);
    const isTold = part.status === 200 || (part.status < 500 && part.status !== 429);
    if (isTold) return part;
    throw refusal({ ...job, entry: { ...entry, link } }, part, pipeline.now());
  });
  if (reading.kind === 'not-an-article') {
    await watchShape(source, { confidence: null, unmatchedRules: [] }, pipeline);
    throw new PermanentError(reading.code, `${source.id}: ${entry.link}: ${reading.message}`);
  }
  const { record, unmatchedRules } = reading;
  await watchShape(source, { confidence: record.confidence ?? 1, unmatchedRules }, pipeline);
  return reading;
}

/** Publishes what was read, or says why not. */
async function settle(
  { record: read, doubt }: { record: ArticleRecord; doubt?: string },
  source: Source,
  response: FetchResponse,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const articleId = read.id;
  if (read.rights.mode === 'drop') {
    const [reason] = read.rights.reasons;
    return { kind: 'dropped', articleId, reason: `${reason?.signal}: ${reason?.value}` };
  }
  const reason = holdReason(read, source, doubt);
  if (reason !== undefined) {
    const isHeld = await holdBack(read, reason, pipeline);
    return isHeld ? { kind: 'held', articleId, reason } : { kind: 'unchanged', articleId };
  }
  const waiting = await pipeline.held.find(articleId);
  const record = waiting ? { ...read, firstSeenAt: waiting.record.firstSeenAt } : read;
  const outcome = await pipeline.articles.keep(record, pipeline.now());
  if (outcome.kind === 'revised') await republish(outcome, pipeline);
  await pipeline.articles.rememberAddresses(articleId, addressesOf(record, response));
  if (waiting) await pipeline.held.forget(waiting.record);
  if (outcome.kind === 'unchanged') return { kind: 'unchanged', articleId };
  const { action, record: revised } = outcome;
  return { kind: 'enqueued', action, articleId, revision: revised.revision };
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
