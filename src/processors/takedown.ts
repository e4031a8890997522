import { cleanUrl } from '../clean-url.ts';
import type { Pipeline } from './pipeline.ts';
import { withdrawArticle } from './withdraw.ts';

export interface NamedArticle {
  /** Undefined where no feed has led to it yet. */
  articleId: string | undefined;
  /** Under which it may be taken down: its id where that is known, first of all, and its address. */
  names: [string, ...string[]];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The article of an id or an address; undefined for what is neither. */
export async function articleNamed(
  name: string,
  { aliases }: Pick<Pipeline, 'aliases'>,
): Promise<NamedArticle | undefined> {
  if (UUID.test(name)) return { articleId: name.toLowerCase(), names: [name.toLowerCase()] };
  const address = cleanUrl(name);
  if (address === undefined) return undefined;
  const articleId = (await aliases.find(address))?.articleId;
  return { articleId, names: articleId === undefined ? [address] : [articleId, address] };
}

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
