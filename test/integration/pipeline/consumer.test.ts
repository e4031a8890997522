import { DatabaseSync } from 'node:sqlite';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { SqliteStore } from '../../../consumer/index.js';
import { startConsumer } from '../../../examples/consumer.js';
import { nextJob } from '../../support/records/republish-job.ts';
import type { RepublishAction } from '../../../src/queue/republish-job.ts';
import type { ArticleRecord } from '../../../src/article-record.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();

test('the example consumer shows each article once, and applies only higher revisions', async () => {
  const article = inventedArticle(3, 1);
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  site.pages.set(article.path, { body: articlePage(article) });
  await using pipeline = await openTestPipeline(
    [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }],
    redis,
  );
  await pipeline.poll();
  const [job] = await pipeline.jobs();

  const own = new SqliteStore(new DatabaseSync(':memory:'));
  const titles = () => own.newest(10).map(({ record }) => record.title);
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const consumer = startConsumer(own, connection, redis.prefix);
  await new Promise((resolve) => consumer.once('completed', resolve));
  await consumer.close();
  connection.disconnect();
  expect(titles()).toEqual([article.title]);

  const { data } = job!;
  const revised = (change: Partial<ArticleRecord>, action: RepublishAction) =>
    nextJob(data, action, change);
  const { revision } = data.record;
  expect(own.apply(data)).toBe('stale');
  expect(own.apply(revised({ revision: revision + 1 }, 'update'))).toBe('shown');
  const corrected = { revision: revision + 2, title: 'Corrected', contentHash: 'c'.repeat(64) };
  expect(own.apply(revised(corrected, 'update'))).toBe('shown');
  expect(own.apply(revised({ revision: revision - 1, title: 'Old' }, 'update'))).toBe('stale');
  expect(titles()).toEqual(['Corrected']);
  expect(own.apply(revised({ revision: revision + 3 }, 'withdraw'))).toBe('hidden');
  expect(titles()).toEqual([]);
  expect(own.apply(data)).toBe('stale');
});
