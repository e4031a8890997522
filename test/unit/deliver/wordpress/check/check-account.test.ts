import { describe, expect, test } from 'vitest';
import { deliveryInMemory } from '../../../../support/wordpress/delivery-in-memory.ts';

const open = (options = {}) => deliveryInMemory({ options });
const finding = async (own: ReturnType<typeof open>, what: string) =>
  (await own.check()).find((one) => one.what === what);

describe('the account', () => {
  const ROLE = 'give it the role newsrelay, which the plugin brings, or';
  test.each(['edit_posts', 'publish_posts', 'edit_published_posts'])(
    'that may not %s fails',
    async (right) => {
      const own = open();
      own.site.capabilities = own.site.capabilities.filter((name) => name !== right);
      expect(await finding(own, 'account and role')).toEqual({
        what: 'account and role',
        result: 'failed',
        message: `mfnnews may not: ${right}; ${ROLE} Author`,
      });
    },
  );

  test.each([
    'unfiltered_html',
    'unfiltered_upload',
    'manage_options',
    'edit_users',
    'create_users',
    'promote_users',
    'delete_users',
    'install_plugins',
    'activate_plugins',
    'edit_plugins',
    'edit_themes',
    'edit_theme_options',
    'edit_files',
    'import',
    'export',
  ])('that may %s may too much', async (right) => {
    const own = open();
    own.site.capabilities.push(right);
    expect(await finding(own, 'account and role')).toMatchObject({
      result: 'failed',
      message: `mfnnews may do more than deliveries need: ${right}; ${ROLE} another without these`,
    });
  });

  test.each([
    ['manage_categories', {}, 'cannot create categories (manage_categories)'],
    ['upload_files', {}, 'cannot upload pictures (upload_files)'],
    [
      'edit_others_posts',
      {},
      'cannot post under another byline or see what others put in the trash (edit_others_posts)',
    ],
  ])('without %s is limited', async (right, options, message) => {
    const own = open(options);
    own.site.capabilities = own.site.capabilities.filter((name) => name !== right);
    expect(await finding(own, 'account and role')).toMatchObject({
      result: 'limited',
      message: `mfnnews ${message}`,
    });
  });

  test.each([
    ['manage_categories', { categories: { from: 'none' } }],
    ['upload_files', { featuredImage: false }],
  ])('needs no %s with %j', async (right, options) => {
    const own = open(options);
    own.site.capabilities = own.site.capabilities.filter((name) => name !== right);
    expect(await finding(own, 'account and role')).toMatchObject({ result: 'ok' });
  });

  test.each([
    ['http://aggregator.example', 'limited'],
    ['http://localhost', 'ok'],
    ['http://127.0.0.1:8080', 'ok'],
    ['http://[::1]', 'ok'],
    ['http://localhost.example', 'limited'],
    ['https://aggregator.example', 'ok'],
  ])('of a site at %s is %s', async (url, result) => {
    expect(await finding(open({ url }), 'account and role')).toMatchObject({ result });
  });

  test.each([403, 404])(
    'of a site that hides its accounts by %i is tried below',
    async (status) => {
      const own = open();
      own.site.refusals = { 'GET /wp/v2/users/me': { status, code: 'rest_hidden' } };
      const [first, ...others] = await own.check();
      expect(first).toMatchObject({
        result: 'limited',
        message: `the site hides its accounts (${status} rest_hidden); what this one may do is tried below`,
      });
      expect(others.length).toBeGreaterThan(2);
    },
  );

  test('that is not let in fails, with where its password is made, and nothing else is tried', async () => {
    const own = open();
    own.site.refusals = { 'GET /wp/v2/users/me': { status: 401, code: 'incorrect_password' } };
    const findings = await own.check('mfnnews');
    expect(findings).toMatchObject([{ what: 'account and role', result: 'failed' }]);
    expect(findings[0]!.message).toMatch(
      /incorrect_password.*; check url, username and password \(an application password, see Users → Profile → Application Passwords\)$/,
    );
  });
});
