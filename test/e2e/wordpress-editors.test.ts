import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSend } from '../../src/http/send.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { png, pictureServer, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress editors skipped: this machine has no ${missing}`);

let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, deliver, delivered, php } = siteUnderTest(() => wordpress, send);

/** What an editor does to post ID, and the value by which one sees whether it stays. */
interface Action {
  name: string;
  does: string;
  shows: string;
  /** Whether it stays by default, and with `editorChanges: overwrite`. */
  stays: readonly [keep: boolean, overwrite: boolean];
  /** Nothing of an update applies to such a post. */
  isLeftAlone?: boolean;
}

const update = (fields: string) => `wp_update_post(['ID' => ID, ${fields}]);`;
const field = (name: string) => `get_post(ID)->${name}`;
const categories = `implode(',', wp_get_object_terms(ID, 'category', ['fields' => 'names']))`;
const thumbnail = '(int) get_post_thumbnail_id(ID)';
const attachment = `wp_insert_attachment(['post_title' => 'Ours', 'post_mime_type' => 'image/png'], 'ours.png')`;
const aCategory = (name: string) => `wp_create_category('${name}')`;
const asAdmin = "wp_set_current_user(1); require_once ABSPATH . 'wp-admin/includes/admin.php';";

const THEIRS = [true, false] as const;
const ALWAYS = [true, true] as const;
const NEVER = [false, false] as const;

