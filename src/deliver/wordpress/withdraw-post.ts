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
  notes.push(...(await removePicture(rest, held)));
  return saved;
}

/** The copied picture goes too, unless another post shows it. */
async function removePicture(
  rest: Rest,
  { id, picture, pictureName }: MarkedPost,
): Promise<string[]> {
  const stays = (number: number, why: string) =>
    `picture ${number} stays in the media library: ${why}`;
  if (pictureName === undefined) {
    return picture === 0 ? [] : [stays(picture, 'the post does not say that it is a copied one')];
  }
  const others = await findPostsWithPicture(rest, pictureName, id);
  if (others.length > 0) return [];
  const notes: string[] = [];
  for (const copy of await findMedia(rest, pictureName)) {
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    if (!(await deleteMedia(rest, copy.id))) notes.push(stays(copy.id, 'no right to delete it'));
  }
  return notes;
}
