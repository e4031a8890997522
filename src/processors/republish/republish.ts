import { rewriteRecord } from '../../filter/rewrite.ts';
import { applyRights } from '../../record/rights/rights.ts';
import { JOB_SCHEMA, withoutContent, type RepublishJob } from '../../queue/republish-job.ts';
import type { KnownArticle } from '../../store/articles.ts';
import { sourceNamed } from '../job-source.ts';
import type { Notice, Pipeline } from '../pipeline.ts';
import { deliverQueue } from '../../queue/topology.ts';

/** What is known of the config beside an article, to make a job of it. */
export type JobMaker = Pick<Pipeline, 'byline' | 'sources' | 'formerly'>;
type Sender = Pick<Pipeline, 'queues' | 'articles' | 'notice'> & JobMaker;

const PAST_TENSE = { publish: 'published', update: 'updated', withdraw: 'withdrawn' } as const;

/**
 * Enqueues an article's newest revision for the site, cut down to what its rights allow. It takes the
 * place of the one before, where that still waits.
 */
export async function republish(
  revised: KnownArticle & { replaced?: number | undefined; resentAt?: string },
  pipeline: Sender,
): Promise<void> {
  const { queues, articles, notice } = pipeline;
  const { record, replaced } = revised;
  const witness = await articles.witness(record.id);
  await queues.addRepublish(jobOf(revised, pipeline), replaced);
  await articles.clearIntent(record.id, record.revision, witness);
  notice(noticeOf(revised));
}

function noticeOf({ action, record, reason }: KnownArticle): Notice {
  const { id: article, sourceId, title, url } = record;
  // What was taken down leaves no title behind, here neither.
  const what = reason?.code === 'takedown' ? url : title;
  const why = reason?.text === undefined ? {} : { reason: reason.text };
  const message = `${PAST_TENSE[action]}: ${what}`;
  return { level: 'info', sourceId, change: action, article, message, ...why };
}

/** Delivers an article once more to the destinations that show it without a part, such as a picture that could not be had. */
export async function deliverOwed(
  articleId: string,
  pipeline: Pick<Pipeline, 'articles' | 'destinations' | 'queues'> & JobMaker,
): Promise<void> {
  const { articles, destinations, queues } = pipeline;
  const names = await destinations.takeOwed(articleId);
  const known = names.length > 0 ? await articles.find(articleId) : undefined;
  if (!known || known.action === 'withdraw') return;
  const job = jobOf(known, pipeline);
  // What is no longer in the config is owed nothing.
  const isThere = (name: string) => queues.has(deliverQueue(name));
  await Promise.all(names.filter(isThere).map((name) => queues.addAgain(deliverQueue(name), job)));
}

function jobOf(
  { action, record: whole, changes, reason, resentAt }: KnownArticle & { resentAt?: string },
  { byline, ...known }: JobMaker,
): RepublishJob {
  const common = { schema: JOB_SCHEMA, byline, ...(resentAt && { resentAt }) } as const;
  const source = sourceNamed(whole.sourceId, known);
  const record = applyRights(source ? rewriteRecord(whole, source) : whole);
  if (action === 'publish') return { ...common, action, record };
  if (action === 'update') return { ...common, action, ...(changes && { changes }), record };
  const isTakedown = reason?.code === 'takedown';
  const left = isTakedown ? withoutContent(record) : record;
  return { ...common, action, ...(reason && { reason }), record: left };
}

/**
 * Finishes what a crash left between remembering a revision and enqueueing it. `graceMs` is long enough
 * for a worker in good health to enqueue what it has just remembered.
 */
export async function reconcileOutbox(
  pipeline: Sender & Pick<Pipeline, 'now'>,
  graceMs: number,
): Promise<number> {
  const overdue = await pipeline.articles.overdueIntents(pipeline.now() - graceMs);
  let sent = 0;
  const failures: Error[] = [];
  for (const articleId of overdue) {
    try {
      const known = await pipeline.articles.find(articleId);
      if (known) await republish(known, pipeline);
      if (known) sent += 1;
    } catch (cause) {
      // What one article has, such as a record that only a later version can read, is not the others'.
      failures.push(new Error(`article ${articleId} could not be enqueued`, { cause }));
    }
  }
  if (failures.length > 0) throw failures[0]!;
  return sent;
}