const ACTIONS: readonly Action[] = [
  {
    name: 'writes another title',
    does: update("'post_title' => 'Ours'"),
    shows: field('post_title'),
    stays: THEIRS,
  },
  {
    name: 'corrects the text',
    does: update("'post_content' => get_post(ID)->post_content . '<p>Ours.</p>'"),
    shows: field('post_content'),
    stays: THEIRS,
  },
  {
    name: 'writes the text anew',
    does: update("'post_content' => '<p>Ours.</p>'"),
    shows: field('post_content'),
    stays: THEIRS,
  },
  {
    name: 'empties the text',
    does: update("'post_content' => ''"),
    shows: field('post_content'),
    stays: THEIRS,
  },
  {
    name: 'writes another excerpt',
    does: update("'post_excerpt' => 'Ours'"),
    shows: field('post_excerpt'),
    stays: THEIRS,
  },
  {
    name: 'takes the excerpt away',
    does: update("'post_excerpt' => ''"),
    shows: field('post_excerpt'),
    stays: THEIRS,
  },
  {
    name: 'sets a picture of the site',
    does: `set_post_thumbnail(ID, ${attachment});`,
    shows: thumbnail,
    stays: THEIRS,
  },
  {
    name: 'takes the picture away',
    does: 'delete_post_thumbnail(ID);',
    shows: thumbnail,
    stays: THEIRS,
  },
  {
    name: 'adds a category',
    does: `wp_set_post_categories(ID, [${aCategory('Extra')}], true);`,
    shows: categories,
    stays: THEIRS,
  },
  {
    name: 'chooses other categories',
    does: `wp_set_post_categories(ID, [${aCategory('Desk')}]);`,
    shows: categories,
    stays: THEIRS,
  },
  {
    name: 'gives it to another author',
    does: update("'post_author' => 1"),
    shows: field('post_author'),
    stays: THEIRS,
  },
  {
    name: 'dates it back',
    does: update(
      "'post_date' => '2020-01-02 03:04:05', 'post_date_gmt' => '2020-01-02 03:04:05', 'edit_date' => true",
    ),
    shows: field('post_date_gmt'),
    stays: THEIRS,
  },
  {
    name: 'restores a revision',
    does: `${update("'post_content' => '<p>Ours.</p>'")} ${update("'post_content' => '<p>Later.</p>'")} foreach (wp_get_post_revisions(ID) as $r) if ('<p>Ours.</p>' === $r->post_content) wp_restore_post_revision($r->ID);`,
    shows: field('post_content'),
    stays: THEIRS,
  },
  {
    name: 'renames it by quick edit',
    does: `${asAdmin} ${update("'post_title' => 'Quick', 'post_category' => [1]")}`,
    shows: field('post_title'),
    stays: THEIRS,
  },
  {
    name: 'adds a category by bulk edit',
    does: `${asAdmin} bulk_edit_posts(['post' => [ID], 'post_type' => 'post', '_status' => -1, 'post_category' => [${aCategory('Bulk')}]]);`,
    shows: categories,
    stays: THEIRS,
  },
  {
    name: 'schedules it',
    does: update(
      "'post_status' => 'future', 'post_date' => '2031-12-24 18:00:00', 'post_date_gmt' => '2031-12-24 10:00:00', 'edit_date' => true",
    ),
    shows: `${field('post_status')} . ${field('post_date_gmt')}`,
    stays: ALWAYS,
  },
  {
    name: 'makes it a draft',
    does: update("'post_status' => 'draft'"),
    shows: field('post_status'),
    stays: ALWAYS,
  },
  {
    name: 'makes it private',
    does: update("'post_status' => 'private'"),
    shows: field('post_status'),
    stays: ALWAYS,
  },
  {
    name: 'sends it back for review',
    does: update("'post_status' => 'pending'"),
    shows: field('post_status'),
    stays: ALWAYS,
  },
  {
    name: 'gives it a password',
    does: update("'post_password' => 'quay'"),
    shows: field('post_password'),
    stays: ALWAYS,
  },
  {
    name: 'chooses another address',
    does: update("'post_name' => 'our-own-' . ID"),
    shows: field('post_name'),
    stays: ALWAYS,
  },
  { name: 'makes it sticky', does: 'stick_post(ID);', shows: '(int) is_sticky(ID)', stays: ALWAYS },
  {
    name: 'opens its comments',
    does: update("'comment_status' => 'open'"),
    shows: field('comment_status'),
    stays: ALWAYS,
  },
  {
    name: 'opens it for pings',
    does: update("'ping_status' => 'open'"),
    shows: field('ping_status'),
    stays: ALWAYS,
  },
  {
    name: 'chooses a format',
    does: "set_post_format(ID, 'aside');",
    shows: 'get_post_format(ID)',
    stays: ALWAYS,
  },
  {
    name: 'adds a field of the site',
    does: "update_post_meta(ID, 'desk', 'x');",
    shows: "get_post_meta(ID, 'desk', true)",
    stays: ALWAYS,
  },
  {
    name: 'chooses a template',
    does: "update_post_meta(ID, '_wp_page_template', 'wide');",
    shows: "get_post_meta(ID, '_wp_page_template', true)",
    stays: ALWAYS,
  },
  {
    name: 'adds tags',
    does: "wp_set_post_tags(ID, 'ours', true);",
    shows: "implode(',', wp_get_post_tags(ID, ['fields' => 'names']))",
    stays: ALWAYS,
  },
  {
    name: 'puts it in the trash',
    does: 'wp_trash_post(ID);',
    shows: field('post_status'),
    stays: ALWAYS,
    isLeftAlone: true,
  },
  {
    name: 'restores it from the trash',
    does: 'wp_trash_post(ID); wp_untrash_post(ID);',
    shows: field('post_status'),
    stays: ALWAYS,
  },
  {
    name: 'deletes it for good',
    does: 'wp_delete_post(ID, true);',
    shows: "get_post_status(ID) ?: 'gone'",
    stays: ALWAYS,
    isLeftAlone: true,
  },
  {
    name: 'stops its updates',
    does: "update_post_meta(ID, '_newsrelay_stopped', '1');",
    shows: field('post_title'),
    stays: ALWAYS,
    isLeftAlone: true,
  },
  {
    name: 'stops its updates and resumes them',
    does: "update_post_meta(ID, '_newsrelay_stopped', '1'); delete_post_meta(ID, '_newsrelay_stopped');",
    shows: field('post_title'),
    stays: NEVER,
  },
  {
    name: 'saves it as it is',
    does: `${asAdmin} ${update("'post_status' => get_post_status(ID)")}`,
    shows: field('post_title'),
    stays: NEVER,
  },
  {
    name: 'writes a title and takes it back',
    does: `$was = get_post(ID)->post_title; ${update("'post_title' => 'Ours'")} wp_update_post(wp_slash(['ID' => ID, 'post_title' => $was]));`,
    shows: field('post_title'),
    stays: NEVER,
  },
];

