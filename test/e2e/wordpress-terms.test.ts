// Categories, kinds of posts and fields of one's own, on a real site.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSend } from '../../src/http/send.ts';
import { newsrelay, workplace } from '../support/commands/command.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress terms skipped: this machine has no ${missing}`);

let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, deliver, delivered, php, switchPlugin, field } = siteUnderTest(() => wordpress, send);

const categoriesOf = async (id: string): Promise<string[]> =>
  JSON.parse(
    await php(
      `echo json_encode(array_map('html_entity_decode', wp_get_object_terms(${id}, 'category', ['fields' => 'names'])));`,
    ),
  ).toSorted();
const isThere = async (name: string) =>
  (await php(`echo term_exists('${name}', 'category') ? 'yes' : 'no';`)) === 'yes';

/** `newsrelay terms tidy`, as a user runs it. */
async function tidy(...flags: string[]) {
  await using place = await workplace();
  const { username, password } = wordpress.accounts.publisher;
  const config = await place.write('config.yaml', {
    http: { userAgent: 'newsrelay-test/1.0 (+mailto:desk@example.org)' },
    sources: [{ id: 'quay', name: 'Quay', feeds: ['https://quay.example/feed'] }],
    destinations: [{ type: 'wordpress', name: 'blog', url: wordpress.url, username, password }],
  });
  return await newsrelay(['terms', 'tidy', 'blog', '--config', config, ...flags]);
}

