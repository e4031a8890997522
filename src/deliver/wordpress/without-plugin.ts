import { z } from 'zod';
import type { DeliveryOutcome } from '../destination.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Rest } from './client.ts';
import { coreIds } from './core-ids.ts';
import { findMarkedPost, findMarkedPosts, type MarkedPost } from './marked-posts.ts';
import { markOf, type PostJob } from './post.ts';

export type DeliverPost = (rest: Rest, articleId: string, job: PostJob) => Promise<DeliveryOutcome>;

const savedSchema = z.object({
  id: z.int(),
  categories: z.array(z.int()),
  tags: z.array(z.int()),
});

/** What nobody can promise over core's own routes, in plain words. */
export const LIMITS_WITHOUT_PLUGIN = [
  'noindex and rel=canonical are not printed',
  'the text of a withdrawn article stays in the history of its post',
  'several newsrelay processes may update one post in the wrong order',
  'a post that was deleted for good (not only put in the trash) may be made again',
];

/**
 * Delivery over core's own routes. They have no key of ours and no lock, so a post is found by the mark
 * in its text, and a new one is made as a draft that is published only when it is the first of its
 * article: of two made at once both makers keep the one with the lower number.
 */
export function deliverWithoutPlugin(): DeliverPost {
  const oneOf = oneAtATime();
  const ids = coreIds();

  const publish = async (rest: Rest, held: MarkedPost, job: PostJob): Promise<DeliveryOutcome> => {
    const notes: string[] = lacking(job);
    const { slug: _slug, status, ...fields } = job.post;
    const sent = await ids.of(rest, job, notes);
    // An editor's decision to hide a post stays; one that is new or comes back is shown.
    const shown = held.mark.state === 'live' ? {} : { status };
    const saved = await save(rest, `/${held.id}`, { ...fields, ...sent, ...shown });
    if (!ids.wereKept(sent, saved)) await save(rest, `/${held.id}`, await ids.of(rest, job, []));
    return { kind: 'delivered', remoteId: String(held.id), notes };
  };

  return (rest, articleId, job) =>
    oneOf(articleId, async () => {
      const found = await findMarkedPost(rest, articleId, job);
      if (!found && job.action === 'withdraw') return { kind: 'withdrawn', remoteId: '' };
      const held = found ?? (await create(rest, articleId, job));
      const settled = settle(held, job);
      if (settled) return settled;
      return job.action === 'withdraw' ? withdraw(rest, held, job) : publish(rest, held, job);
    });
}

async function save(rest: Rest, path: string, json: object): Promise<z.infer<typeof savedSchema>> {
  const reply = await rest({ method: 'POST', path: `/wp/v2/posts${path}`, json });
  return savedSchema.parse(reply.value);
}

async function create(rest: Rest, articleId: string, job: PostJob): Promise<MarkedPost> {
  const { revision, hash } = job;
  const content = markOf(articleId, job, 'new');
  const made = await save(rest, '', { ...job.post, content, status: 'draft' });
  const [first] = await findMarkedPosts(rest, articleId);
  if (first && first.id !== made.id) {
    const expect = ['rest_post_invalid_id'];
    const path = `/wp/v2/posts/${made.id}`;
    await rest({ method: 'DELETE', path, query: { force: 'true' }, expect });
    return first;
  }
  return { id: made.id, status: 'draft', mark: { id: articleId, revision, hash, state: 'new' } };
}

async function withdraw(rest: Rest, held: MarkedPost, job: PostJob): Promise<DeliveryOutcome> {
  const { slug: _slug, date_gmt: _date, ...emptied } = job.post;
  await save(rest, `/${held.id}`, { ...emptied, status: 'draft', featured_media: 0 });
  return { kind: 'withdrawn', remoteId: String(held.id) };
}

/** What a held post already decides, if anything. */
function settle({ id, status, mark }: MarkedPost, job: PostJob): DeliveryOutcome | undefined {
  if (mark.revision > job.revision) return { kind: 'superseded', heldRevision: mark.revision };
  if (status === 'trash') return removedOnSite(id);
  if (mark.hash !== job.hash || mark.state === 'new') return undefined;
  const remoteId = String(id);
  return job.action === 'withdraw'
    ? { kind: 'withdrawn', remoteId }
    : { kind: 'unchanged', remoteId };
}

/** An editor's removal stands. */
export function removedOnSite(postId: number): DeliveryOutcome {
  const message = `post ${postId} was removed on the site and stays removed`;
  return { kind: 'refused', code: 'removed-on-site', message };
}

/** What this page ought to say and core cannot. */
function lacking({ page }: PostJob): string[] {
  return [
    ...(page.noindex ? ['noindex not set: the companion plugin is not active'] : []),
    ...(page.canonical ? ['rel=canonical not set: the companion plugin is not active'] : []),
  ];
}
