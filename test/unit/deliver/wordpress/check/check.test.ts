import { describe, expect, test } from 'vitest';
import {
  PLUGIN_VERSION,
  REPLACE_PLUGIN,
} from '../../../../../src/deliver/wordpress/with-plugin.ts';
import { deliveryInMemory } from '../../../../support/wordpress/delivery-in-memory.ts';

const DRAFT = 'newsrelay connection test';
const open = (options = {}) => deliveryInMemory({ options });
const finding = async (own: ReturnType<typeof open>, what: string, byline?: string) =>
  (await own.check(byline)).find((one) => one.what === what);

test('a site that lacks nothing but the plugin passes each step in turn, and nothing stays on it', async () => {
  const own = open();
  const findings = await own.check('mfnnews');
  expect(findings.map(({ what, result }) => [what, result])).toEqual([
    ['account and role', 'ok'],
    ['companion plugin', 'limited'],
    ['round trip with a draft', 'ok'],
    ['byline', 'ok'],
    ['categories', 'ok'],
    ['pictures', 'ok'],
  ]);
  const told = findings.map(({ message }) => message);
  expect(told[0]).toBe('mfnnews');
  expect(told[1]).toMatch(
    /^not active \(copy wordpress\/newsrelay into wp-content\/plugins\): noindex/,
  );
  expect(told[2]).toMatch(/^draft \d+ made, read back and deleted$/);
  expect(told.slice(3)).toEqual(['mfnnews', 'one made and deleted', 'one uploaded and deleted']);
  expect([own.site.posts, own.site.terms, own.site.media]).toEqual([[], [], []]);
});

test.each([
  [{ categories: { from: 'none' } }, 'categories', false],
  [{ categories: { from: 'none', always: ['News'] } }, 'categories', true],
  [{ categories: { from: 'leaves' } }, 'categories', true],
  [{ featuredImage: false }, 'pictures', false],
])('with %j the step "%s" is made: %s', async (options, what, isMade) => {
  const found = await finding(open(options), what);
  expect(found !== undefined).toBe(isMade);
});

test('without a byline none is tried', async () => {
  expect(await finding(open(), 'byline')).toBeUndefined();
});

describe('a step that comes to less', () => {
  test.each<[string, string, string, number, string, RegExp]>([
    [
      'round trip with a draft',
      'a draft that stays',
      'DELETE /wp/v2/posts',
      403,
      'limited',
      /^draft \d+ made and read back, but not deleted: 403 no$/,
    ],
    [
      'categories',
      'a category that stays',
      'DELETE /wp/v2/categories',
      403,
      'limited',
      new RegExp(`^"${DRAFT}" stays on the site: 403 no$`),
    ],
    [
      'categories',
      'no new category',
      'POST /wp/v2/categories',
      403,
      'limited',
      /^new ones cannot be made: no: because no; articles get those that are there$/,
    ],
    [
      'pictures',
      'a picture that stays',
      'DELETE /wp/v2/media',
      403,
      'limited',
      /^picture \d+ was uploaded, but may not be deleted again$/,
    ],
    [
      'pictures',
      'no picture',
      'POST /wp/v2/media',
      413,
      'limited',
      /^cannot be uploaded \(413 no: because no\); articles go without$/,
    ],
    [
      'round trip with a draft',
      'no draft',
      'POST /wp/v2/posts',
      400,
      'failed',
      /400 no: because no; check what other plugins do to new posts$/,
    ],
  ])('in "%s", for there is %s', async (what, _why, route, status, result, message) => {
    const own = open();
    own.site.refusals = { [route]: { status, code: 'no' } };
    const found = await finding(own, what);
    expect(found).toMatchObject({ what, result });
    expect(found!.message).toMatch(message);
  });

  test('a draft that comes back changed fails', async () => {
    const own = open();
    const push = own.site.posts.push.bind(own.site.posts);
    own.site.posts.push = (...made) =>
      push(...made.map((post) => Object.assign(post, { content: 'Buy soup' })));
    const found = await finding(own, 'round trip with a draft');
    expect(found).toMatchObject({ result: 'failed' });
    expect(found!.message).toMatch(/^draft \d+ came back changed$/);
  });
});

