import { z } from 'zod';
import { type Rest, valueOf } from './client.ts';
import { type Mark, type PostJob, readMark, readPictureMarks } from './post.ts';

/** A post of the site that shows an article. */
export interface MarkedPost {
  id: number;
  status: string;
  mark: Mark;
  /** The media library's number; 0 for none. */
  picture: number;
  /** The names of the copied pictures that its text tells of. */
  pictureNames: string[];
}

const postSchema = z.object({
  id: z.int(),
  status: z.string(),
  slug: z.string(),
  featured_media: z.int(),
  content: z.object({ raw: z.string() }),
});
type Post = z.infer<typeof postSchema>;

/** The article's posts by the marks in their texts, oldest first, also drafts and what lies in the trash. */
export async function findMarkedPosts(rest: Rest, articleId: string): Promise<MarkedPost[]> {
  return markedIn(await query(rest, { search: articleId }), articleId);
}

/**
 * The article's post, by its address first: the search through all texts is slow on a large site. A first
 * publication leaves it at the address, because whoever makes the post searches afterwards anyway.
 */
export async function findMarkedPost(
  rest: Rest,
  articleId: string,
  job: PostJob,
): Promise<MarkedPost | undefined> {
  const { slug } = job.post;
  const [bySlug] = markedIn(await query(rest, { slug: `${slug},${slug}__trashed` }), articleId);
  if (bySlug || job.action === 'publish') return bySlug;
  return (await findAllPosts(rest, articleId, job))[0];
}

/** By marks, and where an editor rewrote a text and its mark went, by the date and the end of the address. */
export async function findAllPosts(
  rest: Rest,
  articleId: string,
  { post }: PostJob,
): Promise<MarkedPost[]> {
  const marked = await findMarkedPosts(rest, articleId);
  if (marked.length > 0 || post.date_gmt === undefined) return marked;
  const date = Date.parse(`${post.date_gmt}Z`);
  const beside = (ms: number) => new Date(date + ms).toISOString().slice(0, 19);
  const sameTime = { after: `${beside(-1_000)}Z`, before: `${beside(1_000)}Z` };
  return markedIn(await query(rest, sameTime), articleId);
}

/** Numbers of the posts, other than one, whose texts tell of a copied picture. */
export async function findPostsWithPicture(
  rest: Rest,
  pictureName: string,
  except: number,
): Promise<number[]> {
  return (await query(rest, { search: pictureName }))
    .filter(
      ({ id, content }) => id !== except && readPictureMarks(content.raw).includes(pictureName),
    )
    .map(({ id }) => id);
}

async function query(rest: Rest, by: Record<string, string>): Promise<Post[]> {
  const path = '/wp/v2/posts';
  const reply = await rest({
    method: 'GET',
    path,
    query: {
      ...by,
      // `any` would leave out the trash, and what an editor removed would look as if it never came.
      status: 'publish,future,draft,pending,private,trash',
      context: 'edit',
      orderby: 'id',
      order: 'asc',
      per_page: '100',
      _fields: 'id,status,slug,featured_media,content.raw',
    },
  });
  return valueOf(z.array(postSchema), reply, path);
}

function markedIn(posts: Post[], articleId: string): MarkedPost[] {
  return posts.flatMap(({ id, status, slug, content, featured_media: picture }) => {
    const mark = readMark(content.raw) ?? rewritten(slug, articleId);
    if (mark?.id !== articleId) return [];
    return [{ id, status, mark, picture, pictureNames: readPictureMarks(content.raw) }];
  });
}

/** A post at an address that only this article has, whose text no longer says so: any revision applies. */
function rewritten(slug: string, articleId: string): Mark | undefined {
  const own = new RegExp(`-${articleId.slice(0, 8)}(?:-\\d+)?(?:__trashed)?$`);
  if (!own.test(slug)) return undefined;
  return { id: articleId, revision: 0, hash: '', state: 'live' };
}
