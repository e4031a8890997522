import type { NamedArticle } from './article-named.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { revisionsIn } from '../store/history.ts';
import { withdrawArticle } from '../processors/republish/withdraw.ts';

/**
 * Withdraws an article everywhere and keeps it withdrawn. The mark comes first, so that no visit that
 * ends meanwhile publishes it again. What earlier jobs carried leaves the queues. `isWithdrawn` is false when
 * the site was never sent it, or does not show it; `inHand` counts the jobs that a site is taking just now,
 * which stay for as long as finished jobs are kept.
 */
export async function takeDown(
  { articleId, names }: NamedArticle,
  reason: string,
  pipeline: Pipeline,
): Promise<{ isWithdrawn: boolean; inHand: number }> {
  await pipeline.takedowns.add(names[0], { atMs: pipeline.now(), reason });
  if (articleId === undefined) return { isWithdrawn: false, inHand: 0 };
  const held = await pipeline.held.find(articleId);
  if (held) await pipeline.held.forget(held.record);
  await pipeline.filtered.forget(articleId);
  const why = { code: 'takedown', text: `taken down: ${reason}` } as const;
  const result = await withdrawArticle(articleId, why, pipeline);
  return {
    isWithdrawn: result.kind === 'enqueued',
    inHand: await removeEarlierJobs(articleId, pipeline),
  };
}

/** All of them but the newest, which is the withdrawal. */
async function removeEarlierJobs(
  articleId: string,
  { articles, history, queues }: Pick<Pipeline, 'articles' | 'history' | 'queues'>,
): Promise<number> {
  const [latest, events] = await Promise.all([articles.latest(articleId), history.read(articleId)]);
  const earlier = revisionsIn(events).filter((revision) => revision !== latest?.revision);
  return await queues.removeRevisions(articleId, earlier);
}

/** Lets an article be shown again, from the next visit to its page on, which is now. */
export async function liftTakedown(
  { articleId, names }: NamedArticle,
  { takedowns, articles, queues, now }: Pipeline,
): Promise<boolean> {
  if ((await takedowns.lift(names)) === 0) return false;
  const known = articleId === undefined ? undefined : await articles.latest(articleId);
  if (articleId !== undefined && known?.sourceId !== undefined) {
    const job = { sourceId: known.sourceId, articleId };
    await queues.addRecheck(job, `lifted-${articleId}-${now()}`, 0);
  }
  return true;
}
