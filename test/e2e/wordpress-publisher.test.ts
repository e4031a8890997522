// What a real site with the plugin asks of publishers, tells machines, and leaves when the plugin is deleted.

import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/article-record.ts';
import { readFeed } from '../../src/feed/read.ts';
import { createSend } from '../../src/http/send.ts';
import { articleRecord } from '../support/records/article-record.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { startReceiver } from '../support/site/receiver.ts';
import { png, pictureServer, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '')
  console.warn(`WordPress and publishers skipped: this machine has no ${missing}`);

type Publisher = Awaited<ReturnType<typeof startReceiver>>;

let wordpress: Wordpress;
let publisher: Publisher;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, deliver, delivered, php, switchPlugin } = siteUnderTest(() => wordpress, send);
const { fetch } = pictureServer(() => ({ status: 200, body: png(1) }));
const RIGHTS = articleRecord().rights;

/** A page of the site, at its own address where an earlier one leads there. */
async function read(path: string) {
  const url = new URL(path, wordpress.url).href;
  const get = (address: string) => send({ method: 'GET', url: address, timeoutMs: 20_000 });
  const first = await get(url);
  const address = first.headers['location'];
  const { status, headers, body } = address?.startsWith(wordpress.url) ? await get(address) : first;
  return { status, headers, text: Buffer.from(body).toString('utf8') };
}

/** An article whose every address is the publisher's. */
const published = (number: number, changes: Partial<ArticleRecord> = {}) => {
  const url = `${new URL(publisher.url).origin}/story-${number}`;
  const text = 'The harbour master has the figures, and a film of it.';
  return job({
    url,
    canonicalUrl: url,
    title: `Story ${number} of the quay`,
    publishedAt: '2026-11-20T08:30:00.000Z',
    paragraphs: [
      { kind: 'p', text },
      { kind: 'p', text },
    ],
    body: [
      { p: 0, spans: [{ text, href: `${url}/figures.mp3` }] },
      { embed: { url: `${url}/film.mp4`, provider: 'vimeo', title: 'The film' } },
      { image: 1 },
      { p: 1 },
    ],
    images: [{ url: `${url}/lead.jpg` }, { url: `${url}/second.jpg` }],
    rights: { ...RIGHTS, attribution: { text: 'Harbour Post', url } },
    ...changes,
  });
};

