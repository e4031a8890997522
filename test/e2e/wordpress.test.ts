import { attacks } from '../support/site/attacks.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/article-record.ts';
import { wordpressDestinationSchema } from '../../src/config/destinations.ts';
import type { Fetch } from '../../src/http/fetch.ts';
import { createSend } from '../../src/http/send.ts';
import type { RepublishJob } from '../../src/queue/republish-job.ts';
import { PLUGIN_VERSION } from '../../src/deliver/wordpress/with-plugin.ts';
import { wordpressDestination } from '../../src/deliver/wordpress/wordpress-destination.ts';
import { articleRecord } from '../support/records/article-record.ts';
import { type Browser, openBrowser } from '../support/site/browser.ts';
import { chromium } from '../support/site/chromium.ts';
import { readPage, uncurled } from '../support/site/published-page.ts';
import { startReceiver } from '../support/site/receiver.ts';
import { articleId, nextJob, republishJob } from '../support/records/republish-job.ts';
import { png } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';
import type { Account } from '../support/wordpress/template.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress tests skipped: this machine has no ${missing}`);
if (!chromium) console.warn('Browser test skipped: this machine has no chromium');

const context = { now: () => new Date() };
let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });

/** A destination as another process would have it, with nothing remembered. */
function destination(account: Account = wordpress.accounts.publisher, options = {}, fetch?: Fetch) {
  const parsed = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'site',
    url: wordpress.url,
    ...account,
    ...options,
  });
  return wordpressDestination(parsed, { send, ...(fetch ? { fetch } : {}) });
}

const PNG = png();

let articles = 0;
function job(changes: Partial<ArticleRecord> = {}): RepublishJob {
  articles += 1;
  return republishJob({ id: articleId(articles), ...changes });
}

const pageOf = (remoteId: string) => readPage(`${wordpress.url}/?p=${remoteId}`);
const postCounts = async (jobs: RepublishJob[]): Promise<number[]> =>
  JSON.parse(
    await wordpress.php(
      `global $wpdb; echo json_encode(array_map(fn($id) => (int) $wpdb->get_var("SELECT COUNT(DISTINCT ID) FROM $wpdb->posts LEFT JOIN $wpdb->postmeta ON post_id = ID AND meta_key = '_newsrelay_article' AND meta_value = '$id' WHERE post_type = 'post' AND (meta_id IS NOT NULL OR post_content LIKE '%newsrelay%$id%')"), ${JSON.stringify(jobs.map(({ record }) => record.id))}));`,
    ),
  );
const postCount = async (given: RepublishJob) => (await postCounts([given]))[0];
const statusOf = (remoteId: string) => wordpress.php(`echo get_post_status(${remoteId});`);

async function mediaOf(attachment: string) {
  const answer = await fetch(`${wordpress.url}/wp-json/wp/v2/media/${attachment}`);
  type Texts = Record<'caption' | 'description' | 'title', { rendered: string }>;
  return (await answer.json()) as Texts;
}

async function delivered(target: ReturnType<typeof destination>, given: RepublishJob) {
  const outcome = await target.deliver(given, context);
  if (outcome.kind !== 'delivered') throw new Error(`got ${JSON.stringify(outcome)}`);
  return outcome;
}

