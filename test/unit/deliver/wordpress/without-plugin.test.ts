import { describe, expect, test } from 'vitest';
import { articleId, nextJob, republishJob } from '../../../support/records/republish-job.ts';
import { deliveryInMemory } from '../../../support/wordpress/delivery-in-memory.ts';

const NOTES = [
  'noindex not set: the companion plugin is not active',
  'rel=canonical not set: the companion plugin is not active',
];
const job = republishJob({ images: [] });

describe('a first publication', () => {
  test('is made as a draft with its mark alone, and published when it is the first of its article', async () => {
    const { site, deliver } = deliveryInMemory();
    const outcome = await deliver(job);
    const [post] = site.posts;
    expect(outcome).toEqual({ kind: 'delivered', remoteId: String(post!.id), notes: NOTES });
    expect(site.posts).toHaveLength(1);
    expect(post).toMatchObject({ status: 'publish', title: job.record.title });
    expect(post!.content).toContain('<!-- wp:paragraph -->');
    expect(post!.content).toMatch(/ live -->$/);
    const sent = site.requests.filter(({ url }) => /posts(?:\/\d+)?$/.test(url));
    const [draft, whole] = sent.map(({ body }) => JSON.parse(String(body)));
    expect(draft).toMatchObject({ status: 'draft', slug: post!.slug, comment_status: 'closed' });
    expect(draft.content).toMatch(/^<!-- newsrelay \S+ \d+ \S+ new -->$/);
    expect(draft).not.toHaveProperty('featured_media');
    for (const once of ['slug', 'comment_status', 'ping_status']) {
      expect(whole).not.toHaveProperty(once);
    }
  });

  test('notes nothing of what the page does not ask for', async () => {
    const { deliver } = deliveryInMemory({ options: { canonical: false, index: 'always' } });
    expect(await deliver(job)).toMatchObject({ notes: [] });
  });

  test('leaves the post to another process that was first, and deletes its own draft', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(job);
    const [first] = site.posts;
    site.posts[0] = { ...first!, slug: 'moved-by-an-editor' };
    const outcome = await deliver(nextJob(job, 'publish', { title: 'Another title' }));
    expect(outcome).toMatchObject({ kind: 'delivered', remoteId: String(first!.id) });
    expect(site.posts.map(({ id, title }) => [id, title])).toEqual([[first!.id, 'Another title']]);
  });

  test('of one article that two jobs ask for at once gives one post', async () => {
    const { site, deliver } = deliveryInMemory();
    await Promise.all([deliver(job), deliver(job)]);
    expect(site.posts).toHaveLength(1);
  });
});

describe('a later job', () => {
  test('with the same content changes nothing', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(job);
    const before = site.written().length;
    const again = await deliver(nextJob(job, 'update'));
    expect(again).toEqual({ kind: 'unchanged', remoteId: String(site.posts[0]!.id) });
    expect(site.written()).toHaveLength(before);
  });

  test('replaces the texts and leaves the status that an editor gave', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(job);
    site.posts[0]!.status = 'private';
    await deliver(nextJob(job, 'update', { title: 'Ferry stays' }));
    expect(site.posts[0]).toMatchObject({ title: 'Ferry stays', status: 'private' });
  });

  test('that is older than the post is superseded', async () => {
    const { site, deliver } = deliveryInMemory();
    const newer = nextJob(job, 'update', { title: 'Ferry stays' });
    await deliver(newer);
    expect(await deliver(job)).toEqual({
      kind: 'superseded',
      heldRevision: newer.record.revision,
    });
    expect(site.posts[0]!.title).toBe('Ferry stays');
  });

  test('leaves a post in the trash, for an editor’s removal stands', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(job);
    const [post] = site.posts;
    Object.assign(post!, { status: 'trash', slug: `${post!.slug}__trashed` });
    expect(await deliver(nextJob(job, 'update', { title: 'Ferry stays' }))).toEqual({
      kind: 'refused',
      code: 'removed-on-site',
      message: `post ${post!.id} was removed on the site and stays removed`,
    });
  });

  test('finds a post whose text an editor rewrote by its date and address', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(job);
    const [post] = site.posts;
    post!.content = 'All new';
    post!.slug = `ferry-${job.record.id.slice(0, 8)}-2`;
    const outcome = await deliver(nextJob(job, 'update', { title: 'Ferry stays' }));
    expect(outcome).toMatchObject({ kind: 'delivered', remoteId: String(post!.id) });
    expect(site.posts).toHaveLength(1);
  });

  test('does not take a post of another article that was published in the same second', async () => {
    const { site, deliver } = deliveryInMemory();
    const other = republishJob({ id: articleId(7), images: [] });
    await deliver(other);
    await deliver(nextJob(job, 'update'));
    expect(site.posts).toHaveLength(2);
  });
});