describe.skipIf(missing !== '')('a site with delivered posts', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
    publisher = await startReceiver(() => ({
      status: 200,
      body: '<link rel="pingback" href="/x">',
    }));
    const { port } = new URL(publisher.url);
    // WordPress itself would refuse a publisher on loopback.
    await wordpress.meddle(
      `add_filter('http_request_host_is_external', '__return_true'); add_filter('http_allowed_safe_ports', fn($ports) => array_merge($ports, [${port}]));`,
    );
  });
  afterAll(async () => {
    await publisher?.close();
    await wordpress?.close();
  });

  const pings = () => php('do_all_pings(); do_action("do_pings");');

  test('asks publishers nothing: at delivery, an editor’s save, its timetable, its pages and a withdrawal', async () => {
    const jobs = (['full', 'excerpt', 'link'] as const).map((mode, at) =>
      published(at, { rights: { ...RIGHTS, mode } }),
    );
    const ids: string[] = [];
    for (const given of jobs) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      ids.push((await delivered(given, { fetch })).remoteId);
    }
    await pings();
    await php(
      `wp_set_current_user(1); foreach ([${ids.join()}] as $id) wp_update_post(['ID' => $id, 'post_title' => 'Ours']);`,
    );
    await pings();
    await deliver(nextJob(jobs[0]!, 'update', { summary: 'Another summary.' }), { fetch });
    for (const path of [
      '/',
      `/?p=${ids[0]}`,
      `/?p=${ids[2]}`,
      '/?feed=rss2',
      '/wp-sitemap.xml',
      '/?s=quay',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await read(path)).status).toBe(200);
    }
    await php(
      'foreach (_get_cron_array() as $at => $hooks) foreach ($hooks as $hook => $events) if (preg_match("/ping|enclos|track/", $hook)) do_action($hook);',
    );
    await deliver(nextJob(jobs[1]!, 'withdraw'), { fetch });
    await pings();
    expect(publisher.received.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('asks them for a post of its own: the test can tell', async () => {
    const address = `${new URL(publisher.url).origin}/linked`;
    await php(
      `wp_insert_post(['post_title' => 'Own', 'post_status' => 'publish', 'post_content' => '<a href="${address}">x</a>']);`,
    );
    await pings();
    expect(publisher.received.map(({ path }) => path)).toContain('/linked');
  });

  describe('to machines', () => {
    beforeAll(async () => {
      for (const [number, index] of [
        [11, 'never'],
        [12, 'always'],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await delivered(published(number), {
          fetch,
          options: { index, categories: { from: 'leaves' } },
        });
      }
    });

    test('gives sitemaps that read back, whose every page is there and may be listed', async () => {
      const $ = load((await read('/wp-sitemap.xml')).text, { xml: true });
      const maps = $('sitemapindex > sitemap > loc')
        .toArray()
        .map((loc) => $(loc).text());
      expect(maps.length).toBeGreaterThan(0);
      const pages: string[] = [];
      for (const map of maps) {
        // oxlint-disable-next-line no-await-in-loop -- a few
        const page = load((await read(map)).text, { xml: true });
        pages.push(
          ...page('urlset > url > loc')
            .toArray()
            .map((loc) => page(loc).text()),
        );
      }
      expect(pages.some((page) => page.includes('story-12'))).toBe(true);
      expect(pages.some((page) => page.includes('story-11'))).toBe(false);
      for (const page of pages) {
        // oxlint-disable-next-line no-await-in-loop -- a few
        const { status, headers, text } = await read(page);
        const robots = `${load(text)('meta[name=robots]').attr('content')} ${headers['x-robots-tag'] ?? ''}`;
        expect([page, status, robots.includes('noindex')]).toEqual([page, 200, false]);
      }
    });

    test('gives a robots.txt of known lines that names the sitemap', async () => {
      const { headers, text } = await read('/robots.txt');
      expect(headers['content-type']).toContain('text/plain');
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      for (const line of lines)
        expect(line).toMatch(/^(?:User-agent|Allow|Disallow|Sitemap): \S+$/);
      expect(text).toContain(`Sitemap: ${wordpress.url}/wp-sitemap.xml`);
    });

    test.each(['rss2', 'atom', 'rdf', 'rss'])(
      'gives a feed in %s that a feed reader reads',
      async (kind) => {
        const { text } = await read(`/?feed=${kind}`);
        const outcome = await readFeed({
          bytes: Buffer.from(text),
          url: `${wordpress.url}/?feed=${kind}`,
        });
        if (outcome.kind !== 'feed') throw new Error(`no feed: ${text.slice(0, 200)}`);
        const entry = outcome.feed.entries.find(({ title }) => title === 'Story 11 of the quay');
        expect(entry?.link).toContain('story-11');
        expect(text).not.toContain('<!-- newsrelay');
      },
    );

    test('gives JSON-LD with all that an article must state', async () => {
      const id = await php(
        `echo get_posts(['name' => '', 's' => 'Story 12', 'fields' => 'ids'])[0];`,
      );
      const { text } = await read(`/?p=${id}`);
      const blocks = load(text)('script[type="application/ld+json"]').toArray();
      const articles = blocks.map((block) => JSON.parse(load(text)(block).text()));
      expect(articles).toHaveLength(1);
      const [article] = articles;
      expect(article).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Story 12 of the quay',
        datePublished: '2026-11-20T08:30:00.000Z',
        author: [{ '@type': 'Person', name: 'Lee Quay' }],
        publisher: { '@type': 'NewsMediaOrganization', name: 'Harbour Post' },
      });
      for (const address of [article.mainEntityOfPage, article.image, article.isBasedOn]) {
        expect(URL.canParse(address)).toBe(true);
      }
    });
  });

  test('whose owner deletes the plugin stays readable, names its sources, and keeps nothing of the plugin’s', async () => {
    const { remoteId } = await delivered(published(21), { fetch });
    await switchPlugin(false);
    await php(
      `define('WP_UNINSTALL_PLUGIN', 'newsrelay/newsrelay.php'); require WP_PLUGIN_DIR . '/newsrelay/uninstall.php';`,
    );
    const left = await php(
      `global $wpdb; echo json_encode([
        'options' => $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'newsrelay%'"),
        'postmeta' => $wpdb->get_col("SELECT DISTINCT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%newsrelay%'"),
        'termmeta' => $wpdb->get_col("SELECT DISTINCT meta_key FROM $wpdb->termmeta WHERE meta_key LIKE '%newsrelay%'"),
        'table' => $wpdb->get_var("SHOW TABLES LIKE '%newsrelay%'"),
        'role' => null !== get_role('newsrelay'),
      ]);`,
    );
    expect(JSON.parse(left)).toEqual({
      options: [],
      postmeta: [],
      termmeta: [],
      table: null,
      role: false,
    });
    const { status, text } = await read(`/?p=${remoteId}`);
    const $ = load(text);
    expect(status).toBe(200);
    expect($('body').text()).toContain('The harbour master has the figures');
    expect($('.newsrelay-attribution a').attr('href')).toContain('/story-21');
    expect($('.wp-post-image, figure img').length).toBeGreaterThan(0);
  });

  test('has nothing of the plugin’s to complain about', async () => {
    expect(await wordpress.complaints()).not.toContain('plugins/newsrelay');
  });
});
