import { applyRights } from '../../../src/record/rights/rights.ts';
import type { ArticleRecord } from '../../../src/article-record.ts';
import {
  JOB_SCHEMA,
  titledRecord,
  type RepublishAction,
  type RepublishJob,
} from '../../../src/queue/republish-job.ts';
import { plainName, type Queues } from '../../../src/queue/queues.ts';
import { articleRecord } from './article-record.ts';

/** A job as it would be enqueued, its record within its rights. */
export function republishJob(
  changes: Partial<ArticleRecord> = {},
  action: RepublishAction = 'publish',
): RepublishJob {
  const record = applyRights(articleRecord(changes));
  return { schema: JOB_SCHEMA, action, byline: 'mfnnews', record };
}

/** The job that follows another one: the same article, one revision on. */
export function nextJob(
  job: RepublishJob,
  action: RepublishAction,
  changes: Partial<ArticleRecord> = {},
): RepublishJob {
  const record = { ...titledRecord(job), revision: job.record.revision + 1, ...changes };
  return { schema: job.schema, byline: job.byline, action, record };
}

/** Sends a job to every destination, as an article goes that all of them get. */
export async function sendToAll(
  queues: Pick<Queues, 'sites' | 'addRepublish'>,
  job: RepublishJob,
): Promise<void> {
  await Promise.all(queues.sites.map((queue) => queues.addRepublish(plainName(queue), job)));
}

/** Different for every number, also in its first eight characters. */
export function articleId(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-0000-5000-8000-000000000000`;
}
