import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { freePort } from '../../support/redis/own-redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const stories = [1, 2, 3].map((index) => inventedArticle(44, index));
const secrets = [`whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`];

async function open(destinations: (dataDir: string) => object[] = () => []) {
  const pages = stories.map((story) => [story.path, { body: articlePage(story) }] as const);
  const site = await serveNewsSite(Object.fromEntries(pages));
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  return await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`] }],
    destinations: [{ type: 'directory', name: 'archive', path: 'archive' }, ...destinations('')],
  });
}

async function files(dataDir: string): Promise<number> {
  const found = await readdir(join(dataDir, 'archive'), { recursive: true }).catch(() => []);
  return found.filter((name) => name.endsWith('.json')).length;
}

test('a pass delivers what it found, so that cron alone is enough', async () => {
  await using own = await open();
  expect(await own.run(['poll'])).toMatchObject({ status: 0 });
  expect(await files(own.dataDir)).toBe(stories.length);
});

test('with --no-deliver a pass says what waits, and for whom', async () => {
  await using own = await open();
  const { status, out } = await own.run(['poll', '--no-deliver']);
  expect({ status, files: await files(own.dataDir) }).toEqual({ status: 0, files: 0 });
  expect(out).toContain('archive: 3 jobs wait for `newsrelay run --only deliver`');
  await own.run(['poll']);
  expect(await files(own.dataDir)).toBe(stories.length);
});

test('a destination that is down is named with its cause and what waits, and holds up no other', async () => {
  const url = `http://127.0.0.1:${await freePort()}/hook`;
  await using own = await open(() => [{ type: 'webhook', name: 'partner', url, secrets }]);
  const { status, out } = await own.run(['poll']);
  expect(status).toBe(1);
  expect(out).toMatch(/partner: is down since .*: .*; 3 jobs wait/);
  expect(await files(own.dataDir)).toBe(stories.length);
  const [first] = JSON.parse((await own.run(['articles', '--json'])).out) as { id: string }[];
  const explained = (await own.run(['explain', first!.id])).out.trimEnd().split('\n');
  expect(explained[3]).toMatch(
    /^ {2}was sent to the site, revision \d+; still to be taken: .*deliver-partner \((?:delayed|waiting)\)/,
  );
  expect(explained.at(-1)).toMatch(/^partner is down since 20.*, next try 20.*: /);
});

test('what a destination gets later, or so many an hour, waits as planned, and is no failure of the pass', async () => {
  await using own = await open(() => [
    { type: 'directory', name: 'later', path: 'later', delay: '1h' },
    { type: 'directory', name: 'slow', path: 'slow', maxPerHour: 2 },
  ]);
  const { status, out } = await own.run(['poll']);
  expect(status).toBe(0);
  expect(out).toContain('later: 3 jobs wait as planned, by delay or maxPerHour');
  expect(out).toContain('slow: 2 jobs wait as planned, by delay or maxPerHour');
  expect(await files(own.dataDir)).toBe(stories.length);
  const [first] = JSON.parse((await own.run(['articles', '--json'])).out) as { id: string }[];
  const routed = await own.run(['route', first!.id]);
  expect(routed.out).toMatch(/^later +yes .*goes out at 20/m);
});
