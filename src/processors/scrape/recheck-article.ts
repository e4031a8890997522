import { isSameStory } from '../../record/same-story.ts';
import type { ArticleRecord } from '../../article-record.ts';
import { cleanUrl, isFrontPage } from '../../clean-url.ts';
import type { Source } from '../../config/schema.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import { conditionalHeaders, conditionalOutcome } from '../../http/conditional-request.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { nextRecheck, recheckJobId } from '../../queue/recheck.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { RecheckJob } from '../../queue/topology.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import type { Latest } from '../../store/articles/latest.ts';
import { pageFetched } from '../history-events.ts';
import { keepArticle } from './keep-article.ts';
import { sourceNamed, waitForSource } from '../job-source.ts';
import { askerFor, type Pipeline } from '../pipeline.ts';
import { JobPages } from './job-pages.ts';
import { readArticle } from './read-article.ts';
import { isMissing, refusal } from './refusal.ts';
import type { ScrapeResult } from '../scrape-result.ts';
import { noteMissing, withdrawArticle } from '../republish/withdraw.ts';

interface Look {
  job: RecheckJob;
  source: Source;
  latest: Latest;
  visit: ArticleVisit;
}

/**
 * Looks at the page of a known article again, conditionally, and follows what became of it: changed,
 * gone, back again. A page that cannot be read this time changes nothing.
 */
export async function recheckArticle(
  job: RecheckJob,
  context: JobContext,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { articleId } = job;
  if (job.expires === true) return await expire(articleId, pipeline);
  const source = sourceNamed(job.sourceId, pipeline);
  if (!source) return await waitForSource(job.sourceId, pipeline);
  const watched = await pipeline.articles.watched(articleId);
  if (!watched) await visitHeld(job, pipeline);
  if (!watched?.visit) return { kind: 'unchanged', articleId };
  const own = { ...job, sourceId: source.id };
  const look = { job: own, source, latest: watched.latest, visit: watched.visit };
  // First of all, so that whatever becomes of this look, the next one comes.
  await scheduleNext(look, pipeline);
  try {
    return await lookAgain(look, context, pipeline);
  } catch (error) {
    const isLost = error instanceof TransientError && job.stepMs !== undefined;
    if (context.signal?.aborted || !(error instanceof PermanentError || isLost)) throw error;
    // The next step is the retry.
    const reason = (error as Error).message;
    await pipeline.history.append(articleId, [{ at: pipeline.now(), event: 'unreadable', reason }]);
    return { kind: 'unreadable', articleId, reason };
  }
}

/** Unless a later revision of the article has another moment, or none. */
async function expire(articleId: string, pipeline: Pipeline): Promise<ScrapeResult> {
  const expiresAt = (await pipeline.articles.find(articleId))?.record.rights.expiresAt;
  if (expiresAt === undefined || Date.parse(expiresAt) > pipeline.now()) {
    return { kind: 'unchanged', articleId };
  }
  const reason = { code: 'expired', text: `expired at ${expiresAt}` } as const;
  return await withdrawArticle(articleId, reason, pipeline);
}

/** An article that was held and never published is scraped as if it had just been found. */
async function visitHeld({ articleId, stepMs = 0 }: RecheckJob, { held, queues }: Pipeline) {
  const waiting = await held.find(articleId);
  if (!waiting) return;
  const { feedUrl, entry } = waiting.visit;
  const data = { sourceId: waiting.record.sourceId, feedUrl, entry };
  await queues.addScrapes([{ jobId: `held-${articleId}-${stepMs}`, data }]);
}

async function scheduleNext({ job, source, latest }: Look, { queues, now }: Pipeline) {
  const { sourceId, articleId, stepMs: doneMs } = job;
  if (doneMs === undefined) return;
  const watched = { articleId, firstSeenAtMs: Date.parse(latest.firstSeenAt), doneMs };
  const next = nextRecheck(source.recheck, watched, now());
  if (!next) return;
  const { stepMs, delayMs } = next;
  await queues.addRecheck(
    { sourceId, articleId, stepMs },
    recheckJobId(articleId, stepMs),
    delayMs,
  );
}

async function lookAgain(
  look: Look,
  { id, signal }: JobContext,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { job, source, latest, visit } = look;
  const { sourceId, articleId } = job;
  // "Not modified" would not say whether what was missing or withdrawn may be shown again.
  const isShown = latest.action !== 'withdraw' && visit.missingSinceMs === null;
  const validators = isShown ? visit.validators : null;
  const { link } = visit.entry;
  const conditional = conditionalHeaders(validators);
  const pages = new JobPages({ id, signal }, askerFor(source, id, pipeline), pipeline);
  const response = await pages.fetch(link, conditional);
  if (isMissing(response)) return await noteAnotherMiss(look, `http-${response.status}`, pipeline);
  const answer = conditionalOutcome(validators, response, pipeline.now());
  const at = pipeline.now();
  if (answer.kind === 'not-modified') {
    await Promise.all([
      pipeline.articles.rememberVisit(articleId, { ...visit, validators: answer.validators }),
      pipeline.history.append(articleId, [{ at, event: 'not-modified' }]),
    ]);
    return { kind: 'unchanged', articleId };
  }
  if (answer.kind !== 'modified') throw refusal({ sourceId, link }, response, at);
  const result = await readAgain(look, response, pages, pipeline);
  await pages.forget();
  return result;
}

function noteAnotherMiss({ job, visit }: Look, reason: string, pipeline: Pipeline) {
  const { sourceId, articleId } = job;
  return noteMissing({ sourceId, articleId, visit, reason }, pipeline);
}

async function readAgain(
  look: Look,
  response: FetchResponse,
  pages: JobPages,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { job, source, latest, visit } = look;
  const { sourceId, articleId } = job;
  const { feedUrl, entry, templateLines: decided } = visit;
  const isMoved = response.redirects.length > 0;
  if (isMoved && isFrontPage(response.url) && !isFrontPage(entry.link)) {
    return await noteAnotherMiss(look, 'leads to the front page', pipeline);
  }
  const at = pipeline.now();
  const found = { sourceId, feedUrl, entry };
  const {
    record: read,
    doubt,
    doubts,
    templateLines,
  } = await readArticle({ ...found, templateLines: decided }, source, response, pages, pipeline);
  if (isMoved && !(await isStillItself(articleId, read, response, pipeline))) {
    return await noteAnotherMiss(look, `leads to ${response.url}`, pipeline);
  }
  const record = { ...read, id: articleId };
  const { dropQuery } = source.url ?? {};
  const finding = { ...found, response, dropQuery, templateLines };
  const events = [pageFetched(response, at)];
  return await keepArticle(
    { record, known: latest, finding, source, events, doubt, doubts },
    pipeline,
  );
}

/** Whether an address that leads on still leads to the article, rather than to another one or a list. */
async function isStillItself(
  articleId: string,
  read: ArticleRecord,
  response: FetchResponse,
  { aliases, articles }: Pipeline,
): Promise<boolean> {
  const holder = await aliases.find(cleanUrl(response.url) ?? response.url);
  if (holder?.articleId === articleId) return true;
  if (holder && (await articles.latest(holder.articleId))) return false;
  const known = await articles.find(articleId);
  return known !== undefined && isSameStory(known.record, read);
}
