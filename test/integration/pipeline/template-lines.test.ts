import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { PAGES_WITH_LINES } from '../../../src/store/template-lines.ts';

const redis = testRedis();
const notice = 'Tell us what you think of our work, we read each and every letter.';

test('A notice that a source sets under its stories is known by its other pages, and the memory stays small.', async () => {
  const articles = Array.from({ length: 40 }, (_, at) => inventedArticle(31, at + 1));
  const pages = articles.map((article) => [
    article.path,
    { body: articlePage({ ...article, paragraphs: [...article.paragraphs, notice] }) },
  ]);
  await using site = await serveNewsSite(Object.fromEntries(pages));
  const announce = (count: number) =>
    site.pages.set('/feed.xml', {
      type: 'text/xml',
      body: rssFeed(site.url, articles.slice(0, count)),
    });
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`] };
  const prefix = `${redis.prefix}-template`;
  await using pipeline = await openTestPipeline([source], { ...redis, prefix });
  announce(5);
  await pipeline.poll();
  announce(40);
  await pipeline.poll({ force: true });
  const texts = (await pipeline.jobs()).map(({ data }) =>
    data.record.paragraphs.map(({ text }) => text),
  );
  expect(texts).toHaveLength(40);
  expect(texts.filter((lines) => lines.includes(notice)).length).toBeLessThan(6);
  const remembered = await pipeline.open.pipeline.templateLines.of('harbour');
  expect(remembered).toHaveLength(PAGES_WITH_LINES);
});
