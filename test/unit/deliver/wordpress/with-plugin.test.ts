import { expect, test } from 'vitest';
import type { Rest } from '../../../../src/deliver/wordpress/client.ts';
import type { PostJob } from '../../../../src/deliver/wordpress/post.ts';
import { deliverWithPlugin, pluginStatus } from '../../../../src/deliver/wordpress/with-plugin.ts';

const job = { title: 'Ferry late' } as unknown as PostJob;

/** A plugin that answers like this, and what it was asked. */
function plugin(reply: object) {
  const asked: object[] = [];
  const rest = (async (request: object) => {
    asked.push(request);
    return reply;
  }) as unknown as Rest;
  return { rest, asked };
}

const delivered = (value: object) =>
  deliverWithPlugin(plugin({ kind: 'ok', value }).rest, 'a-1', job);

test.each<[object, object]>([
  [
    { kind: 'delivered', postId: 7, notes: ['x'] },
    { kind: 'delivered', remoteId: '7', notes: ['x'] },
  ],
  [
    { kind: 'unchanged', postId: 7 },
    { kind: 'unchanged', remoteId: '7' },
  ],
  [
    { kind: 'superseded', postId: 7, heldRevision: 9 },
    { kind: 'superseded', heldRevision: 9 },
  ],
  [
    { kind: 'withdrawn', postId: 7 },
    { kind: 'withdrawn', remoteId: '7' },
  ],
  [
    { kind: 'withdrawn', postId: 0 },
    { kind: 'withdrawn', remoteId: '' },
  ],
  [
    { kind: 'withdrawn', postId: 1, notes: [] },
    { kind: 'withdrawn', remoteId: '1' },
  ],
  [
    { kind: 'withdrawn', postId: 7, notes: ['a picture stays'] },
    { kind: 'withdrawn', remoteId: '7', notes: ['a picture stays'] },
  ],
  [
    { kind: 'refused', postId: 7, reason: 'stopped' },
    {
      kind: 'refused',
      code: 'stopped-on-site',
      message: 'updates of post 7 were stopped on the site',
    },
  ],
])('what the plugin answers, %j, is the outcome %j', async (answer, outcome) => {
  expect(await delivered(answer)).toEqual(outcome);
});

test('a post that a person removed stays removed, in other words than one that was stopped', async () => {
  const removed = await delivered({ kind: 'refused', postId: 7 });
  expect(removed).toMatchObject({ kind: 'refused' });
  expect(removed).not.toMatchObject({ code: 'stopped-on-site' });
});

test('an article is one request, which a site without the plugin has no route for', async () => {
  const { rest, asked } = plugin({ kind: 'error', code: 'rest_no_route', message: 'none' });
  expect(await deliverWithPlugin(rest, 'a-1', job)).toBeUndefined();
  expect(asked).toMatchObject([{ method: 'PUT', path: '/newsrelay/v1/articles/a-1', json: job }]);
  expect(await pluginStatus(rest)).toBeUndefined();
});

test('a plugin that does not understand what it is sent is to be replaced, and nothing is lost', async () => {
  const { rest } = plugin({ kind: 'error', code: 'rest_invalid_param', message: 'bad: title' });
  await expect(deliverWithPlugin(rest, 'a-1', job)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(
      /^the companion plugin does not understand this newsrelay \(bad: title\); copy wordpress\/newsrelay of version \d/,
    ),
  });
});
