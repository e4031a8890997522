import type { NamedArticle } from './article-named.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { withdrawArticle } from '../processors/republish/withdraw.ts';

/**
 * Withdraws an article everywhere and keeps it withdrawn. The mark comes first, so that no visit that
 * ends meanwhile publishes it again. False when the site was never sent it, or does not show it.
 */
export async function takeDown(
  { articleId, names }: NamedArticle,
  reason: string,
  pipeline: Pipeline,
): Promise<boolean> {
  await pipeline.takedowns.add(names[0], { atMs: pipeline.now(), reason });
  if (articleId === undefined) return false;
  const held = await pipeline.held.find(articleId);
  if (held) await pipeline.held.forget(held.record);
  const result = await withdrawArticle(articleId, `taken down: ${reason}`, pipeline);
  return result.kind === 'enqueued';
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
