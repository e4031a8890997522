import { DatabaseSync } from 'node:sqlite';
import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { SqliteStore } from '../../../consumer/index.js';
import { startConsumer } from '../../../examples/consumer.js';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';

const [ferry, lamp, pier] = [1, 2, 3].map((index) => inventedArticle(21, index));

const openSite = () => new SqliteStore(new DatabaseSync(':memory:'));
const titlesOf = (site: SqliteStore) => site.newest(10).map(({ record }) => record.title);

/** A site that polls two papers, and takes what is sent to it. */
async function open() {
  const news = await serveNewsSite();
  const serve = (path: string, ...articles: NonNullable<typeof ferry>[]) => {
    news.pages.set(path, { type: 'text/xml', body: rssFeed(news.url, articles) });
    for (const article of articles) news.pages.set(article.path, { body: articlePage(article) });
  };
  serve('/harbour.xml', ferry!, lamp!);
  serve('/hill.xml', pier!);
  const source = (id: string) => ({ id, name: id, feeds: [`${news.url}/${id}.xml`], recheck: [] });
  const commands = await commandsBeside(news, {
    http: loopbackHttp(news.url),
    sources: [source('harbour'), source('hill')],
  });
  const waiting = () => waitingJobs(commands.redisUrl, 'newsrelay');
  return {
    ...commands,
    news,
    serve,
    waiting,
    /** Lets the site take what waits for it. */
    take: async (site: SqliteStore) => {
      const count = (await waiting()).length;
      const connection = new Redis(commands.redisUrl, { maxRetriesPerRequest: null });
      const worker = startConsumer(site, connection);
      const applied: string[] = [];
      worker.on('completed', (_job, result: string) => applied.push(result));
      await vi.waitFor(() => expect(applied).toHaveLength(count), 10_000);
      await worker.close();
      connection.disconnect();
      return applied;
    },
  };
}

test('F17: a site that lost what it took gets it again, and one that did not lose it shows nothing twice', async () => {
  await using own = await open();
  const site = openSite();
  await own.run(['poll', '--force']);
  expect(await own.take(site)).toEqual(['shown', 'shown', 'shown']);
  own.serve('/hill.xml', { ...pier!, title: `${pier!.title}, corrected` });
  await own.run(['poll', '--force']);
  expect(await own.take(site)).toEqual(['shown']);
  const titles = titlesOf(site);

  const again = await own.run(['resend', '--since', '1h']);
  expect(again).toMatchObject({
    status: 0,
    out: 'sent again: 3 (publish 2, update 1, withdraw 0)\n',
  });
  const revisions = (await own.waiting()).map(({ data }) => data.record.revision);
  expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
  expect(await own.take(site)).toEqual(['stale', 'stale', 'stale']);
  expect(titlesOf(site)).toEqual(titles);

  await own.run(['resend', '--since', '1h']);
  const restored = openSite();
  expect(await own.take(restored)).toEqual(['shown', 'shown', 'shown']);
  expect(titlesOf(restored).toSorted()).toEqual(titles.toSorted());
});

test('what still waits is not sent twice, and only what was asked for is sent', async () => {
  await using own = await open();
  await own.run(['poll', '--force']);
  expect((await own.run(['resend', '--since', '1d'])).out).toContain('sent again: 3');
  expect(await own.waiting()).toHaveLength(3);
  const site = openSite();
  await own.take(site);
  const ofOne = await own.run(['resend', '--since', '1d', '--source', 'hill']);
  expect(ofOne.out).toContain('sent again: 1');
  expect((await own.waiting()).map(({ data }) => data.record.sourceId)).toEqual(['hill']);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect((await own.run(['resend', '--since', later])).out).toContain('sent again: 0');
});

test.each([
  [['resend'], '--since'],
  [['resend', '--since', 'yesterday'], 'write a time with its zone'],
  [['resend', '--since', '1h', '--source', 'nobody'], 'no source nobody'],
])('%j is wrong usage', async (args, words) => {
  await using own = await open();
  const { status, err } = await own.run(args);
  expect(status).toBe(2);
  expect(err).toContain(words);
});