describe.skipIf(missing !== '')('a real WordPress', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterAll(async () => {
    await close();
    await wordpress?.close();
  });

  describe.each([{ plugin: true }, { plugin: false }])('with the plugin: $plugin', ({ plugin }) => {
    beforeAll(async () => {
      await wordpress.php(
        `require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${plugin ? 'activate_plugin' : 'deactivate_plugins'}('newsrelay/newsrelay.php');`,
      );
    });

    test("shows the seed's header names, title, paragraphs and credit", async () => {
      const given = job();
      const { remoteId } = await delivered(destination(), given);
      const page = await pageOf(remoteId);
      const { record } = given;
      expect(page.status).toBe(200);
      expect(page.categories.toSorted()).toEqual(
        [record.id, record.channel, record.source, ...record.taxonomy].toSorted(),
      );
      expect(uncurled(page.title)).toBe(record.title);
      expect(page.paragraphs.map(uncurled)).toEqual(record.paragraphs.map(({ text }) => text));
      expect(uncurled(page.credit)).toBe(record.credit?.text);
      expect(page.attribution).toEqual({
        text: 'Harbour Post',
        href: 'https://harbour.example/world/ferry-line',
      });
      expect(page.canonical === record.canonicalUrl).toBe(plugin);
      expect(page.robots.includes('noindex')).toBe(plugin);
    });

    test('says what it cannot guarantee without the plugin', async () => {
      const { notes } = await delivered(destination(), job());
      expect(notes).toEqual(
        plugin
          ? []
          : [
              'noindex not set: the companion plugin is not active',
              'rel=canonical not set: the companion plugin is not active',
            ],
      );
      const [, findings] = await destination().check(context);
      expect(findings).toMatchObject({ result: plugin ? 'ok' : 'limited' });
    });

    test('changes the same post on an update, also under an address an editor chose', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      const slug = `our-own-address-${plugin}`;
      await wordpress.php(`wp_update_post(['ID' => ${remoteId}, 'post_name' => '${slug}']);`);
      const update = nextJob(first, 'update', { title: 'Marsh changes course' });
      expect(await delivered(destination(), update)).toMatchObject({ remoteId });
      const page = await pageOf(remoteId);
      expect(page.title).toBe('Marsh changes course');
      expect(await wordpress.php(`echo get_post(${remoteId})->post_name;`)).toBe(slug);
      expect(await postCount(first)).toBe(1);
    });

    test('leaves the post alone for equal content and for revisions that come late', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      const before = await wordpress.php(`echo get_post(${remoteId})->post_modified_gmt;`);
      expect(await destination().deliver(first, context)).toEqual({ kind: 'unchanged', remoteId });
      const late = nextJob(first, 'update', { title: 'Late', revision: first.record.revision - 1 });
      expect(await destination().deliver(late, context)).toEqual({
        kind: 'superseded',
        heldRevision: first.record.revision,
      });
      expect(await wordpress.php(`echo get_post(${remoteId})->post_modified_gmt;`)).toBe(before);
    });

    test('makes one post of 20 deliveries at once from as many processes', async () => {
      const given = job();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => destination().deliver(given, context)),
      );
      expect(await postCount(given)).toBe(1);
      const ids = new Set(outcomes.map((outcome) => 'remoteId' in outcome && outcome.remoteId));
      expect(ids.size).toBe(1);
      const [remoteId] = ids;
      expect(await statusOf(String(remoteId))).toBe('publish');
    });

    test('leaves categories to the site where the operator maps none', async () => {
      const target = destination(wordpress.accounts.publisher, { categories: { from: 'none' } });
      const first = job();
      const { remoteId } = await delivered(target, first);
      await wordpress.php(
        `wp_insert_term('Chosen', 'category'); wp_set_post_terms(${remoteId}, [get_term_by('name', 'Chosen', 'category')->term_id], 'category');`,
      );
      await delivered(target, nextJob(first, 'update', { title: 'Changed' }));
      expect((await pageOf(remoteId)).categories).toEqual(['Chosen']);
    });

    test('forgets the number of a category that was deleted on the site', async () => {
      const target = destination(wordpress.accounts.publisher, {
        categories: { from: 'none', always: ['Short-lived'] },
      });
      await delivered(target, job());
      await wordpress.php(
        `wp_delete_term(get_term_by('name', 'Short-lived', 'category')->term_id, 'category');`,
      );
      const { remoteId } = await delivered(target, job());
      expect((await pageOf(remoteId)).categories).toEqual(['Short-lived']);
    });

    test('unpublishes a withdrawn article, text and history, and shows it when it returns', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      const changed = nextJob(first, 'update', { title: 'Changed before it went' });
      await delivered(destination(), changed);
      const withdrawal = nextJob(changed, 'withdraw');
      const outcome = await destination().deliver(withdrawal, context);
      expect(outcome).toMatchObject({ kind: 'withdrawn', remoteId });
      expect(JSON.stringify(outcome).includes('stay in its history')).toBe(!plugin);
      expect((await pageOf(remoteId)).status).toBe(plugin ? 410 : 404);
      const leftBehind = await wordpress.php(
        `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts WHERE (ID = ${remoteId} OR post_parent = ${remoteId}) AND post_content LIKE '%Ada Marsh%'");`,
      );
      expect(leftBehind === '0').toBe(plugin);
      expect(await destination().deliver(first, context)).toMatchObject({ kind: 'superseded' });
      await delivered(destination(), nextJob(withdrawal, 'publish'));
      expect((await pageOf(remoteId)).status).toBe(200);
      expect(await postCount(first)).toBe(1);
    });

    test('never brings back what an editor put in the trash', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      await wordpress.php(`wp_trash_post(${remoteId});`);
      const refusal = { kind: 'refused', code: 'removed-on-site' };
      expect(await destination().deliver(nextJob(first, 'update'), context)).toMatchObject(refusal);
      expect(await statusOf(remoteId)).toBe('trash');
      expect(await postCount(first)).toBe(1);
    });

    test('keeps a post hidden that an editor hid, and updates it', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      await wordpress.php(`wp_update_post(['ID' => ${remoteId}, 'post_status' => 'private']);`);
      await delivered(destination(), nextJob(first, 'update', { title: 'Hidden but right' }));
      expect(await statusOf(remoteId)).toBe('private');
      expect(await wordpress.php(`echo get_post(${remoteId})->post_title;`)).toBe(
        'Hidden but right',
      );
    });

    test('carries no text that the rights do not allow', async () => {
      const rights = { ...articleRecord().rights, mode: 'excerpt' as const, canonical: false };
      const given = job({ rights, images: [] });
      const page = await pageOf((await delivered(destination(), given)).remoteId);
      expect(page.paragraphs).toEqual([articleRecord().summary]);
      expect(page.html).not.toContain('We will not give it up');
      expect(page.canonical).not.toBe(given.record.canonicalUrl);
    });

    test('takes plain text as plain text: shortcodes, embeds, smileys and markup stay words', async () => {
      const texts = [
        'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
        '[gallery ids="1"] and [embed]https://example.com/[/embed]',
        'Only 8) days ;) left :D and :mrgreen: too',
        'Tom & Jerry <b>bold</b> &amp; AT&T',
        '<script>alert(1)</script> and </p></div> are words',
        String.raw`C:\new\0 \"half\" and \\\\host 🚢 %s %1$s $1`,
      ];
      const given = job({ paragraphs: texts.map((text) => ({ kind: 'p', text })) });
      const page = await pageOf((await delivered(destination(), given)).remoteId);
      expect(page.paragraphs.map(uncurled)).toEqual(texts);
    });

    test('stores nothing active, whoever posts it', async () => {
      const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
      const given = job({
        title: `Title ${evil}`,
        summary: evil,
        paragraphs: [
          { kind: 'p', text: evil },
          { kind: 'h', text: evil },
          { kind: 'li', text: evil },
          { kind: 'quote', text: evil },
        ],
        credit: { text: evil, people: [], organizations: [] },
        taxonomy: [`x/${evil}`],
        source: evil,
        rights: {
          ...articleRecord().rights,
          attribution: { text: evil, url: 'https://harbour.example/"onmouseover="alert(1)' },
        },
      });
      for (const account of [wordpress.accounts.publisher, wordpress.accounts.admin]) {
        const own = nextJob(given, 'publish', { id: job().record.id });
        const page = await pageOf((await delivered(destination(account), own)).remoteId);
        expect(page.html).not.toMatch(/<script>alert|<img src=x|<[^>]*\sonmouseover/);
      }
    });
  });

  describe('with the plugin', () => {
    beforeAll(() =>
      wordpress.php(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('newsrelay/newsrelay.php');",
      ),
    );

    test('ends with the highest revision of many that come at once', async () => {
      const first = job();
      const revisions = Array.from({ length: 12 }, (_, index) =>
        nextJob(first, 'update', {
          revision: first.record.revision + ((index * 5) % 12),
          title: `Revision ${(index * 5) % 12}`,
        }),
      );
      const outcomes = await Promise.all(
        revisions.map((given) => destination().deliver(given, context)),
      );
      const { remoteId } = outcomes.find((outcome) => outcome.kind === 'delivered') ?? {};
      expect(await wordpress.php(`echo get_post(${remoteId})->post_title;`)).toBe('Revision 11');
      expect(await postCount(first)).toBe(1);
    });

    test('never brings back what an editor deleted for good', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      await wordpress.php(`wp_delete_post(${remoteId}, true);`);
      const outcome = await destination().deliver(nextJob(first, 'update'), context);
      expect(outcome).toMatchObject({ kind: 'refused', code: 'removed-on-site' });
      expect(await postCount(first)).toBe(0);
    });

    test('keeps an article out whose withdrawal came first', async () => {
      const first = job();
      const outcome = await destination().deliver(nextJob(first, 'withdraw'), context);
      expect(outcome).toMatchObject({ kind: 'withdrawn' });
      expect(await destination().deliver(first, context)).toMatchObject({ kind: 'superseded' });
      expect(await postCount(first)).toBe(0);
    });

    test('takes over posts that were made before it was active', async () => {
      const first = job();
      const plugin = (verb: string) =>
        wordpress.php(
          `require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${verb}('newsrelay/newsrelay.php');`,
        );
      await plugin('deactivate_plugins');
      const { remoteId } = await delivered(destination(), first);
      await plugin('activate_plugin');
      const update = nextJob(first, 'update', { title: 'Taken over' });
      expect(await delivered(destination(), update)).toMatchObject({ remoteId });
      expect(await postCount(first)).toBe(1);
    });

    test('finishes a creation that was cut short', async () => {
      const first = job();
      const { remoteId } = await delivered(destination(), first);
      await wordpress.php(
        `global $wpdb; $wpdb->update("{$wpdb->prefix}newsrelay_articles", ['post_id' => 0, 'hash' => ''], ['article_id' => '${first.record.id}']);`,
      );
      expect(await destination().deliver(first, context)).toMatchObject({ remoteId });
      expect(await postCount(first)).toBe(1);
    });

    test('puts the lead picture into the media library once', async () => {
      const fetched: string[] = [];
      const picture: Fetch = async ({ url }) => {
        fetched.push(url);
        return { status: 200, url, redirects: [], headers: {}, body: PNG };
      };
      const target = () => destination(wordpress.accounts.publisher, {}, picture);
      const images = [{ url: 'https://harbour.example/ferry.png', alt: 'The old ferry' }];
      const first = job({ images });
      const { remoteId, notes } = await delivered(target(), first);
      expect(notes).toEqual([]);
      await delivered(target(), nextJob(first, 'update', { title: 'Again' }));
      expect(fetched).toEqual(['https://harbour.example/ferry.png']);
      expect(
        await wordpress.php(
          `echo get_post_meta(get_post_thumbnail_id(${remoteId}), '_wp_attachment_image_alt', true);`,
        ),
      ).toBe('The old ferry');
    });

    test('posts without a picture that cannot be had, and says so', async () => {
      const html: Fetch = async ({ url }) => ({
        status: 200,
        url,
        redirects: [],
        headers: { 'content-type': 'image/png' },
        body: Buffer.from('<svg onload="alert(1)">'),
      });
      const given = job({ images: [{ url: 'https://harbour.example/evil.png' }] });
      const { notes } = await delivered(destination(wordpress.accounts.publisher, {}, html), given);
      expect(notes).toEqual(['without its picture: the picture is in no format we pass on']);
    });
  });

  describe('newsrelay deliver --test', () => {
    test('names account, plugin and round trip', async () => {
      expect(await destination().check(context)).toEqual([
        { what: 'account and role', result: 'ok', message: 'mfnnews' },
        { what: 'companion plugin', result: 'ok', message: `version ${PLUGIN_VERSION}` },
        {
          what: 'round trip with a draft',
          result: 'ok',
          message: expect.stringMatching(/^draft \d+ made, read back and deleted$/),
        },
        { what: 'categories', result: 'ok', message: 'one made and deleted' },
        { what: 'pictures', result: 'ok', message: 'one uploaded and deleted' },
      ]);
    });

    test('names what an account lacks or has too much of', async () => {
      const [author] = await destination(wordpress.accounts.author).check(context);
      expect(author).toMatchObject({ result: 'limited' });
      expect(author?.message).toContain('manage_categories');
      const [admin] = await destination(wordpress.accounts.admin).check(context);
      expect(admin).toMatchObject({ result: 'failed' });
      expect(admin?.message).toContain('unfiltered_html');
    });

    test('stops at credentials that nobody accepts', async () => {
      const wrong = { username: 'mfnnews', password: 'wrong' };
      const findings = await destination(wrong).check(context);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ result: 'failed' });
      expect(JSON.stringify(findings)).not.toContain('bWZubmV3czp3cm9uZw');
    });
  });

  describe.skipIf(!chromium)('in a real browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.[Symbol.asyncDispose]());

    test('hostile text in every field leaves nothing active on the page', async () => {
      const receiver = await startReceiver(() => ({ status: 200 }));
      const hostile = attacks(receiver.url);
      const all = hostile.join(' ');
      const given = job({
        title: all,
        summary: all,
        paragraphs: hostile.flatMap((text) =>
          (['p', 'h', 'li', 'quote'] as const).map((kind) => ({ kind, text })),
        ),
        credit: { text: all, people: [], organizations: [] },
        source: hostile[0] ?? '',
        channel: hostile[2] ?? '',
        taxonomy: hostile,
        authors: hostile.map((name) => ({ name })),
        rights: {
          ...articleRecord().rights,
          attribution: { text: all, url: `https://harbour.example/?"><script>${all}` },
        },
      });
      given.record.images = [
        { url: 'https://harbour.example/attacks.png', alt: all, caption: all, credit: all },
      ];
      const picture: Fetch = async ({ url }) => {
        return { status: 200, url, redirects: [], headers: {}, body: PNG };
      };
      const target = destination(wordpress.accounts.admin, {}, picture);
      const { remoteId } = await delivered(target, given);
      const attachment = await wordpress.php(`echo get_post_thumbnail_id(${remoteId});`);
      const gallery = await wordpress.php(
        `echo wp_insert_post(['post_title' => 'g', 'post_status' => 'publish', 'post_content' => '[gallery ids="${attachment}"]']);`,
      );
      const rest = await mediaOf(attachment);
      for (const html of [rest.caption.rendered, rest.description.rendered, rest.title.rendered])
        expect(html).not.toMatch(/<(?:script|svg|iframe|details|style|object)|<img src=x/i);
      for (const url of [
        `${wordpress.url}/?p=${remoteId}`,
        `${wordpress.url}/?attachment_id=${attachment}`,
        `${wordpress.url}/?p=${gallery}`,
        wordpress.url,
        `${wordpress.url}/feed/`,
      ]) {
        const markup = await browser.tab.documentAfterLoad(url);
        expect(markup).toContain('setAttribute');
        expect(markup).not.toMatch(/<html[^>]*data-ran/);
      }
      expect(receiver.received).toEqual([]);
      await receiver.close();
    });

    test('the same script in a post made by hand does run: the test can tell', async () => {
      const receiver = await startReceiver(() => ({ status: 200 }));
      const [script = ''] = attacks(receiver.url);
      const content = Buffer.from(script).toString('base64');
      const id = await wordpress.php(
        `kses_remove_filters(); echo wp_insert_post(['post_title' => 'x', 'post_status' => 'publish', 'post_content' => wp_slash(base64_decode('${content}'))]);`,
      );
      expect(await browser.tab.documentAfterLoad(`${wordpress.url}/?p=${id}`)).toMatch(
        /<html[^>]*data-ran/,
      );
      expect(receiver.received).not.toEqual([]);
      await receiver.close();
    });
  });

  test('delivers to a site without pretty permalinks', async () => {
    const target = destination(wordpress.accounts.publisher, { restPath: '/?rest_route=' });
    const { remoteId } = await delivered(target, job());
    expect((await pageOf(remoteId)).status).toBe(200);
  });

  test('the plugin gives PHP nothing to complain about', async () => {
    expect(await wordpress.complaints()).not.toContain('newsrelay/');
  });
});
