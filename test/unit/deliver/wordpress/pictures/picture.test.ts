import { describe, expect, test } from 'vitest';
import { mediaName } from '../../../../../src/deliver/wordpress/media.ts';
import { nextJob, republishJob } from '../../../../support/records/republish-job.ts';
import { articleRecord } from '../../../../support/records/article-record.ts';
import { pictureServer } from '../../../../support/wordpress/destination-under-test.ts';
import { deliveryInMemory } from '../../../../support/wordpress/delivery-in-memory.ts';

const JPEG = Buffer.from('ffd8ff'.padEnd(40, '0'), 'hex');
const pictureOf = (n: number) => ({ url: `https://harbour.example/${n}.jpg` });
const base = articleRecord();

/** An article with so many pictures in its text. */
const illustrated = (many: number, changes: object = {}) => {
  const images = Array.from({ length: many }, (_, n) => pictureOf(n));
  const body = [{ p: 0 }, ...images.map((_, image) => ({ image }))];
  return republishJob({ images, body, rights: { ...base.rights, images: 'copy' }, ...changes });
};

function open(status: (url: string) => number = () => 200, options: object = {}) {
  const server = pictureServer((url) => ({ status: status(url), body: JPEG }));
  const own = deliveryInMemory({ fetch: server.fetch, options });
  const named = (n: number) => own.site.media.some(({ slug }) => slug === mediaName(pictureOf(n)));
  return { ...own, asked: server.asked, named };
}

describe('the pictures in a text', () => {
  test('are copied up to twenty, beside the one that stands above it', async () => {
    const { deliver, site, named } = open();
    expect(await deliver(illustrated(25))).toMatchObject({ kind: 'delivered' });
    expect(site.media).toHaveLength(21);
    expect([named(0), named(20), named(21)]).toEqual([true, true, false]);
  });

  test('are left to the publisher where the config says so', async () => {
    const { deliver, site } = open(() => 200, { bodyImages: false });
    await deliver(illustrated(3));
    expect(site.media).toHaveLength(1);
  });

  test('hold the first one too where none stands above the text', async () => {
    const { deliver, named } = open(() => 200, { featuredImage: false });
    await deliver(illustrated(2));
    expect([named(0), named(1)]).toEqual([true, true]);
  });

  test('that cannot be had are counted, with the reason of the first', async () => {
    const { deliver } = open((url) => (/[12]\./.test(url) ? 404 : 200));
    const outcome = await deliver(illustrated(4));
    expect(outcome).toMatchObject({
      notes: expect.arrayContaining([
        'without 2 of the pictures in its text: the picture answered 404',
      ]),
    });
    expect(outcome).not.toHaveProperty('isLate');
  });

  test.each([408, 425, 429, 500, 503])('that answer %i may be had later', async (status) => {
    const { deliver } = open((url) => (url.includes('1.') ? status : 200));
    expect(await deliver(illustrated(2))).toMatchObject({ isLate: true });
  });

  test('are none of what may only be shown from its address', async () => {
    const { deliver, asked } = open();
    await deliver(illustrated(2, { rights: { ...base.rights, images: 'link' } }));
    expect(asked).toEqual([]);
  });

  test('are not fetched for a withdrawal, and its post tells of none', async () => {
    const { deliver, asked, site } = open();
    const job = illustrated(2);
    await deliver({ ...job, record: { ...job.record, images: [], body: undefined } } as never);
    await deliver(nextJob(job, 'withdraw'));
    expect([asked, site.media]).toEqual([[], []]);
    expect(site.posts[0]?.content).toMatch(/^<!-- newsrelay [^>]* withdrawn -->$/);
  });

  test('leave the library with their article', async () => {
    const { deliver, site } = open();
    const job = illustrated(3);
    await deliver(job);
    expect(site.media).toHaveLength(3);
    await deliver(nextJob(job, 'withdraw'));
    expect(site.media).toEqual([]);
    expect(site.posts[0]?.content).not.toContain('newsrelay-picture');
  });
});

describe('the picture above a text', () => {
  test('that cannot be had is told, and later where it may be had then', async () => {
    const gone = await open(() => 404).deliver(
      republishJob({ images: [pictureOf(0)], rights: { ...base.rights, images: 'copy' } }),
    );
    expect(gone).toMatchObject({
      notes: expect.arrayContaining(['without its picture: the picture answered 404']),
    });
    const late = await open(() => 503).deliver(
      republishJob({ images: [pictureOf(0)], rights: { ...base.rights, images: 'copy' } }),
    );
    expect(late).toMatchObject({
      isLate: true,
      notes: expect.arrayContaining(['without its picture for now: the picture answered 503']),
    });
  });

  test('is the site’s own where the article has none that may be copied', async () => {
    const { deliver, site } = open(() => 200, { fallbackImage: 9 });
    await deliver(republishJob({ images: [] }));
    expect(site.posts[0]?.featured_media).toBe(9);
    expect(site.posts[0]?.content).not.toContain('newsrelay-picture');
  });

  test('of the site’s own that cannot be had is none, with a note', async () => {
    const { deliver, site } = open(() => 404, { fallbackImage: 'https://site.example/own.jpg' });
    expect(await deliver(republishJob({ images: [] }))).toMatchObject({
      notes: expect.arrayContaining(['without fallbackImage: the picture answered 404']),
    });
    expect(site.posts[0]?.featured_media).toBe(0);
  });
});
