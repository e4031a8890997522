import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { TransientError } from '../../../../src/errors.ts';
import { mediaName } from '../../../../src/deliver/wordpress/media.ts';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';
import { pictureServer } from '../../../support/wordpress/destination-under-test.ts';
import { deliveryInMemory } from '../../../support/wordpress/delivery-in-memory.ts';

const image = {
  url: 'https://harbour.example/pier.jpg',
  alt: 'A <pier>',
  caption: 'The pier.',
  credit: 'Ann Lee',
};
const job = republishJob({ images: [image] });
const bytes = (hex: string) => Buffer.from(hex.padEnd(40, '0'), 'hex');
const JPEG = 'ffd8ff';

function open({ status = 200, body = bytes(JPEG) }: { status?: number; body?: Uint8Array } = {}) {
  const answer = { status, body };
  const server = pictureServer(() => answer);
  return { ...deliveryInMemory({ fetch: server.fetch }), asked: server.asked, answer };
}

test('a picture is named by its address', () => {
  const hash = createHash('sha256').update(image.url).digest('hex').slice(0, 24);
  expect(mediaName(image)).toBe(`newsrelay-${hash}`);
});

test('a picture comes with its words, escaped, and its post shows it', async () => {
  const { site, deliver } = open();
  await deliver(job);
  const [picture] = site.media;
  expect(picture).toMatchObject({
    slug: mediaName(image),
    type: 'image/jpeg',
    alt_text: 'A &lt;pier&gt;',
    caption: 'The pier. Ann Lee',
  });
  expect(site.posts[0]).toMatchObject({ featured_media: picture!.id });
  expect(site.posts[0]!.content).toContain(`<!-- newsrelay-picture ${mediaName(image)} -->`);
});

test.each([
  ['ffd8ff', 'image/jpeg', 'jpg'],
  ['89504e470d0a1a0a', 'image/png', 'png'],
  ['47494638', 'image/gif', 'gif'],
  ['524946460000000057454250', 'image/webp', 'webp'],
])('a file that begins with %s is sent as %s', async (hex, type, extension) => {
  const { site, deliver } = open({ body: bytes(hex) });
  await deliver(job);
  expect(site.media[0]).toMatchObject({ type });
  const upload = site.requests.find(({ headers }) =>
    headers?.['content-type']?.startsWith('multipart'),
  );
  expect(Buffer.from(upload!.body!).toString('latin1')).toContain(
    `filename="${mediaName(image)}.${extension}"`,
  );
});

test('a picture without words is sent without words', async () => {
  const { site, deliver } = open();
  await deliver(republishJob({ images: [{ url: image.url }] }));
  expect(site.media[0]).toMatchObject({ alt_text: '', caption: '' });
  const upload = site.requests.find(({ headers }) =>
    headers?.['content-type']?.startsWith('multipart'),
  );
  expect(Buffer.from(upload!.body!).toString('latin1')).not.toContain('name="caption"');
});

describe('a picture that the site has', () => {
  test('is not fetched again, also under an address with a number', async () => {
    const { site, deliver, asked } = open();
    site.media.push({
      id: 5,
      slug: `${mediaName(image)}-9`,
      type: '',
      alt_text: 'x',
      caption: 'y',
    });
    await deliver(job);
    expect(asked).toEqual([]);
    expect(site.posts[0]!.featured_media).toBe(5);
    expect(site.media[0]).toMatchObject({ alt_text: 'x', caption: 'y' });
  });

  test('gets the words that it lacks', async () => {
    const { site, deliver } = open();
    site.media.push({ id: 5, slug: mediaName(image), type: '', alt_text: '', caption: 'y' });
    await deliver(job);
    expect(site.media[0]).toMatchObject({ alt_text: 'A &lt;pier&gt;', caption: 'y' });
    site.media[0]!.caption = '';
    await deliver(nextJob(job, 'update', { title: 'Ferry stays' }));
    expect(site.media[0]).toMatchObject({ caption: 'The pier. Ann Lee' });
  });

  test('is not written to where it lacks nothing', async () => {
    const { site, deliver } = open();
    await deliver(job);
    await deliver(nextJob(job, 'update', { title: 'Ferry stays' }));
    expect(site.written().filter((route) => route.includes('/media'))).toEqual([
      'POST /wp/v2/media',
    ]);
  });
});

