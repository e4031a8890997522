import { PermanentError, TransientError } from '../../errors.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { RecheckJob, ScrapeJob } from '../../queue/topology.ts';
import { PAGES_IN_ROW } from '../../store/health/page-troubles.ts';
import type { Pipeline } from '../pipeline.ts';
import type { ScrapeResult } from '../scrape-result.ts';
import { deliverOwed } from '../republish/republish.ts';
import { recheckArticle } from './recheck-article.ts';
import { scrapePage } from './scrape.ts';

type Visit = ScrapeJob | RecheckJob;

/** Visits a page, of a new entry or of an article that is known, and notes whether its source's pages can be had. */
export async function visitPage(
  job: Visit,
  context: JobContext,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  try {
    const result =
      'articleId' in job
        ? await recheckArticle(job, context, pipeline)
        : await scrapePage(job, context, pipeline);
    if ('articleId' in job) await deliverOwed(job.articleId, pipeline);
    if (result.kind !== 'unreadable') await noteHad(job, pipeline);
    return result;
  } catch (error) {
    const isTrouble = error instanceof PermanentError || error instanceof TransientError;
    // A page counts once, however often it is tried.
    if (isTrouble && context.attempt === 1) await noteTrouble(job, error, pipeline);
    throw error;
  }
}

async function noteTrouble(
  { sourceId }: Visit,
  { code, message }: PermanentError | TransientError,
  { health, notice, now }: Pipeline,
): Promise<void> {
  const failures = await health.pages.failed(sourceId, { code, message }, now());
  if (failures !== PAGES_IN_ROW) return;
  const told = `its last ${failures} pages could not be had`;
  notice({ sourceId, change: 'pages-failing', message: told, reason: message, failures });
}

async function noteHad({ sourceId }: Visit, { health, notice }: Pipeline): Promise<void> {
  const trouble = await health.pages.recovered(sourceId);
  if (!trouble || trouble.failures < PAGES_IN_ROW) return;
  const { failures, sinceMs } = trouble;
  const since = new Date(sinceMs).toISOString();
  const message = 'its pages can be had again';
  notice({ level: 'info', sourceId, change: 'pages-recovered', message, failures, since });
}
