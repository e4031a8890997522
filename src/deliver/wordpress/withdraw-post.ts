import type { Rest } from './client.ts';
import { findPostsWithPicture, type MarkedPost } from './marked-posts.ts';
import { deleteMedia, findMedia } from './media.ts';
import type { PostJob } from './post.ts';
import { savePost, type SavedPost } from './save-post.ts';

/**
 * Empties a post over core's routes and hides it; what lies in the trash stays there, emptied, for it may be
 * restored. What core keeps all the same is noted.
 */
export async function withdrawPost(
  rest: Rest,
  held: MarkedPost,
  job: PostJob,
  notes: string[],
): Promise<SavedPost> {
  const { title, content, excerpt } = job.post;
  const emptied = { title, content, excerpt };
  const hidden = held.status === 'trash' ? {} : { status: 'draft' };
  const saved = await savePost(rest, `/${held.id}`, {
    ...emptied,
    ...hidden,
    featured_media: 0,
  });
  notes.push(
    `the earlier texts of post ${held.id} stay in its history, which only editors see: the companion plugin removes them`,
  );
  notes.push(...(await removePictures(rest, held)));
  return saved;
}

/** The copied pictures go too, unless another post shows them. */
async function removePictures(
  rest: Rest,
  { id, picture, pictureNames }: MarkedPost,
): Promise<string[]> {
  if (pictureNames.length === 0 && picture > 0) {
    return [staysIn(picture, 'the post does not say that it is a copied one')];
  }
  const notes: string[] = [];
  for (const name of pictureNames) {
    // oxlint-disable-next-line no-await-in-loop -- a site is not to be pressed
    notes.push(...(await removePicture(rest, name, id)));
  }
  return notes;
}

const staysIn = (number: number, why: string) =>
  `picture ${number} stays in the media library: ${why}`;

async function removePicture(rest: Rest, name: string, withdrawn: number): Promise<string[]> {
  if ((await findPostsWithPicture(rest, name, withdrawn)).length > 0) return [];
  const notes: string[] = [];
  for (const copy of await findMedia(rest, name)) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    if (!(await deleteMedia(rest, copy.id))) notes.push(staysIn(copy.id, 'no right to delete it'));
  }
  return notes;
}