test('of a picture that another process uploaded meanwhile the first stays', async () => {
  const { site, deliver } = open();
  let looks = 0;
  const push = site.media.push.bind(site.media);
  site.media.push = (...made) => {
    looks += 1;
    return push({ ...made[0]!, id: 50 }, ...made);
  };
  await deliver(job);
  expect(looks).toBe(1);
  expect(site.media.map(({ id }) => id)).toEqual([50]);
  expect(site.posts[0]!.featured_media).toBe(50);
});

describe('a picture that cannot be had holds up no article', () => {
  test.each([404, 410, 403])('and is not asked for again after %i', async (status) => {
    const { deliver } = open({ status });
    const outcome = await deliver(job);
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(outcome).toMatchObject({
      notes: expect.arrayContaining([`without its picture: the picture answered ${status}`]),
    });
    expect(outcome).not.toHaveProperty('isLate');
  });

  test.each([408, 425, 429, 500, 503])('and is late after %i', async (status) => {
    const { deliver } = open({ status });
    expect(await deliver(job)).toMatchObject({
      isLate: true,
      notes: expect.arrayContaining([
        `without its picture for now: the picture answered ${status}`,
      ]),
    });
    expect(await deliver(nextJob(job, 'update'))).toMatchObject({
      kind: 'unchanged',
      isLate: true,
    });
  });

  test('where it is in no format that is passed on', async () => {
    const { deliver } = open({ body: Buffer.from('<svg onload="x()"/>') });
    expect(await deliver(job)).toMatchObject({
      notes: expect.arrayContaining([
        'without its picture: the picture is in no format we pass on',
      ]),
    });
  });

  test.each([
    [
      403,
      'rest_cannot_create',
      'without its picture: the media library refuses it: the account has no right to upload files',
    ],
    [
      500,
      'rest_upload_unknown_error',
      'without its picture for now: the media library refuses it: 500 rest_upload_unknown_error: because rest_upload_unknown_error',
    ],
    [
      400,
      'rest_upload_no_data',
      'without its picture: the media library refuses it: 400 rest_upload_no_data: because rest_upload_no_data',
    ],
  ])('where the library answers %i %s', async (status, code, note) => {
    const { site, deliver } = open();
    site.refusals = { 'POST /wp/v2/media': { status, code } };
    expect(await deliver(job)).toMatchObject({ notes: expect.arrayContaining([note]) });
  });

  test('but an error of our own is told', async () => {
    const { deliver } = deliveryInMemory({ fetch: () => Promise.reject(new Error('a slip')) });
    await expect(deliver(job)).rejects.toThrow('a slip');
    const late = deliveryInMemory({
      fetch: () => Promise.reject(new TransientError('timeout', 'slow')),
    });
    expect(await late.deliver(job)).toMatchObject({ isLate: true });
  });
});

describe('no picture is copied', () => {
  test.each([
    ['where the config does not want it', {}, { featuredImage: false }],
    [
      'where the rights allow a link alone',
      { rights: { ...job.record.rights, images: 'link' as const } },
      {},
    ],
    ['where the article has none', { images: [] }, {}],
  ])('%s', async (_where, changes, options) => {
    const { fetch, asked } = pictureServer(() => ({ status: 200, body: bytes(JPEG) }));
    const { site, deliver } = deliveryInMemory({ fetch, options });
    const wanted = republishJob({ images: [image] });
    await deliver({ ...wanted, record: { ...wanted.record, ...changes } } as never);
    expect(asked).toEqual([]);
    expect(site.media).toEqual([]);
  });
});