describe.skipIf(missing !== '')('on a WordPress site', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterEach(async () => {
    await wordpress?.meddle('');
  });
  afterAll(() => wordpress?.close());

  test('terms tidy takes off what a change of config left behind, and only with --apply', async () => {
    const given = job({
      taxonomy: ['harbour/world'],
      topics: [{ path: 'harbour/world', name: 'World' }],
    });
    const bare = job({ taxonomy: [], topics: [] });
    const edited = job({ taxonomy: ['harbour/sea'] });
    const ids = [given, bare, edited].map(({ record }) => record.id);
    const [one, two, three] = [
      (await delivered(given)).remoteId,
      (await delivered(bare)).remoteId,
      (await delivered(edited)).remoteId,
    ];
    expect(await categoriesOf(one)).toContain(given.record.id);
    await php(
      `require_once ABSPATH . 'wp-admin/includes/taxonomy.php'; wp_set_post_categories(${three}, [wp_create_category('Desk/desk')], true); wp_create_category('Own');`,
    );
    const before = { one: await categoriesOf(one), three: await categoriesOf(three) };
    const nothing = { taken: [], deleted: [] };
    expect(JSON.parse((await tidy('--json')).stdout)).toEqual({ applied: false, ...nothing });

    const options = { categories: { from: 'topics', max: 3 } };
    for (const next of [given, bare, edited]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await deliver(nextJob(next, 'update'), { options });
    }
    expect(await categoriesOf(one)).toEqual(['World']);
    // Nothing was named for it, so that its categories were left to the site.
    expect(await categoriesOf(two)).toContain(ids[1]);
    expect(await categoriesOf(three)).toEqual(before.three);

    const dry = await tidy();
    expect(dry.status).toBe(0);
    expect(dry.stdout).toContain('nothing is changed yet');
    expect(dry.stdout).toContain(ids[0]);
    expect(await isThere(ids[0]!)).toBe(true);

    expect((await tidy('--apply')).stdout).not.toContain('nothing is changed');
    expect(await isThere(ids[0]!)).toBe(false);
    expect(await isThere(ids[1]!)).toBe(false);
    expect(await categoriesOf(one)).toEqual(['World']);
    expect(await categoriesOf(two)).toEqual(['Uncategorized']);
    expect(await categoriesOf(three)).toEqual(before.three);
    expect([await isThere('Desk/desk'), await isThere('Own')]).toEqual([true, true]);
    const again = JSON.parse((await tidy('--json', '--apply')).stdout);
    expect(again).toEqual({ applied: true, ...nothing });
    // What was tidied is no editor's change.
    expect(await php(`echo Newsrelay\\state_of(${two});`)).toBe('follows its source');
  });

  test('terms that were made before they were noted are known by names that nobody else gives', async () => {
    const given = job({ taxonomy: ['harbour/docks'] });
    const { remoteId } = await delivered(given);
    await php(
      `global $wpdb; $wpdb->query("DELETE FROM $wpdb->termmeta WHERE meta_key = '_newsrelay_made'");`,
    );
    await php(
      `require_once ABSPATH . 'wp-admin/includes/taxonomy.php'; wp_create_category('12345678-1234-5678-8234-123456789abc'); wp_create_category('Sea/Land');`,
    );
    await deliver(nextJob(given, 'update'), {
      options: { categories: { from: 'none', always: ['News'] } },
    });
    await tidy('--apply');
    expect(await categoriesOf(remoteId)).toEqual(['News']);
    expect([await isThere(given.record.id), await isThere('harbour/docks')]).toEqual([
      false,
      false,
    ]);
    // Neither the id of an article that is known here, nor a path.
    expect(await isThere('12345678-1234-5678-8234-123456789abc')).toBe(true);
    expect(await isThere('Sea/Land')).toBe(true);
  });

  test('a term of ours that an editor renamed stays', async () => {
    const given = job({ taxonomy: ['harbour/quay'] });
    await delivered(given, { options: { categories: { from: 'taxonomy' } } });
    await php(
      `$t = get_term_by('name', 'harbour/quay', 'category'); wp_update_term($t->term_id, 'category', ['name' => 'The quay']);`,
    );
    await deliver(nextJob(given, 'update'), {
      options: { categories: { from: 'none', always: ['News'] } },
    });
    await tidy('--apply');
    expect(await isThere('The quay')).toBe(true);
  });

  test('terms tidy says what it needs where it cannot work', async () => {
    await using place = await workplace();
    const config = await place.write('config.yaml', {
      http: { userAgent: 'newsrelay-test/1.0 (+mailto:desk@example.org)' },
      sources: [{ id: 'quay', name: 'Quay', feeds: ['https://quay.example/feed'] }],
    });
    const unknown = await newsrelay(['terms', 'tidy', 'nowhere', '--config', config]);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('no WordPress destination is called nowhere'),
    ]);
    await switchPlugin(false);
    const without = await tidy();
    await switchPlugin(true);
    expect([without.status, without.stderr]).toEqual([
      1,
      expect.stringContaining('companion plugin'),
    ]);
  });

  const NEWS = `add_action('init', fn() => register_post_type('news', ['public' => true, 'label' => 'News', 'supports' => ['title', 'editor', 'custom-fields'], 'taxonomies' => ['category'], 'has_archive' => true]));`;

  test('articles are posts of another type, with the operator’s own fields, through their life', async () => {
    await wordpress.meddle(NEWS);
    await php('flush_rewrite_rules(false);');
    const options = {
      postType: 'news',
      fields: { story_url: 'canonicalUrl', writers: 'authors', kicker: 'dateline' },
    };
    const given = job({
      authors: [{ name: 'Ann Lee' }, { name: 'Bo "Quill" Ray' }],
      dateline: undefined,
    });
    const { remoteId } = await delivered(given, { options });
    const meta = (name: string) => php(`echo get_post_meta(${remoteId}, '${name}', true);`);
    expect(await field(remoteId, 'post_type')).toBe('news');
    expect([await meta('story_url'), await meta('writers'), await meta('kicker')]).toEqual([
      given.record.canonicalUrl,
      'Ann Lee, Bo "Quill" Ray',
      '',
    ]);
    const address = await php(`echo get_permalink(${remoteId});`);
    const read = async () => {
      const { status, body } = await send({ method: 'GET', url: address, timeoutMs: 20_000 });
      return { status, html: Buffer.from(body).toString('utf8') };
    };
    expect((await read()).html).toContain('newsrelay-attribution');
    expect(
      await php(
        `define('WP_ADMIN', true); do_action('manage_news_posts_custom_column', 'newsrelay', ${remoteId});`,
      ),
    ).toBe('follows its source');

    await php(`update_post_meta(${remoteId}, 'kicker', 'Ours');`);
    const update = nextJob(given, 'update', { authors: [{ name: 'Cy Day' }], dateline: 'QUAY' });
    await delivered(update, { options });
    expect([await meta('writers'), await meta('kicker')]).toEqual(['Cy Day', 'Ours']);

    await deliver(nextJob(update, 'withdraw'), { options });
    expect(await meta('story_url')).toBe('');
    expect((await read()).status).toBe(410);
  });

  test('the posts of a term are counted once in a delivery, and the count is right', async () => {
    const taxonomy = ['harbour/sea', 'harbour/land', 'harbour/air'];
    const first = job({ taxonomy });
    await delivered(first);
    // WordPress counts by one query a term.
    await wordpress.meddle(
      `add_filter('query', function ($sql) { if (preg_match('/SELECT COUNT.*term_relationships.*term_taxonomy_id = (\\d+)/', $sql, $match)) error_log("counted term $match[1]."); return $sql; });`,
    );
    const { remoteId } = await delivered(job({ taxonomy }));
    const counted = (await wordpress.complaints()).match(/counted term \d+\./g) ?? [];
    const terms = `wp_get_object_terms(${remoteId}, ['category', 'newsrelay_source'])`;
    const ids: number[] = JSON.parse(
      await php(`echo json_encode(wp_list_pluck(${terms}, 'term_taxonomy_id'));`),
    );
    expect(counted.toSorted()).toEqual(ids.map((id) => `counted term ${id}.`).toSorted());
    const posts = () =>
      php(`echo json_encode(wp_list_pluck(${terms}, 'count', 'name'));`).then(
        (text) => JSON.parse(text) as Record<string, number>,
      );
    const before = await posts();
    expect(before).toMatchObject({ 'harbour/sea': expect.any(Number) });
    await deliver(nextJob(first, 'withdraw'));
    expect((await posts())['harbour/sea']).toBe(before['harbour/sea']! - 1);
  });

  test('a type that the site lacks, or that the plugin is needed for, is named', async () => {
    await expect(deliver(job(), { options: { postType: 'nowhere' } })).rejects.toThrow(
      'no posts of the type nowhere',
    );
    await switchPlugin(false);
    await expect(deliver(job(), { options: { postType: 'news' } })).rejects.toThrow(
      'posts of the type news need the companion plugin',
    );
    const { notes } = await delivered(job(), { options: { fields: { a: 'url' } } });
    await switchPlugin(true);
    expect(notes).toContain('fields not set: the companion plugin is not active');
  });
});
