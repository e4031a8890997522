import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSend } from '../../src/http/send.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { readPage } from '../support/site/published-page.ts';
import { png, pictureServer, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress troubles skipped: this machine has no ${missing}`);

const DELIVERIES = 60;
const TERMS = 50;

let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const site = siteUnderTest(() => wordpress, send);
const { context, destination, job, deliver, delivered, php, switchPlugin, postsWith, field } = site;

const pageOf = (remoteId: string) => readPage(`${wordpress.url}/?p=${remoteId}`);
const imageOf = (number: number) => ({ url: `https://harbour.example/p${number}.png` });
const servesPng = (number: number) => pictureServer(() => ({ status: 200, body: png(number) }));
const thumbnailOf = (remoteId: string) => php(`echo (int) get_post_thumbnail_id(${remoteId});`);
const countOf = async (what: string) =>
  Number(await php(`global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM ${what}");`));

const CLOSED_USERS = `add_filter('rest_endpoints', fn($routes) => array_filter($routes, fn($path) => 0 !== strpos($path, '/wp/v2/users'), ARRAY_FILTER_USE_KEY));`;
const NO_RARE_METHODS = `if (in_array($_SERVER['REQUEST_METHOD'] ?? 'GET', ['PUT', 'DELETE', 'PATCH'], true)) { http_response_code(405); die('<h1>Not allowed</h1>'); }`;
const NO_UPLOADS = `add_filter('user_has_cap', fn($all) => ['upload_files' => false] + $all);`;

describe.skipIf(missing !== '')('a site with troubles of its own', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterEach(() => wordpress?.meddle(''));
  afterAll(() => wordpress?.close());

  describe.each([{ plugin: true }, { plugin: false }])('with the plugin: $plugin', ({ plugin }) => {
    beforeAll(() => switchPlugin(plugin));

    test('a withdrawal empties what lies in the trash, so that a restored post shows nothing', async () => {
      const first = job({
        title: 'Trashed and taken down',
        paragraphs: [{ kind: 'p', text: `Words of a trashed story ${plugin}.` }],
      });
      const { remoteId } = await delivered(first);
      await php(`wp_trash_post(${remoteId});`);
      expect(await deliver(nextJob(first, 'withdraw'))).toMatchObject({
        kind: 'withdrawn',
        remoteId,
      });
      expect(await field(remoteId, 'post_status')).toBe('trash');
      await php(`wp_untrash_post(${remoteId}); wp_publish_post(${remoteId});`);
      expect((await pageOf(remoteId)).html).not.toContain('Words of a trashed story');
    });

    test('an article that was never posted is withdrawn without a number of its own', async () => {
      const outcome = await deliver(nextJob(job(), 'withdraw'));
      expect(outcome).toEqual({ kind: 'withdrawn', remoteId: '' });
    });

    test('a text that an editor rewrote whole is found again, updated and withdrawn', async () => {
      const first = job({ title: `Rewritten by the desk ${plugin}` });
      const { remoteId } = await delivered(first);
      await php(
        `wp_update_post(['ID' => ${remoteId}, 'post_content' => '<p>The desk wrote this.</p>', 'post_name' => 'desk-' . get_post(${remoteId})->post_name]);`,
      );
      const before = await countOf("$wpdb->posts WHERE post_type = 'post'");
      const update = nextJob(first, 'update', { title: 'Another title of the same' });
      expect(await delivered(update)).toMatchObject({ remoteId });
      expect(await countOf("$wpdb->posts WHERE post_type = 'post'")).toBe(before);
      expect(await deliver(nextJob(update, 'withdraw'))).toMatchObject({
        kind: 'withdrawn',
        remoteId,
      });
      expect((await pageOf(remoteId)).status).toBe(plugin ? 410 : 404);
    });

    test('the copied picture goes with the last article that shows it', async () => {
      const images = [imageOf(plugin ? 1 : 2)];
      const { fetch } = servesPng(plugin ? 1 : 2);
      const [one, two] = [job({ images }), job({ images })];
      const { remoteId } = await delivered(one, { fetch });
      const second = await delivered(two, { fetch });
      const picture = await thumbnailOf(remoteId);
      expect(await thumbnailOf(second.remoteId)).toBe(picture);
      await deliver(nextJob(one, 'withdraw'), { fetch });
      expect(await php(`echo get_post_type(${picture});`)).toBe('attachment');
      const file = await php(`echo wp_get_attachment_url(${picture});`);
      await deliver(nextJob(two, 'withdraw'), { fetch });
      expect(await php(`echo get_post_type(${picture}) ?: 'gone';`)).toBe('gone');
      expect((await readPage(file)).status).toBe(404);
    });

    test('an account that may not upload pictures posts without them, and says so', async () => {
      await wordpress.meddle(NO_UPLOADS);
      const { fetch } = servesPng(3);
      const { notes } = await delivered(job({ images: [imageOf(3)] }), { fetch });
      expect(notes.join()).toContain('no right to upload files');
      const findings = await destination().check(context);
      expect(findings.find(({ what }) => what === 'pictures')).toMatchObject({ result: 'limited' });
      expect(findings.filter(({ result }) => result === 'failed')).toEqual([]);
    });

    test('a site that hides its accounts takes articles, also under another byline', async () => {
      await wordpress.meddle(CLOSED_USERS);
      const given = { ...job(), byline: 'plainauthor' };
      const { remoteId, notes } = await delivered(given);
      expect(await field(remoteId, 'post_status')).toBe('publish');
      expect(notes.join().includes('posted under the delivering account')).toBe(!plugin);
      const findings = await destination().check({ ...context, byline: 'plainauthor' });
      expect(findings.filter(({ result }) => result === 'failed')).toEqual([]);
      expect(findings[0]).toMatchObject({ what: 'account and role', result: 'limited' });
    });

    test('a host that refuses PUT and DELETE takes articles, and the test leaves nothing behind', async () => {
      await wordpress.meddle(NO_RARE_METHODS);
      const first = job();
      const { remoteId } = await delivered(first);
      await delivered(nextJob(first, 'update', { title: 'Over the plain methods' }));
      expect(await field(remoteId, 'post_title')).toBe('Over the plain methods');
      const before = await countOf('$wpdb->posts');
      const findings = await destination().check(context);
      expect(findings.filter(({ result }) => result === 'failed')).toEqual([]);
      expect(await countOf('$wpdb->posts')).toBe(before);
    });

    test.each([
      ['a byte order mark', String.raw`echo "\xEF\xBB\xBF";`],
      [
        'a notice with braces of its own',
        `echo "<br /><b>Deprecated</b>: {closure}() [a] in {x.php}\\n";`,
      ],
      ['blank lines', String.raw`echo "\n\n \n";`],
    ])('answers that begin with %s are read', async (_what, code) => {
      await wordpress.meddle(
        `add_filter('rest_pre_serve_request', function ($served) { ${code} return $served; });`,
      );
      const { remoteId } = await delivered(job());
      expect(await field(remoteId, 'post_status')).toBe('publish');
    });

    test('a print behind the answers is read past and named by the test', async () => {
      await wordpress.meddle(
        `if (defined('REST_REQUEST') || false !== strpos($_SERVER['REQUEST_URI'], 'wp-json')) register_shutdown_function(fn() => print('<!-- cached {by} us -->'));`,
      );
      await delivered(job());
      const findings = await destination().check(context);
      expect(findings.at(-1)).toMatchObject({ what: 'answers', result: 'limited' });
    });

    test.each(['1926-03-04T05:06:07.000Z', '1969-12-31T23:59:59.000Z', '1970-01-01T00:00:00.000Z'])(
      'a story of %s bears its own date',
      async (publishedAt) => {
        const { remoteId } = await delivered(job({ publishedAt }));
        const shown = await field(remoteId, 'post_date_gmt');
        expect(
          Math.abs(Date.parse(`${shown.replace(' ', 'T')}Z`) - Date.parse(publishedAt)),
        ).toBeLessThanOrEqual(1_000);
      },
    );

    test('a clock of the site that is slow hides no article as scheduled', async () => {
      const ahead = () => new Date(Date.now() + 3_600_000);
      const publishedAt = ahead().toISOString();
      const first = job({ publishedAt });
      const { remoteId } = await delivered(first, { now: ahead });
      expect(await field(remoteId, 'post_status')).toBe('publish');
      await delivered(nextJob(first, 'update', { title: 'Still there' }), { now: ahead });
      expect(await field(remoteId, 'post_status')).toBe('publish');
    });

    test('a term that cannot be made, or of signs alone, holds up no article', async () => {
      await wordpress.meddle(
        `add_filter('pre_insert_term', fn($term) => false === strpos($term, 'forbidden') ? $term : new WP_Error('not_here', 'not on this site'));`,
      );
      const options = { categories: { from: 'taxonomy', always: ['forbidden one', '   ', '—'] } };
      const { remoteId, notes } = await delivered(job({ taxonomy: ['quay', '/'] }), { options });
      expect(await field(remoteId, 'post_status')).toBe('publish');
      expect(notes.join()).toContain('not on this site');
    });

    test('a picture that a passing fault kept away is had at the next look, and an update takes none away', async () => {
      let status = 503;
      const number = plugin ? 11 : 12;
      const { fetch } = pictureServer(() => ({ status, body: png(number) }));
      const images = [imageOf(number)];
      const first = job({ images });
      const outcome = await delivered(first, { fetch });
      expect(outcome).toMatchObject({ isLate: true });
      expect(outcome.notes.join()).toContain('without its picture for now');
      status = 200;
      const { remoteId } = await delivered(first, { fetch });
      const picture = await thumbnailOf(remoteId);
      expect(Number(picture)).toBeGreaterThan(0);
      status = 503;
      const moved = nextJob(first, 'update', { images: [imageOf(number + 100)] });
      await delivered(moved, { fetch });
      expect(await thumbnailOf(remoteId)).toBe(picture);
    });
  });

  test('posts of a time without the plugin are withdrawn by it, with all that was made twice', async () => {
    await switchPlugin(false);
    const first = job({ paragraphs: [{ kind: 'p', text: 'Words from before the plugin.' }] });
    const { remoteId } = await delivered(first);
    const twin = await php(
      `$post = get_post(${remoteId}, ARRAY_A); unset($post['ID']); echo wp_insert_post(wp_slash($post));`,
    );
    // As a folder that is copied to mu-plugins: nothing is activated, and the table is older than the post.
    await php(`update_option('active_plugins', ['newsrelay/newsrelay.php']);`);
    expect(await deliver(nextJob(first, 'withdraw'))).toMatchObject({ kind: 'withdrawn' });
    expect((await pageOf(remoteId)).status).toBe(410);
    expect((await pageOf(twin)).status).not.toBe(200);
    expect(await postsWith('Words from before the plugin.')).toBe(0);
  });

  test('a plugin that appears while a process runs is used at once, and no second post is made', async () => {
    await switchPlugin(false);
    const target = destination();
    const first = job({ title: 'Between two plugins' });
    await target.deliver(job(), context);
    await switchPlugin(true);
    const outcome = await target.deliver(first, context);
    expect(outcome).toMatchObject({ kind: 'delivered', notes: [] });
    const update = nextJob(first, 'update', { title: 'Between two plugins, later' });
    await target.deliver(update, context);
    expect(
      await countOf(
        "$wpdb->posts WHERE post_type = 'post' AND post_title LIKE 'Between two plugins%'",
      ),
    ).toBe(1);
    expect(await target.deliver(nextJob(update, 'withdraw'), context)).toMatchObject({
      kind: 'withdrawn',
    });
    expect(
      await countOf(
        "$wpdb->posts WHERE post_status = 'publish' AND post_title LIKE 'Between two plugins%'",
      ),
    ).toBe(0);
  });

  test('an article whose page meta cannot be stored is not published', async () => {
    await switchPlugin(true);
    await wordpress.meddle(
      `add_filter('update_post_metadata', fn($done, $id, $key) => '_newsrelay' === $key ? false : $done, 10, 3);`,
    );
    const before = await countOf("$wpdb->posts WHERE post_status = 'publish'");
    const given = job();
    await expect(deliver(given)).rejects.toMatchObject({ code: 'newsrelay_meta' });
    expect(await countOf("$wpdb->posts WHERE post_status = 'publish'")).toBe(before);
    await wordpress.meddle('');
    const { remoteId } = await delivered(given);
    expect(await field(remoteId, 'post_status')).toBe('publish');
  });

  test('a withdrawn text leaves the history also where revisions were switched off since', async () => {
    await switchPlugin(true);
    const first = job({ paragraphs: [{ kind: 'p', text: 'Words in an old revision.' }] });
    await delivered(first);
    const changed = nextJob(first, 'update', { paragraphs: [{ kind: 'p', text: 'Other words.' }] });
    await delivered(changed);
    await wordpress.meddle(`add_filter('wp_revisions_to_keep', fn() => 0);`);
    await deliver(nextJob(changed, 'withdraw'));
    expect(await postsWith('Words in an old revision.')).toBe(0);
  });
});

