import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const horoscope = { ...inventedArticle(29, 1), title: 'Your horoscope for the week' };
const ferry = { ...inventedArticle(29, 2), title: 'Ferry line stays' };

test('an operator sees what changed rules would do, does it, and reads why by explain and in the table', async () => {
  const news = await serveNewsSite();
  news.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(news.url, [horoscope, ferry]) });
  for (const story of [horoscope, ferry]) news.pages.set(story.path, { body: articlePage(story) });
  const source = { id: 'harbour', name: 'Harbour', feeds: [`${news.url}/feed.xml`], recheck: [] };
  const config = (rules: object) => ({
    http: loopbackHttp(news.url),
    defaults: { minConfidence: 0 },
    sources: [{ ...source, ...rules }],
  });
  await using own = await commandsBeside(news, config({}));
  await own.run(['poll', '--force']);
  const changed = config({ filter: [{ drop: { title: 'horoscope' } }] });
  const file = join(own.dataDir, 'newsrelay.yaml');
  await writeFile(file, JSON.stringify({ dataDir: own.dataDir, ...changed }));
  const names = async () => (await waitingJobs(own.redisUrl, 'newsrelay')).map(({ name }) => name);

  const dry = await own.run(['reapply', '--dry-run']);
  expect(dry).toMatchObject({ status: 0, err: 'nothing was changed; without --dry-run it is\n' });
  expect(dry.out).toContain(`withdraw  ${news.url}${horoscope.path}`);
  expect(await names()).toEqual(['publish', 'publish']);

  const real = await own.run(['reapply', '--json', '--source', 'harbour']);
  expect(JSON.parse(real.out)).toMatchObject({
    dryRun: false,
    sources: [{ sourceId: 'harbour', looked: 2, withdraw: 1, update: 0 }],
    consequences: [{ kind: 'withdraw', reason: expect.stringContaining('filter[0]') }],
  });
  expect(await names()).toContain('withdraw');
  const explained = await own.run(['explain', `${news.url}${horoscope.path}`]);
  expect(explained.out).toMatch(/filtered .*rule sources\[0\] \(harbour\)\.filter\[0\]/);
  expect((await own.run(['reapply', '--source', 'elsewhere'])).status).toBe(2);
});
