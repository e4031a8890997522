import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { commandsWith, type Commands } from '../../support/commands/commands.ts';
import { freePort } from '../../support/redis/own-redis.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]();
});

async function commands(destinations: object[]): Promise<Commands> {
  const sources = [{ id: 'harbour', name: 'Harbour', feeds: ['https://harbour.example/feed'] }];
  const own = await commandsWith({ sources, destinations });
  open.push(own);
  return own;
}

test('a webhook is sent a signed test message that says it is one', async () => {
  const receiver = await startReceiver(() => ({ status: 204 }));
  const own = await commands([
    { type: 'webhook', name: 'hook', url: receiver.url, secrets: [secret] },
  ]);
  const { status, out } = await own.run(['deliver', '--test', 'hook']);
  await receiver.close();
  expect({ status, out }).toEqual({ status: 0, out: 'ok  signed test message  answered 204\n' });
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
  expect(new Webhook(secret).verify(body, headers)).toEqual({ schema: 'newsrelay.test/1' });
});

test.each([
  ['that refuses', { status: 401, body: 'no such customer' }, /answered 401 no such customer/],
  ['that asks to wait', { status: 302, headers: { location: '/elsewhere' } }, /redirects to/],
])('a webhook %s fails with what it answered', async (_what, answer, expected) => {
  const receiver = await startReceiver(() => answer);
  const own = await commands([
    { type: 'webhook', name: 'hook', url: receiver.url, secrets: [secret] },
  ]);
  const { status, out } = await own.run(['deliver', '--test', 'hook', '--json']);
  await receiver.close();
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual([
    { what: 'signed test message', result: 'failed', message: expect.stringMatching(expected) },
  ]);
});

test('a site that is not there fails with what to look at', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const own = await commands([
    { type: 'wordpress', name: 'blog', url, username: 'newsrelay', password: 'abcd efgh' },
    { type: 'webhook', name: 'hook', url, secrets: [secret] },
  ]);
  const blog = await own.run(['deliver', '--test', 'blog']);
  expect(blog).toMatchObject({ status: 1 });
  expect(blog.out).toMatch(/^failed +account and role .*; check url, username and password/);
  expect((await own.run(['deliver', '--test', 'hook'])).out).toMatch(/^failed +connection /);
});

test('folders are written to, and nothing stays behind', async () => {
  const own = await commands([
    { type: 'directory', name: 'files', path: 'files' },
    {
      type: 'feed',
      name: 'feeds',
      path: 'feeds',
      url: 'https://aggregator.example/',
      title: 'All',
    },
  ]);
  expect(await own.run(['deliver', '--test', 'files'])).toMatchObject({ status: 0 });
  expect(await readdir(join(own.dataDir, 'files'))).toEqual([]);
  expect(await own.run(['deliver', '--test', 'feeds'])).toMatchObject({ status: 0 });
  expect(await readdir(join(own.dataDir, 'feeds'))).toEqual([]);
  expect(await own.run(['deliver', '--test', 'feed'])).toMatchObject({
    status: 2,
    err: 'no destination to deliver to is called feed; there are files, feeds\n',
  });
});
