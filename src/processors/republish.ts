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