describe.skipIf(missing !== '')('a site whose database holds three bytes a character', () => {
  beforeAll(async () => {
    wordpress = await startWordpress({ phpOptions: ['-d', 'disable_functions=mb_strtolower'] });
    await php(
      `global $wpdb; foreach (['posts', 'postmeta', 'terms', 'term_taxonomy'] as $table) $wpdb->query("ALTER TABLE {$wpdb->$table} CONVERT TO CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci");`,
    );
  });
  afterAll(() => wordpress?.close());

  test.each([{ plugin: true }, { plugin: false }])(
    'shows rare characters of every field, and stays out of search engines; with the plugin: $plugin',
    async ({ plugin }) => {
      await switchPlugin(plugin);
      const rare = '🚢 𝐁𝐨𝐥𝐝 𠮷野家';
      const number = plugin ? 21 : 22;
      const { fetch } = servesPng(number);
      const given = job({
        title: `Title ${rare}`,
        summary: `Summary ${rare}`,
        paragraphs: [{ kind: 'p', text: `Text ${rare}` }],
        taxonomy: [`Shelf ${rare} ${plugin}`],
        source: `Paper ${rare}`,
        authors: [{ name: `Nora ${rare}` }],
        images: [{ ...imageOf(number), alt: `Alt ${rare}`, caption: `Caption ${rare}` }],
      });
      const { remoteId, notes } = await delivered(given, { fetch });
      expect(notes.filter((note) => !note.includes('companion plugin'))).toEqual([]);
      const page = await pageOf(remoteId);
      expect(page.title).toBe(`Title ${rare}`);
      expect(page.paragraphs).toEqual([`Text ${rare}`]);
      expect(page.categories).toContain(`Shelf ${rare} ${plugin}`);
      expect(page.robots.includes('noindex')).toBe(plugin);
      expect(Number(await thumbnailOf(remoteId))).toBeGreaterThan(0);
      const update = nextJob(given, 'update', { title: `Changed ${rare}` });
      await delivered(update, { fetch });
      expect((await pageOf(remoteId)).title).toBe(`Changed ${rare}`);
    },
  );
});

