import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleId } from '../support/records/republish-job.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';
import type { Account } from '../support/wordpress/template.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress tests skipped: this machine has no ${missing}`);

const ROLES = ['subscriber', 'contributor', 'author', 'editor', 'administrator', 'newsrelay'];
let wordpress: Wordpress;
let accounts: Record<string, Account>;

const json = async <T>(code: string): Promise<T> => JSON.parse(await wordpress.php(code)) as T;

/** Accounts of every role, made in the site; `publisher` is of the role that the plugin brings. */
const madeAccounts = (roles: string[]) =>
  json<Record<string, Account>>(`
    $made = [];
    foreach (${JSON.stringify(roles).replaceAll('"', "'")} as $role) {
      $id = wp_insert_user(['user_login' => "a_$role", 'user_pass' => wp_generate_password(24), 'user_email' => "$role@example.invalid", 'role' => $role]);
      [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'test']);
      $made[$role] = ['username' => "a_$role", 'password' => $password];
    }
    echo json_encode($made);`);

const NOW_MS = Date.now();
const delivery = (changes: object = {}) => ({
  action: 'publish',
  revision: NOW_MS,
  hash: 'a'.repeat(64),
  byline: 'a_newsrelay',
  categories: ['Harbour'],
  tags: [],
  post: { title: 'Ferry', content: '<p>Text.</p>', excerpt: '', slug: 'ferry', status: 'publish' },
  page: { canonical: null, noindex: true },
  ...changes,
});

async function ask(method: string, path: string, account?: Account, body?: object) {
  const login =
    account && Buffer.from(`${account.username}:${account.password}`).toString('base64');
  const response = await fetch(`${wordpress.url}/wp-json/newsrelay/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(login ? { authorization: `Basic ${login}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const put = (id: string, account: Account | undefined, changes: object = {}) =>
  ask('PUT', `/articles/${id}`, account, delivery(changes));

const rowOf = (id: string) =>
  json<{ post_id: string; revision: string } | null>(
    `global $wpdb; echo json_encode($wpdb->get_row("SELECT * FROM {$wpdb->prefix}newsrelay_articles WHERE article_id = '${id}'"));`,
  );
const termCount = (name: string) =>
  wordpress.php(`echo term_exists('${name}', 'category') ? 1 : 0;`);

/** A post that somebody wrote by hand, with a mark as newsrelay leaves it. */
const marked = (role: string, id: string, revision: number) =>
  wordpress.php(`
    $content = '<p>Mine.</p><!-- newsrelay ${id} ${revision} ${'b'.repeat(64)} live -->';
    $id = wp_insert_post(['post_title' => 'Mine', 'post_status' => 'publish', 'post_content' => $content, 'post_author' => get_user_by('login', 'a_${role}')->ID]);
    echo $id;`);

describe.skipIf(missing !== '')('the companion plugin', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
    accounts = await madeAccounts(ROLES.slice(0, 5));
  }, 120_000);
  afterAll(() => wordpress?.close());

  describe('before an account has its role', () => {
    const id = articleId(900);

    test('lets in whoever may publish, as it always did', async () => {
      const { status, body } = await put(id, accounts['editor']);
      expect([status, body['kind']]).toEqual([200, 'delivered']);
    });

    test.each(['publish', 'update', 'withdraw'])(
      'keeps an Author from a post of others on the way of a %s',
      async (action) => {
        const before = await rowOf(id);
        for (const revision of [NOW_MS - 1, NOW_MS, NOW_MS + 1_000]) {
          for (const hash of ['a', 'c']) {
            // oxlint-disable-next-line no-await-in-loop -- each way by itself
            const { status } = await put(id, accounts['author'], {
              action,
              revision,
              hash: hash.repeat(64),
              categories: ['Stolen'],
            });
            expect(status).toBe(403);
          }
        }
        expect(await rowOf(id)).toEqual(before);
        expect(await termCount('Stolen')).toBe('0');
      },
    );

    test.each([undefined, 'subscriber', 'contributor'])('shuts out %s', async (role) => {
      const account = role === undefined ? undefined : accounts[role];
      expect([401, 403]).toContain((await put(articleId(901), account)).status);
      expect([401, 403]).toContain((await ask('GET', '/status', account)).status);
      expect(await rowOf(articleId(901))).toBeNull();
    });
  });

  describe('once an account has its role', () => {
    beforeAll(async () => Object.assign(accounts, await madeAccounts(['newsrelay'])));

    test('that account delivers, with categories, under the byline, and withdraws', async () => {
      const id = articleId(902);
      const account = accounts['newsrelay'];
      expect(await put(id, account)).toMatchObject({
        status: 200,
        body: { kind: 'delivered', notes: [] },
      });
      const withdrawal = { action: 'withdraw', revision: NOW_MS + 1, hash: 'd'.repeat(64) };
      expect((await put(id, account, withdrawal)).body).toMatchObject({ kind: 'withdrawn' });
      expect((await ask('GET', '/status', account)).status).toBe(200);
    });

    test.each([undefined, 'subscriber', 'contributor', 'author', 'editor', 'administrator'])(
      'nobody else calls a route: %s',
      async (role) => {
        const account = role === undefined ? undefined : accounts[role];
        const id = articleId(903);
        expect([401, 403]).toContain((await put(id, account)).status);
        expect([401, 403]).toContain((await ask('GET', '/status', account)).status);
        expect(await rowOf(id)).toBeNull();
      },
    );

    test('a password of another site opens nothing', async () => {
      const stranger = { username: 'a_newsrelay', password: 'abcd EFGH 1234 ijkl MNOP 5678' };
      expect((await put(articleId(904), stranger)).status).toBe(401);
    });

    test('the role may not post scripts', async () => {
      const capabilities = await json<Record<string, boolean>>(
        `echo json_encode(get_role('newsrelay')->capabilities);`,
      );
      expect(Object.keys(capabilities)).not.toContain('unfiltered_html');
      expect(Object.keys(capabilities)).not.toContain('manage_options');
    });

    test('a revision further ahead than a day is refused, and leaves nothing behind', async () => {
      const id = articleId(905);
      const ahead = { revision: NOW_MS + 3 * 86_400_000 };
      expect(await put(id, accounts['newsrelay'], ahead)).toMatchObject({
        status: 409,
        body: { code: 'newsrelay_revision' },
      });
      expect(await rowOf(id)).toBeNull();
    });

    test('a mark in a post of a stranger is not believed, nor emptied by a withdrawal', async () => {
      const id = articleId(906);
      const planted = await marked('contributor', id, NOW_MS + 50_000);
      const { body } = await put(id, accounts['newsrelay']);
      expect(body).toMatchObject({ kind: 'delivered' });
      expect(String(body['postId'])).not.toBe(planted);
      await put(id, accounts['newsrelay'], {
        action: 'withdraw',
        revision: NOW_MS + 1,
        hash: 'e'.repeat(64),
      });
      expect(await wordpress.php(`echo get_post(${planted})->post_content;`)).toContain('Mine.');
    });

    test('a mark that an Editor’s post bears is believed', async () => {
      const id = articleId(907);
      const own = await marked('editor', id, NOW_MS - 5_000);
      const withdrawal = { action: 'withdraw', hash: 'f'.repeat(64) };
      await put(id, accounts['newsrelay'], withdrawal);
      expect(await wordpress.php(`echo get_post(${own})->post_content;`)).not.toContain('Mine.');
    });
  });
});
