import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const paid = inventedArticle(8, 1);
const news = inventedArticle(8, 2);
const MARKED = '<meta name="sponsored" content="true">';

test.each([
  ['hold', { published: 1, held: 1 }],
  ['skip', { published: 1, held: 0 }],
  ['label', { published: 2, held: 0 }],
])('sponsored: %s', async (sponsored, counts) => {
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [paid, news]) });
  site.pages.set(news.path, { body: articlePage(news) });
  site.pages.set(paid.path, { body: articlePage(paid).replace('</head>', `${MARKED}</head>`) });
  const source = { id: 'quay', feeds: [`${site.url}/feed.xml`], sponsored };
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  await using pipeline = await openTestPipeline([source], place);
  expect(await pipeline.poll()).toMatchObject([counts]);
  const paidFor = (await pipeline.jobs()).filter(({ data }) => data.record.flags.sponsored);
  expect(paidFor).toHaveLength(counts.published - 1);
});
