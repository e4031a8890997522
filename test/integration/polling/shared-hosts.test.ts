import { QueueEvents } from 'bullmq';
import { expect, test, vi } from 'vitest';
import type { ScrapeJob } from '../../../src/queue/topology.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { articlePage, inventedArticle } from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();

/** Visits to so many pages of a site, which are there. */
function visits(site: NewsSite, sourceId: string, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const article = inventedArticle(index, 0);
    site.pages.set(`/${index}`, { body: articlePage(article) });
    const entry: ScrapeJob['entry'] = {
      id: `${sourceId}-${index}`,
      title: article.title,
      link: `${site.url}/${index}`,
      published: null,
      updated: null,
      author: null,
      summary: null,
      categories: [],
      enclosures: [],
    };
    const data: ScrapeJob = { sourceId, feedUrl: `${site.url}/feed.xml`, entry };
    return { jobId: `${sourceId}-${index}`, data };
  });
}

const source = (id: string, site: NewsSite, politeness: object) => ({
  id,
  feeds: [`${site.url}/feed.xml`],
  politeness: { robots: 'ignore', ...politeness },
});

test('10,000 pages of one host wait, each told its time once, and hold up no other host', async () => {
  await using busy = await serveNewsSite({}, '127.0.0.2');
  await using other = await serveNewsSite({}, '127.0.0.3');
  const sources = [
    source('busy', busy, { concurrency: 1, spacing: '1h' }),
    source('other', other, { concurrency: 4, spacing: '0ms' }),
  ];
  await using pipeline = await openTestPipeline(sources, { url, prefix: `${prefix}-many` });
  const { queues } = pipeline.open.pipeline;
  await queues.addScrapes([...visits(busy, 'busy', 10_000), ...visits(other, 'other', 100)]);
  await vi.waitFor(async () => expect(await queues.waitingForSites()).toHaveLength(101), {
    timeout: 240_000,
    interval: 100,
  });
  expect(other.requests).toHaveLength(100);
  expect(busy.requests).toHaveLength(1);
  const waiting = await queues.scrape.getDelayed();
  expect(waiting).toHaveLength(9_999);
  const started = waiting.map(({ attemptsStarted, attemptsMade }) => [
    attemptsStarted,
    attemptsMade,
  ]);
  expect(new Set(started.map(String))).toEqual(new Set(['1,0']));
  expect(pipeline.troubles).toEqual([]);
});

test('jobs of one host come when they were told to, and then have their turn', async () => {
  await using site = await serveNewsSite();
  const sources = [source('harbour', site, { concurrency: 1, spacing: '1s' })];
  await using pipeline = await openTestPipeline(sources, { url, prefix: `${prefix}-turns` });
  const { queues } = pipeline.open.pipeline;
  const connection = workerConnection(url);
  const events = new QueueEvents('scrape', { connection, prefix: `${prefix}-turns` });
  await events.waitUntilReady();
  let told = 0;
  events.on('delayed', () => (told += 1));
  await queues.addScrapes(visits(site, 'harbour', 12));
  await vi.waitFor(async () => expect(await queues.waitingForSites()).toHaveLength(12), {
    timeout: 240_000,
    interval: 100,
  });
  // Once each; a worker that comes late may push another job off its time.
  expect(told).toBeGreaterThanOrEqual(11);
  expect(told).toBeLessThan(18);
  await events.close();
  connection.disconnect();
});
