import { describe, expect, test } from 'vitest';
import type { RestRequest } from '../../../../src/deliver/wordpress/client.ts';
import {
  findAllPosts,
  findMarkedPost,
  findMarkedPosts,
  findPostsWithPicture,
} from '../../../../src/deliver/wordpress/marked-posts.ts';
import type { PostJob } from '../../../../src/deliver/wordpress/post.ts';

const ID = 'b3f1c2d4-1111-4222-8333-444455556666';
const OTHER = 'aaaaaaaa-1111-4222-8333-444455556666';
const HASH = 'c'.repeat(64);
const PICTURE = `newsrelay-${'d'.repeat(24)}`;
const markOn = (id: string, revision = 7) => `<!-- newsrelay ${id} ${revision} ${HASH} live -->`;

const post = (id: number, raw: string, slug = 'pier') => ({
  id,
  status: 'publish',
  slug,
  featured_media: 3,
  content: { raw },
});

/** A site that answers these lists of posts, one after the other. */
function site(...answers: unknown[]) {
  const asked: RestRequest[] = [];
  const rest = async (request: RestRequest) => {
    asked.push(request);
    return { kind: 'ok' as const, value: answers[asked.length - 1] ?? [] };
  };
  return { rest, queries: () => asked.map(({ query }) => query) };
}

const jobOf = (action: PostJob['action'], fields: object = {}) =>
  ({ action, post: { slug: 'pier-b3f1c2d4', ...fields } }) as unknown as PostJob;

describe('the posts of an article', () => {
  test('are those whose texts bear its mark, in whatever state they are', async () => {
    const raw = `${markOn(ID)}<!-- newsrelay-picture ${PICTURE} -->`;
    const { rest, queries } = site([post(4, raw), post(5, markOn(OTHER)), post(6, 'words')]);
    expect(await findMarkedPosts(rest, ID)).toEqual([
      {
        id: 4,
        status: 'publish',
        mark: { id: ID, revision: 7, hash: HASH, state: 'live' },
        picture: 3,
        pictureNames: [PICTURE],
      },
    ]);
    expect(queries()).toEqual([
      {
        search: ID,
        status: 'publish,future,draft,pending,private,trash',
        context: 'edit',
        orderby: 'id',
        order: 'asc',
        per_page: '100',
        _fields: 'id,status,slug,featured_media,content.raw',
      },
    ]);
  });

  test.each([
    'pier-b3f1c2d4',
    'pier-b3f1c2d4-2',
    'pier-b3f1c2d4__trashed',
    'x-b3f1c2d4-12__trashed',
  ])('are also those without a mark at an address that only it has: %s', async (slug) => {
    const { rest } = site([post(4, 'rewritten', slug)]);
    expect(await findMarkedPosts(rest, ID)).toMatchObject([
      { mark: { id: ID, revision: 0, hash: '', state: 'live' } },
    ]);
  });

  test.each(['b3f1c2d4', 'pier-b3f1c2d4x', 'pier-b3f1c2d4-x', 'pier-b3f1c2d', 'pier-b3f1c2d4-2-b'])(
    'are none at %s',
    async (slug) => {
      const { rest } = site([post(4, 'rewritten', slug)]);
      expect(await findMarkedPosts(rest, ID)).toEqual([]);
    },
  );

  test('are not those that another article’s mark is on, whatever their address', async () => {
    const { rest } = site([post(4, markOn(OTHER), 'pier-b3f1c2d4')]);
    expect(await findMarkedPosts(rest, ID)).toEqual([]);
  });

  test('cannot be told where the site answers something else', async () => {
    const { rest } = site([{ id: 4 }]);
    await expect(findMarkedPosts(rest, ID)).rejects.toThrow('is not what WordPress answers');
  });
});

describe('the post of an article', () => {
  test('is looked for at its address first, also in the trash', async () => {
    const { rest, queries } = site([post(4, markOn(ID)), post(5, markOn(ID))]);
    expect(await findMarkedPost(rest, ID, jobOf('update'))).toMatchObject({ id: 4 });
    expect(queries()).toMatchObject([{ slug: 'pier-b3f1c2d4,pier-b3f1c2d4__trashed' }]);
  });

  test('is looked for in all texts where it is not there, but for a first publication', async () => {
    const updated = site([], [post(9, markOn(ID))]);
    expect(await findMarkedPost(updated.rest, ID, jobOf('update'))).toMatchObject({ id: 9 });
    expect(updated.queries()).toMatchObject([{ slug: expect.any(String) }, { search: ID }]);
    const published = site([], [post(9, markOn(ID))]);
    expect(await findMarkedPost(published.rest, ID, jobOf('publish'))).toBeUndefined();
    expect(published.queries()).toHaveLength(1);
  });
});

describe('where no text bears its mark', () => {
  const dated = jobOf('update', { date_gmt: '2026-11-29T08:00:00' });

  test('posts of the same second at an address of its own are its posts', async () => {
    const { rest, queries } = site([], [post(4, 'x', 'pier-b3f1c2d4'), post(5, 'x', 'lamp')]);
    expect((await findAllPosts(rest, ID, dated)).map(({ id }) => id)).toEqual([4]);
    expect(queries()[1]).toMatchObject({
      after: '2026-11-29T07:59:59Z',
      before: '2026-11-29T08:00:01Z',
    });
  });

  test('none is looked for by a time that the article does not have, or once one was found', async () => {
    const undated = site([], [post(4, 'x', 'pier-b3f1c2d4')]);
    expect(await findAllPosts(undated.rest, ID, jobOf('update'))).toEqual([]);
    const found = site([post(4, markOn(ID))], [post(5, 'x', 'pier-b3f1c2d4')]);
    expect((await findAllPosts(found.rest, ID, dated)).map(({ id }) => id)).toEqual([4]);
    expect([undated.queries().length, found.queries().length]).toEqual([1, 1]);
  });
});

test('posts that show a picture are those that tell of it, besides the one that asks', async () => {
  const shown = `<!-- newsrelay-picture ${PICTURE} -->`;
  const { rest, queries } = site([post(1, shown), post(2, PICTURE), post(3, shown)]);
  expect(await findPostsWithPicture(rest, PICTURE, 1)).toEqual([3]);
  expect(queries()).toMatchObject([{ search: PICTURE }]);
});