describe('a byline of another account', () => {
  test('that the site knows passes', async () => {
    const own = open();
    own.site.accounts.set('desk', 5);
    expect(await finding(own, 'byline', 'Desk')).toMatchObject({ result: 'ok', message: 'Desk' });
    expect(own.site.posts).toEqual([]);
  });

  test('that it does not know is limited', async () => {
    expect(await finding(open(), 'byline', 'desk')).toMatchObject({
      result: 'limited',
      message: 'no public account "desk": posts as mfnnews',
    });
  });

  test('under which it lets nobody post is limited', async () => {
    const own = open();
    own.site.accounts.set('desk', 5);
    own.site.refuseField('author', 'rest_cannot_edit_others');
    expect(await finding(own, 'byline', 'desk')).toMatchObject({
      result: 'limited',
      message: 'no right to post under another byline: posted under the delivering account',
    });
  });
});

test('what another plugin prints into the answers is told, two hundred characters of it at most', async () => {
  const own = open();
  own.site.noise = `<b>Deprecated</b>: ${'x'.repeat(300)}`;
  const found = await finding(own, 'answers');
  expect(found).toMatchObject({ result: 'limited' });
  const printed = own.site.noise.slice(0, 200);
  expect(found!.message).toBe(
    `another plugin prints into the site's answers: ${printed}; deliveries read past it`,
  );
});

test('a site that has moved is told with its mend alone', async () => {
  const own = open();
  const moved = {
    status: 301,
    headers: { location: 'https://new.example/wp-json/wp/v2/users/me' },
    body: Buffer.from(''),
  };
  const { destination } = deliveryInMemory({ send: () => Promise.resolve(moved) });
  const [first] = await destination.check(own.context);
  expect(first!.message).toMatch(/the site has moved; write url: https:\/\/new\.example$/);
});

test('a probe asks for one post where there is no plugin, and writes nothing', async () => {
  const { site, destination, context } = open();
  await destination.probe(context);
  const [, asked] = site.requests;
  expect(new URL(asked!.url).search).toBe('?context=edit&per_page=1&_fields=id');
  expect(site.written()).toEqual([]);
});

describe('the companion plugin', () => {
  /** A site with a plugin that says this of itself. */
  const withPlugin = async (
    changes: object,
    route: [number, object] = [400, { code: 'rest_missing_callback_param', message: 'x' }],
  ) => {
    const answer = (status: number, value: object) => ({
      status,
      headers: {},
      body: Buffer.from(JSON.stringify(value)),
    });
    const { site } = open();
    const own = deliveryInMemory({
      send: async (request) => {
        if (request.url.endsWith('/newsrelay/v1/status')) {
          const plugin = { version: PLUGIN_VERSION, table: true, locks: true, ...changes };
          return answer(200, plugin);
        }
        return request.url.includes('/newsrelay/v1/articles/')
          ? answer(...route)
          : await site.send(request);
      },
    });
    return await finding(own, 'companion plugin');
  };

  test.each([
    [{}, 'ok', `version ${PLUGIN_VERSION}`],
    [{ table: false }, 'failed', `version ${PLUGIN_VERSION} lacks its table`],
    [{ locks: false }, 'failed', `version ${PLUGIN_VERSION} lacks database locks`],
    [
      { table: false, locks: false },
      'failed',
      `version ${PLUGIN_VERSION} lacks its table and database locks`,
    ],
    [{ version: '1.0.0' }, 'limited', `version 1.0.0; ${REPLACE_PLUGIN}`],
  ])('that says %j is %s', async (changes, result, message) => {
    expect(await withPlugin(changes)).toMatchObject({ result, message });
  });

  test('that takes no deliveries is failed', async () => {
    expect(await withPlugin({}, [500, { code: 'internal', message: 'x' }])).toMatchObject({
      result: 'failed',
      message: expect.stringMatching(/; deactivate it and activate it again$/),
    });
  });
});