describe.skipIf(missing !== '')('many deliveries at once', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterAll(() => wordpress?.close());

  test.each([{ plugin: true }, { plugin: false }])(
    'from two processes make each term and the shared picture once; with the plugin: $plugin',
    { timeout: 400_000 },
    async ({ plugin }) => {
      await switchPlugin(plugin);
      const shelf = plugin ? 'Shelf' : 'Rack';
      const number = plugin ? 31 : 32;
      const { fetch } = servesPng(number);
      const options = {
        categories: { from: 'taxonomy', max: 4 },
        tags: { from: 'leaves', max: 4 },
      };
      // What each remembers is its own, as with two processes.
      const processes = [destination({ options, fetch }), destination({ options, fetch })];
      const waiting = Array.from({ length: DELIVERIES }, (_, n) =>
        job({
          title: `Crowd ${shelf} ${n}`,
          images: [imageOf(number)],
          taxonomy: [0, 1, 2].map((step) => `${shelf} ${(n * 3 + step) % TERMS}`),
        }),
      );
      const work = async (index: number) => {
        for (let given = waiting.pop(); given; given = waiting.pop()) {
          // oxlint-disable-next-line no-await-in-loop -- each of many does one after the other
          await processes[index % 2]!.deliver(given, context);
        }
      };
      await Promise.all(Array.from({ length: 16 }, (_, index) => work(index)));
      for (const taxonomy of ['category', 'post_tag']) {
        const names = `$wpdb->term_taxonomy tt JOIN $wpdb->terms t USING (term_id) WHERE taxonomy = '${taxonomy}' AND name LIKE '${shelf} %'`;
        // oxlint-disable-next-line no-await-in-loop -- two
        expect([taxonomy, await countOf(names)]).toEqual([taxonomy, TERMS]);
      }
      expect(await countOf(`$wpdb->posts WHERE post_type = 'attachment'`)).toBe(plugin ? 1 : 2);
      const posts = `$wpdb->posts WHERE post_type = 'post' AND post_status = 'publish' AND post_title LIKE 'Crowd ${shelf} %'`;
      expect(await countOf(posts)).toBe(DELIVERIES);
      const pictured = `$wpdb->postmeta m JOIN $wpdb->posts p ON p.ID = m.post_id WHERE meta_key = '_thumbnail_id' AND post_title LIKE 'Crowd ${shelf} %'`;
      expect(await countOf(pictured)).toBe(DELIVERIES);
    },
  );
});
