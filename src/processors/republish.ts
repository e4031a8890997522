import { applyRights } from '../article/rights.ts';
import type { KnownArticle } from '../store/articles.ts';
import type { Pipeline } from './pipeline.ts';

type Sender = Pick<Pipeline, 'queues' | 'articles' | 'byline'>;

/** Enqueues an article's newest revision for the site, cut down to what its rights allow. */
export async function republish(
  { action, record }: Pick<KnownArticle, 'action' | 'record'>,
  { queues, articles, byline }: Sender,
): Promise<void> {
  const connection = articles.connectionNow();
  await queues.addRepublish({
    schema: 'newsrelay.job/1',
    action,
    byline,
    record: applyRights(record),
  });
  await articles.clearIntent(record.id, record.revision, connection);
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
  for (const articleId of overdue) {
    const known = await pipeline.articles.find(articleId);
    if (known) {
      await republish(known, pipeline);
      sent += 1;
    }
  }
  return sent;
}
