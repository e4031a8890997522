import type { DeliveryOutcome } from '../destination.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { unavailable } from '../reply.ts';
import type { Rest } from './client.ts';
import { coreIds } from './core-ids.ts';
import { findAllPosts, findMarkedPost, findMarkedPosts, type MarkedPost } from './marked-posts.ts';
import { markOf, type PostJob } from './post.ts';
import { type SavedPost, savePost } from './save-post.ts';
import { withdrawPost } from './withdraw-post.ts';

/** What came of it, and whether the site's own words show that the companion plugin is there after all. */
export interface CoreDelivery {
  outcome: DeliveryOutcome;
  hasPlugin: boolean;
}

export type DeliverPost = (rest: Rest, articleId: string, job: PostJob) => Promise<CoreDelivery>;

/** What nobody can promise over core's own routes, in plain words. */
export const LIMITS_WITHOUT_PLUGIN = [
  'noindex and rel=canonical are not printed',
  'the text of a withdrawn article stays in the history of its post',
  'several newsrelay processes may update one post in the wrong order',
  'a post that was deleted for good (not only put in the trash) may be made again',
  'the site asks the publishers’ pages for pingbacks (Settings → Discussion switches it off)',
  'what an editor changed in a post is replaced by its next update',
  'copied pictures belong to no post in the media library',
];

/**
 * Delivery over core's own routes. They have no key of ours and no lock, so a post is found by the mark
 * in its text, and a new one is made as a draft that is published only when it is the first of its
 * article: of two made at once both makers keep the one with the lower number.
 * @param username the delivering account
 */
export function deliverWithoutPlugin(username: string): DeliverPost {
  const oneOf = oneAtATime();
  const ids = coreIds(username);

  const publish = async (rest: Rest, held: MarkedPost, job: PostJob): Promise<CoreDelivery> => {
    const notes: string[] = lacking(job);
    const { slug: _slug, status, comment_status: _c, ping_status: _p, ...fields } = job.post;
    const sent = await ids.of(rest, job, notes);
    // An editor's decision to hide a post stays; one that is new or comes back is shown.
    const shown = held.mark.state === 'live' ? {} : { status };
    const isShown = (shown.status ?? held.status) === 'publish';
    const path = `/${held.id}`;
    const saved = await savePost(rest, path, { ...fields, ...sent, ...shown }, { notes, isShown });
    const wasTaken = notes.some((note) => note.startsWith('no right to assign'));
    if (!wasTaken && !ids.wereKept(sent, saved)) {
      await savePost(rest, path, { ...(await ids.of(rest, job, [])) });
    }
    return delivery({ kind: 'delivered', remoteId: String(held.id), notes }, saved);
  };

  return (rest, articleId, job) =>
    oneOf(articleId, async () => {
      if (job.postType !== undefined) throw needsPlugin(job.postType);
      if (job.action === 'withdraw') return await withdrawAll(rest, articleId, job);
      const found = await findMarkedPost(rest, articleId, job);
      const held = found ?? (await create(rest, articleId, job));
      const settled = settle(held, job);
      return settled ? delivery(settled) : await publish(rest, held, job);
    });
}

/** Core has a route of its own for every kind of post, or none. */
const needsPlugin = (postType: string) =>
  unavailable(`posts of the type ${postType} need the companion plugin: activate it`);

function delivery(outcome: DeliveryOutcome, saved?: SavedPost): CoreDelivery {
  return { outcome, hasPlugin: saved?.newsrelay !== undefined };
}

/** Every post of the article: one that was made twice is withdrawn twice. */
async function withdrawAll(rest: Rest, articleId: string, job: PostJob): Promise<CoreDelivery> {
  const posts = await findAllPosts(rest, articleId, job);
  const newer = posts.find(({ mark }) => mark.revision > job.revision);
  if (newer) return delivery({ kind: 'superseded', heldRevision: newer.mark.revision });
  const notes: string[] = [];
  let saved: SavedPost | undefined;
  for (const post of posts) {
    if (post.mark.hash === job.hash && post.mark.state === 'withdrawn') continue;
    // oxlint-disable-next-line no-await-in-loop -- a site is not to be pressed
    saved = await withdrawPost(rest, post, job, notes);
  }
  const remoteId = String(posts[0]?.id ?? '');
  return delivery({ kind: 'withdrawn', remoteId, ...(notes.length === 0 ? {} : { notes }) }, saved);
}

async function create(rest: Rest, articleId: string, job: PostJob): Promise<MarkedPost> {
  const { revision, hash } = job;
  const content = markOf(articleId, job, 'new');
  const { featured_media: _picture, ...fields } = job.post;
  const made = await savePost(rest, '', { ...fields, content, status: 'draft' });
  const [first] = await findMarkedPosts(rest, articleId);
  if (first && first.id !== made.id) {
    // A draft that stays behind is seen by nobody.
    const path = `/wp/v2/posts/${made.id}`;
    await rest({ method: 'DELETE', path, query: { force: 'true' }, expect: 'every answer' });
    return first;
  }
  const mark = { id: articleId, revision, hash, state: 'new' } as const;
  return { id: made.id, status: 'draft', mark, picture: 0, pictureNames: [] };
}

/** What a held post already decides, if anything. */
function settle({ id, status, mark }: MarkedPost, job: PostJob): DeliveryOutcome | undefined {
  if (mark.revision > job.revision) return { kind: 'superseded', heldRevision: mark.revision };
  if (status === 'trash') return removedOnSite(id);
  if (mark.hash !== job.hash || mark.state === 'new') return undefined;
  return { kind: 'unchanged', remoteId: String(id) };
}

/** An editor's removal stands. */
export function removedOnSite(postId: number): DeliveryOutcome {
  const message = `post ${postId} was removed on the site and stays removed`;
  return { kind: 'refused', code: 'removed-on-site', message };
}

/** What this page ought to say and core cannot. */
function lacking({ page, fields }: PostJob): string[] {
  return [
    ...(fields ? ['fields not set: the companion plugin is not active'] : []),
    ...(page.noindex ? ['noindex not set: the companion plugin is not active'] : []),
    ...(page.canonical ? ['rel=canonical not set: the companion plugin is not active'] : []),
  ];
}