describe.skipIf(missing !== '')('an editor who', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterAll(() => wordpress?.close());

  const { fetch } = pictureServer(() => ({ status: 200, body: png(1) }));
  const images = [{ url: 'https://harbour.example/ferry.png' }];
  const moved = [{ url: 'https://harbour.example/other.png' }];
  const rows = ACTIONS.flatMap((action) => [
    { ...action, editorChanges: 'keep', isKept: action.stays[0] },
    { ...action, editorChanges: 'overwrite', isKept: action.stays[1] },
  ]);

  test.each(rows)('$name finds it kept by editorChanges: $editorChanges: $isKept', async (row) => {
    const { does, shows, isKept, isLeftAlone = false, editorChanges } = row;
    const categoriesOfLeaves = { from: 'leaves' };
    const options = { editorChanges, categories: categoriesOfLeaves };
    const first = job({ images });
    const { remoteId } = await delivered(first, { options, fetch });
    const run = (code: string) =>
      php(
        `require_once ABSPATH . 'wp-admin/includes/taxonomy.php'; ${code.replaceAll(/(?<!->)\bID\b(?!')/g, remoteId)}`,
      );
    const shown = () => run(`echo ${shows};`);
    await run(does);
    const theirs = await shown();

    const second = nextJob(first, 'update', {
      title: 'The source’s new title',
      summary: 'The source’s new summary.',
      paragraphs: [{ kind: 'p', text: 'The source’s new text.' }],
      taxonomy: ['harbour/other'],
      publishedAt: '2026-11-19T01:02:03.000Z',
      images: moved,
    });
    const outcome = await deliver(second, { options, fetch });
    expect(outcome.kind).toBe(isLeftAlone ? 'refused' : 'delivered');
    expect((await shown()) === theirs).toBe(isKept);

    const after = await shown();
    // The same once more, and then by another config.
    await deliver(second, { options, fetch });
    expect(await shown()).toBe(after);
    const other = { ...options, tags: { from: 'taxonomy', max: 1 }, status: 'draft' };
    const isOfTags = shows.includes('tags');
    await deliver(second, { options: other, fetch });
    expect((await shown()) === after || (isOfTags && editorChanges === 'overwrite')).toBe(true);

    await deliver(nextJob(second, 'withdraw'), { options, fetch });
    const left = await run(
      `$p = get_post(ID); echo $p ? get_post_status(ID) . ' ' . $p->post_content : 'gone';`,
    );
    expect(left).toMatch(/^(?:draft|trash|gone) ?$/);
  });

  test('is told in the outcome what was kept, and the rest follows the source', async () => {
    const first = job();
    const { remoteId } = await delivered(first);
    await php(
      `wp_update_post(['ID' => ${remoteId}, 'post_title' => 'Ours', 'post_excerpt' => 'Ours too']);`,
    );
    const changes = {
      title: 'Theirs',
      paragraphs: [{ kind: 'p' as const, text: 'The new text.' }],
    };
    const { notes } = await delivered(nextJob(first, 'update', changes));
    expect(notes).toEqual(['kept as edited on the site: title, excerpt']);
    expect(await php(`echo get_post(${remoteId})->post_content;`)).toContain('The new text.');
    expect(await php(`echo Newsrelay\\state_of(${remoteId});`)).toBe('edited here');
  });

  test('sees source and state in the list, filters by source, and stops updates there', async () => {
    const { remoteId } = await delivered(job({ source: 'Tide Table' }));
    const admin = (code: string) =>
      php(
        `define('WP_ADMIN', true); ${asAdmin} set_current_screen('edit-post'); do_action('init'); ${code}`,
      );
    expect(
      await admin(`do_action('manage_post_posts_custom_column', 'newsrelay', ${remoteId});`),
    ).toBe('follows its source');
    expect(
      await admin(
        `echo implode(',', wp_list_pluck((new WP_Query(['tax_query' => [['taxonomy' => 'newsrelay_source', 'field' => 'name', 'terms' => 'Tide Table']], 'post_status' => 'any']))->posts, 'ID'));`,
      ),
    ).toBe(remoteId);
    expect(await admin(`do_action('restrict_manage_posts', 'post');`)).toContain('Tide Table');
    const actions = await admin(
      `echo implode(apply_filters('post_row_actions', [], get_post(${remoteId})));`,
    );
    expect(actions).toContain('Stop updates');
    expect(await admin(`echo Newsrelay\\notice_of(${remoteId});`)).toContain('From Tide Table');
  });

  test('finds deliveries, counts and settings on a page of the admin', async () => {
    const html = await php(
      `define('WP_ADMIN', true); ${asAdmin} do_action('admin_init'); Newsrelay\\print_page();`,
    );
    expect(html).toContain('Last delivery');
    expect(html).toContain('name="newsrelay_settings[withdrawn]"');
    const health = await php(
      `echo json_encode(apply_filters('site_status_tests', ['direct' => []])['direct']['newsrelay']['test']());`,
    );
    expect(JSON.parse(health)).toMatchObject({ status: 'good' });
  });
});
