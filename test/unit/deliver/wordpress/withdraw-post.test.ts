import { describe, expect, test } from 'vitest';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';
import { pictureServer, png } from '../../../support/wordpress/destination-under-test.ts';
import { deliveryInMemory } from '../../../support/wordpress/delivery-in-memory.ts';

const plain = republishJob({ images: [] });

describe('a withdrawal', () => {
  const withdrawal = nextJob(plain, 'withdraw');

  test('empties the post, hides it, and tells what stays', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(plain);
    const [post] = site.posts;
    expect(await deliver(withdrawal)).toEqual({
      kind: 'withdrawn',
      remoteId: String(post!.id),
      notes: [
        `the earlier texts of post ${post!.id} stay in its history, which only editors see: the companion plugin removes them`,
      ],
    });
    expect(post).toMatchObject({ status: 'draft', excerpt: '', featured_media: 0 });
    expect(post!.content).toMatch(/^<!-- newsrelay [^>]* withdrawn -->$/);
    expect(await deliver(withdrawal)).toEqual({ kind: 'withdrawn', remoteId: String(post!.id) });
  });

  test('of what the site never had is done', async () => {
    const { deliver } = deliveryInMemory();
    expect(await deliver(withdrawal)).toEqual({ kind: 'withdrawn', remoteId: '' });
  });

  test('empties a post in the trash where it lies', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(plain);
    site.posts[0]!.status = 'trash';
    await deliver(withdrawal);
    expect(site.posts[0]).toMatchObject({ status: 'trash' });
    expect(site.posts[0]!.content).not.toContain('wp:paragraph');
  });

  test('of a post that was made twice empties both', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(plain);
    site.posts.push({ ...site.posts[0]!, id: 900, slug: 'twice' });
    await deliver(withdrawal);
    expect(site.posts.map(({ status }) => status)).toEqual(['draft', 'draft']);
  });

  test('that is older than the post is superseded', async () => {
    const { site, deliver } = deliveryInMemory();
    const newer = nextJob(withdrawal, 'update');
    await deliver(newer);
    expect(await deliver(withdrawal)).toMatchObject({ kind: 'superseded' });
    expect(site.posts[0]!.status).toBe('publish');
  });

  test('is followed by an article that comes back and is shown', async () => {
    const { site, deliver } = deliveryInMemory();
    await deliver(plain);
    await deliver(withdrawal);
    await deliver(nextJob(plain, 'update', { revision: withdrawal.record.revision + 1 }));
    expect(site.posts[0]).toMatchObject({ status: 'publish' });
  });
});

const job = republishJob({ images: [{ url: 'https://harbour.example/pier.jpg' }] });
const open = () =>
  deliveryInMemory({ fetch: pictureServer(() => ({ status: 200, body: png() })).fetch });

describe('with its withdrawn post a picture', () => {
  test('goes', async () => {
    const { site, deliver } = open();
    await deliver(job);
    await deliver(nextJob(job, 'withdraw'));
    expect(site.media).toEqual([]);
  });

  test('stays where another post shows it', async () => {
    const { site, deliver } = open();
    await deliver(job);
    const [post] = site.posts;
    const [mark] = /<!-- newsrelay-picture.*?-->/.exec(post!.content)!;
    site.posts.push({ ...post!, id: 900, slug: 'another', content: mark });
    await deliver(nextJob(job, 'withdraw'));
    expect(site.media).toHaveLength(1);
  });

  test('stays with a note where the account may not delete it', async () => {
    const { site, deliver } = open();
    await deliver(job);
    const [picture] = site.media;
    site.refusals = { 'DELETE /wp/v2/media': { status: 403, code: 'rest_cannot_delete' } };
    expect(await deliver(nextJob(job, 'withdraw'))).toMatchObject({
      notes: [
        expect.any(String),
        `picture ${picture!.id} stays in the media library: no right to delete it`,
      ],
    });
  });

  test('that an editor chose stays with a note', async () => {
    const { site, deliver } = open();
    await deliver(republishJob({ images: [] }));
    site.posts[0]!.featured_media = 77;
    expect(await deliver(nextJob(job, 'withdraw'))).toMatchObject({
      notes: [
        expect.any(String),
        'picture 77 stays in the media library: the post does not say that it is a copied one',
      ],
    });
  });
});
