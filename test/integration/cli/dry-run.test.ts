import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newsrelay, workplace } from '../../support/commands/command.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { freePort } from '../../support/redis/own-redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const [pier, wharf] = [1, 2].map((index) => inventedArticle(71, index)) as [
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
];

const configFor = async ({ url }: NewsSite): Promise<object> => ({
  redis: { url: `redis://127.0.0.1:${await freePort()}` },
  http: {
    userAgent: 'newsrelay-test/1.0 (+https://aggregator.test/bot)',
    allowPrivateAddresses: ['127.0.0.0/8'],
    allowPorts: [Number(new URL(url).port)],
    perHost: { concurrency: 1, spacing: '10ms' },
  },
  sources: [
    {
      id: 'harbour',
      name: 'Harbour',
      feeds: [`${url}/feed.xml`],
      filter: [{ drop: { title: 'pier 2' } }],
    },
    { id: 'broken', name: 'Broken', feeds: [`${url}/none.xml`] },
  ],
  destinations: [
    { type: 'queue', name: 'republish' },
    { type: 'directory', name: 'archive', path: './archive', sources: ['broken'] },
  ],
});

test('a dry run needs no Redis, says what would be enqueued, held and left out, and leaves no file behind', async () => {
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [pier, wharf]) });
  for (const one of [pier, wharf]) site.pages.set(one.path, { body: articlePage(one) });
  await using place = await workplace();
  const config = await place.write('newsrelay.yaml', await configFor(site));
  const run = async (...args: string[]) =>
    await newsrelay(['--config', config, 'poll', '--dry-run', ...args]);
  const told = await run();
  expect(told.stdout).toContain(
    `harbour: publish (excerpt) to republish: ${pier.title}, ${site.url}${pier.path}`,
  );
  expect(told.stdout).toContain(
    '    not to archive: destinations[1] (archive).sources: none of broken',
  );
  expect(told.stdout).toContain(`harbour: filtered: ${wharf.title}`);
  expect(told.stdout).toContain('    sources[0] (harbour).filter[0]: drop title: pier 2');
  expect(told.stdout).toMatch(/^broken +failed/m);
  expect(told.stdout).toContain('nothing was written or sent');
  expect(told.status).toBe(1);
  const json = await run('--json', '--source', 'harbour');
  expect(json.status).toBe(0);
  const lines = json.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { sourceId: 'harbour', outcome: 'enqueued', action: 'publish', mode: 'excerpt' },
    { sourceId: 'harbour', outcome: 'filtered', rule: 'sources[0] (harbour).filter[0]' },
  ]);
  expect(await readdir(place.folder)).toEqual(['newsrelay.yaml']);
});
