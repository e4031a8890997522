import type { RecheckJob } from '../../queue/topology.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import type { Pipeline } from '../pipeline.ts';
import { republish } from './republish.ts';
import type { StatedReason } from '../../withdraw-reason.ts';
import type { ScrapeResult } from '../scrape-result.ts';

// A page may be missing for a minute while its site is deployed or its cache is filled anew. Those
// who took it down wait for the second look, which is far below the time a search engine needs.
const SECOND_LOOK_MS = 15 * 60_000;
// Less than that, so that clocks of two workers may differ.
const CONFIRMED_AFTER_MS = 10 * 60_000;

export interface MissingPage extends Pick<RecheckJob, 'sourceId' | 'articleId'> {
  visit: ArticleVisit;
  /** Such as `http-404`. */
  reason: string;
}

/** The page of a known article is not there: looks again, and withdraws what is missing a second time. */
export async function noteMissing(
  { sourceId, articleId, visit, reason }: MissingPage,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const nowMs = pipeline.now();
  const sinceMs = visit.missingSinceMs ?? nowMs;
  if (nowMs - sinceMs >= CONFIRMED_AFTER_MS) {
    return await withdrawArticle(articleId, { code: 'gone', text: reason }, pipeline);
  }
  const { articles, queues, history } = pipeline;
  const jobId = `missing-${articleId}-${sinceMs}`;
  await Promise.all([
    articles.rememberVisit(articleId, { ...visit, missingSinceMs: sinceMs }),
    queues.addRecheck({ sourceId, articleId }, jobId, SECOND_LOOK_MS),
    history.append(articleId, [{ at: nowMs, event: 'missing', reason }]),
  ]);
  return { kind: 'missing', articleId, reason };
}

/** Asks the site to take an article down, once. */
export async function withdrawArticle(
  articleId: string,
  why: StatedReason,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const at = pipeline.now();
  const reason = why.text;
  const outcome = await pipeline.articles.withdraw(articleId, why, at);
  // What has to leave for a reason of its own does not come back when a rule is changed.
  await pipeline.filtered.forget(articleId);
  if (outcome?.kind !== 'revised') {
    await pipeline.history.append(articleId, [{ at, event: 'still-withdrawn', reason }]);
    return { kind: 'unchanged', articleId };
  }
  const { action, record } = outcome;
  const { revision } = record;
  await Promise.all([
    republish(outcome, pipeline),
    pipeline.held.forget(record),
    pipeline.history.append(articleId, [{ at, event: 'revised', action, revision, reason }]),
  ]);
  return { kind: 'enqueued', action, articleId, revision };
}