describe('what a site does not allow costs nothing else', () => {
  test.each([
    [
      'rest_cannot_edit_others',
      'no right to post under another byline: posted under the delivering account',
      'author',
    ],
    [
      'rest_invalid_author',
      'the site does not know the byline any more: posted under the delivering account',
      'author',
    ],
    [
      'rest_cannot_assign_term',
      'no right to assign categories and tags: left to the site',
      'categories',
    ],
  ])('%s', async (code, note, field) => {
    const { site, deliver } = deliveryInMemory({ options: { username: 'deliverer' } });
    site.accounts.set('mfnnews', 7);
    await deliver(republishJob({ id: articleId(1), images: [] }));
    const asked = site.requests.findLast(({ body }) => String(body).includes(`"${field}"`));
    expect(asked).toBeDefined();
    site.refuseField(field, code);
    const outcome = await deliver(republishJob({ id: articleId(2), images: [] }));
    expect(outcome).toMatchObject({ kind: 'delivered', notes: [...NOTES, note] });
    expect(site.posts.at(-1)).toMatchObject({ status: 'publish' });
  });

  test('rare characters that its database refuses go as references', async () => {
    const { site, deliver } = deliveryInMemory();
    site.isNarrow = true;
    const outcome = await deliver(republishJob({ title: 'A ship 🚢 sails', images: [] }));
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(site.posts[0]!.title).toBe('A ship &#x1f6a2; sails');
  });

  test('another refusal is told with its route', async () => {
    const { site, deliver } = deliveryInMemory();
    site.refusals = { 'POST /wp/v2/posts': { status: 400, code: 'rest_invalid_param' } };
    await expect(deliver(job)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'rest_invalid_param',
    });
  });

  test('a database that refuses plain letters is no matter of letters', async () => {
    const { site, deliver } = deliveryInMemory();
    site.refusals = { 'POST /wp/v2/posts': { status: 500, code: 'db_insert_error' } };
    await expect(deliver(job)).rejects.toMatchObject({ code: 'db_insert_error' });
  });
});

test('a post that a slow clock of the site’s would schedule is dated a second before that clock', async () => {
  const { site, deliver } = deliveryInMemory();
  site.date = 'Mon, 23 Nov 2026 09:58:00 GMT';
  site.schedulesAfter = '2026-11-23T09:58:00';
  await deliver(republishJob({ publishedAt: '2026-11-23T09:59:30.000Z', images: [] }));
  expect(site.posts[0]).toMatchObject({ status: 'publish', date_gmt: '2026-11-23T09:57:59' });
});

test('a term that was deleted on the site is made again and given to the post', async () => {
  const { site, deliver } = deliveryInMemory({ options: { tags: { from: 'leaves' } } });
  await deliver(job);
  const [tags] = site.posts.map((post) => post.tags.length);
  expect(tags).toBe(2);
  site.terms.splice(
    site.terms.findIndex(({ taxonomy }) => taxonomy === 'tags'),
    1,
  );
  await deliver(republishJob({ id: articleId(3), images: [] }));
  expect(site.posts.at(-1)!.tags).toHaveLength(2);
});

test('a site that had no plugin is asked for it again after five minutes', async () => {
  const { site, deliver, clock } = deliveryInMemory();
  const asked = () => site.requests.filter(({ url }) => url.includes('/newsrelay/')).length;
  await deliver(job);
  expect(asked()).toBe(1);
  clock.now = new Date(clock.now.getTime() + 299_999);
  await deliver(nextJob(job, 'update'));
  expect(asked()).toBe(1);
  clock.now = new Date(clock.now.getTime() + 1);
  await deliver(nextJob(job, 'update'));
  expect(asked()).toBe(2);
});
