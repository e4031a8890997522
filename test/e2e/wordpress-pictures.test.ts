import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from 'cheerio';
import type { ArticleRecord } from '../../src/article-record.ts';
import { createSend } from '../../src/http/send.ts';
import type { Fetch } from '../../src/http/fetch.ts';
import { articleRecord } from '../support/records/article-record.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { png, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress pictures skipped: this machine has no ${missing}`);

let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, deliver, delivered, php, switchPlugin } = siteUnderTest(() => wordpress, send);

/** A publisher whose pictures are as wide as their names say, `gone.png` excepted. */
const fetch: Fetch = async ({ url }) => {
  const width = Number(/(\d+)\.png/.exec(url)?.[1] ?? 0);
  const status = width > 0 ? 200 : 404;
  const body = png(
    Buffer.from(url).reduce((sum, byte) => sum + byte, 0),
    { width: width || 1 },
  );
  return { status, body, url, redirects: [], headers: {} };
};
const at = (name: string) => ({ url: `https://harbour.example/${name}.png` });
const RIGHTS = articleRecord().rights;

/** Its lead above two paragraphs, and two more pictures among them. */
const illustrated = (number: number): Partial<ArticleRecord> => ({
  images: [
    { ...at(`lead-${number}-1200`), alt: 'The lead' },
    { ...at(`fin-${number}-320`), alt: 'A fin', caption: 'The fin & the lamp', credit: 'Jo Park' },
    { ...at(`wire-${number}-900`), rights: 'link' },
  ],
  body: [{ image: 0 }, { p: 0 }, { image: 1 }, { image: 2 }, { p: 1 }],
});

const featured = (id: string) => php(`echo (int) get_post_thumbnail_id(${id});`);
const fileOf = (media: string) => php(`echo basename((string) get_attached_file(${media}));`);
const mediaCount = () =>
  php(
    `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts WHERE post_type = 'attachment'");`,
  );

