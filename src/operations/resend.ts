import type { Revision } from '../store/articles/revisions.ts';
import { republish, type Sender } from '../processors/republish/republish.ts';

/** How many jobs of each action were sent again. */
export type Resent = Record<'publish' | 'update' | 'withdraw', number>;

/**
 * Sends every site the newest revision of these articles once more, in their order: for a site that lost
 * what it had taken. Sites apply a revision once, so that one that has it changes nothing.
 */
export async function resend(revisions: readonly Revision[], pipeline: Sender): Promise<Resent> {
  const resentAt = new Date(pipeline.now()).toISOString();
  const resent: Resent = { publish: 0, update: 0, withdraw: 0 };
  for (const { articleId } of revisions) {
    const known = await pipeline.articles.find(articleId);
    if (!known) continue;
    await pipeline.queues.forgetFinished(known.record);
    await republish({ ...known, resentAt }, pipeline);
    resent[known.action] += 1;
  }
  return resent;
}
