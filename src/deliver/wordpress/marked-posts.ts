import { z } from 'zod';
import type { Rest } from './client.ts';
import { type Mark, type PostJob, readMark } from './post.ts';

/** A post of the site whose text carries an article's mark. */
export interface MarkedPost {
  id: number;
  status: string;
  mark: Mark;
}

const postSchema = z.object({
  id: z.int(),
  status: z.string(),
  content: z.object({ raw: z.string() }),
});

/** The article's posts, oldest first, also drafts and what lies in the trash. */
export async function findMarkedPosts(rest: Rest, articleId: string): Promise<MarkedPost[]> {
  return postsBy(rest, articleId, { search: articleId });
}

/**
 * The article's post, by its address first: the search through all texts is slow on a large site. A first
 * publication leaves it at the address, because whoever makes the post searches afterwards anyway.
 */
export async function findMarkedPost(
  rest: Rest,
  articleId: string,
  { action, post: { slug } }: PostJob,
): Promise<MarkedPost | undefined> {
  const [bySlug] = await postsBy(rest, articleId, { slug: `${slug},${slug}__trashed` });
  if (bySlug || action === 'publish') return bySlug;
  return (await findMarkedPosts(rest, articleId))[0];
}

async function postsBy(
  rest: Rest,
  articleId: string,
  by: Record<string, string>,
): Promise<MarkedPost[]> {
  const query = {
    ...by,
    // `any` would leave out the trash, and what an editor removed would look as if it never came.
    status: 'publish,future,draft,pending,private,trash',
    context: 'edit',
    orderby: 'id',
    order: 'asc',
    per_page: '100',
    _fields: 'id,status,content.raw',
  };
  const reply = await rest({ method: 'GET', path: '/wp/v2/posts', query });
  return z
    .array(postSchema)
    .parse(reply.value)
    .flatMap(({ id, status, content }) => {
      const mark = readMark(content.raw);
      return mark?.id === articleId ? [{ id, status, mark }] : [];
    });
}