describe.skipIf(missing !== '')('pictures of a delivered post', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterAll(() => wordpress?.close());

  describe.each([{ plugin: true }, { plugin: false }])('with the plugin: $plugin', ({ plugin }) => {
    beforeAll(() => switchPlugin(plugin));
    const number = plugin ? 1 : 2;

    test('stand above and in the text, each once, and those that may not be copied nowhere', async () => {
      const before = await mediaCount();
      const given = job(illustrated(number));
      const { remoteId, notes } = await delivered(given, { fetch });
      expect(notes.filter((note) => note.includes('picture'))).toEqual([]);
      const $ = load(await php(`echo get_post(${remoteId})->post_content;`));
      expect($('figure')).toHaveLength(1);
      const inText = /wp-image-(\d+)/.exec($('figure img').attr('class') ?? '')![1]!;
      expect($('figure img').attr('alt')).toBe('A fin');
      expect($('figure img').attr('src')).toBe(await php(`echo wp_get_attachment_url(${inText});`));
      expect($('figcaption').text()).toBe('The fin & the lamp (Jo Park)');
      expect($('body').text().indexOf('The fin')).toBeGreaterThan(0);
      const lead = await featured(remoteId);
      expect([lead === inText, lead === '0']).toEqual([false, false]);
      expect(Number(await mediaCount()) - Number(before)).toBe(2);

      // The same picture is not copied twice.
      await delivered(nextJob(given, 'update', { title: 'Again' }), { fetch });
      expect(Number(await mediaCount()) - Number(before)).toBe(2);
      const outcome = await deliver(nextJob(nextJob(given, 'update'), 'withdraw'), { fetch });
      expect(outcome.kind).toBe('withdrawn');
      // The account that tests deliver by may delete what is its own.
      expect(await mediaCount()).toBe(before);
    });

    test('are called by their captions or the headline, and belong to their post', async () => {
      const given = job({ ...illustrated(number + 10), title: 'Whale at the quay' });
      const { remoteId } = await delivered(given, { fetch });
      const of = async (media: string) => ({
        title: await php(`echo get_post(${media})->post_title;`),
        file: await fileOf(media),
        post: await php(`echo get_post(${media})->post_parent;`),
      });
      const content = await php(`echo get_post(${remoteId})->post_content;`);
      const [, inText = ''] = /wp-image-(\d+)/.exec(content) ?? [];
      const post = plugin ? remoteId : '0';
      const file = expect.stringMatching(/^newsrelay-[0-9a-f]{24}\.png$/);
      expect(await of(inText)).toEqual({ title: 'The fin &amp; the lamp', file, post });
      expect(await of(await featured(remoteId))).toEqual({ title: 'The lead', file, post });
    });

    test.each([
      [{}, 320, false],
      [{}, 599, false],
      [{}, 600, true],
      [{ featuredImageMinWidth: 300 }, 320, true],
      [{ featuredImageMinWidth: 0 }, 1, true],
    ])('with %j one of %i pixels is featured: %s', async (options, width, isFeatured) => {
      const given = job({ images: [at(`wide-${number}-${width}`)] });
      const { remoteId, notes } = await delivered(given, { fetch, options });
      expect((await featured(remoteId)) !== '0').toBe(isFeatured);
      const told = notes.filter((note) => note.includes('pixels wide'));
      expect(told).toEqual(
        isFeatured ? [] : [`without its picture: it is ${width} pixels wide, and less than 600`],
      );
    });

    test('one that is known to the library and too narrow is not featured either', async () => {
      const images = [at(`known-${number}-400`)];
      await delivered(job({ images }), { fetch, options: { featuredImageMinWidth: 0 } });
      const { remoteId } = await delivered(job({ images }), { fetch });
      expect(await featured(remoteId)).toBe('0');
    });

    test('bodyImages: false copies the lead alone', async () => {
      const before = Number(await mediaCount());
      const given = job(illustrated(number + 20));
      const { remoteId } = await delivered(given, { fetch, options: { bodyImages: false } });
      expect(await php(`echo get_post(${remoteId})->post_content;`)).not.toContain('wp-image-');
      expect(Number(await mediaCount()) - before).toBe(1);
    });

    describe('fallbackImage', () => {
      const upload = () =>
        php(
          `$file = wp_upload_bits('own.png', null, base64_decode('${png(9).toString('base64')}')); echo wp_insert_attachment(['post_title' => 'Own', 'post_mime_type' => 'image/png'], $file['file']);`,
        );

      test.each<[string, Partial<ArticleRecord>, boolean]>([
        ['has none', { images: [] }, true],
        [
          'may not show its own',
          { images: [at('mine-1200')], rights: { ...RIGHTS, images: 'link' } },
          true,
        ],
        ['has a narrow one', { images: [at(`slim-${number}-200`)] }, true],
        ['has one that is gone', { images: [at('gone')] }, true],
        ['has one', { images: [at(`good-${number}-1200`)] }, false],
      ])('stands in for an article that %s', async (_what, changes, isFallback) => {
        const own = await upload();
        const options = { fallbackImage: Number(own) };
        const given = job(changes);
        const { remoteId } = await delivered(given, { fetch, options });
        expect((await featured(remoteId)) === own).toBe(isFallback);
        await deliver(nextJob(given, 'withdraw'), { fetch, options });
        expect(await php(`echo get_post_type(${own});`)).toBe('attachment');
      });

      test('is copied once from an address, and bears no words of an article', async () => {
        const before = Number(await mediaCount());
        const options = { fallbackImage: at(`site-${number}-1200`).url };
        const one = await delivered(job({ images: [{ ...at('gone'), alt: 'Theirs' }] }), {
          fetch,
          options,
        });
        const two = await delivered(job({ images: [] }), { fetch, options });
        expect(await featured(one.remoteId)).toBe(await featured(two.remoteId));
        expect(Number(await mediaCount()) - before).toBe(1);
        const page = Buffer.from(
          (
            await send({
              method: 'GET',
              url: `${wordpress.url}/?p=${one.remoteId}`,
              timeoutMs: 20_000,
            })
          ).body,
        ).toString('utf8');
        expect(page).not.toContain('Theirs');
      });
    });
  });
});
