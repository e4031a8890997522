import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const PAGES = 60;

async function serve() {
  const site = await serveNewsSite();
  const articles = Array.from({ length: PAGES }, (_, index) => inventedArticle(11, index));
  for (const article of articles) site.pages.set(article.path, { body: articlePage(article) });
  const announce = (count: number) =>
    site.pages.set('/feed.xml', {
      type: 'text/xml',
      body: rssFeed(site.url, articles.slice(0, count)),
    });
  return { site, articles, announce };
}

const source = (url: string, settings: object = {}) => [
  { id: 'harbour', feeds: [`${url}/feed.xml`], ...settings },
];

test('a rule that matches nothing is told once, and the article is published all the same', async () => {
  const { site, announce } = await serve();
  await using _site = site;
  announce(5);
  const article = { body: '.article-body', authors: '.no-such-byline' };
  const prefix = `${redis.prefix}-rule`;
  await using pipeline = await openTestPipeline(source(site.url, { article }), {
    ...redis,
    prefix,
  });
  const [summary] = await pipeline.poll();
  expect(summary).toMatchObject({ published: 5, unmatchedRules: { authors: 5 } });
  expect(summary!.notes).toEqual([
    'the rule article.authors matched nothing on 5 of 5 pages; what was found automatically is used there',
  ]);
});

test('a site whose pages lose their text is reported in the summary and once as a notice', async () => {
  const { site, articles, announce } = await serve();
  await using _site = site;
  announce(40);
  const prefix = `${redis.prefix}-drift`;
  await using pipeline = await openTestPipeline(source(site.url), { ...redis, prefix });
  expect(await pipeline.poll()).toMatchObject([{ published: 40, notes: [] }]);
  const withoutText = '<!doctype html><html><body><div id="app"></div></body></html>';
  for (const { path } of articles.slice(40)) site.pages.set(path, { body: withoutText });
  announce(PAGES);
  const [summary] = await pipeline.poll({ force: true });
  expect(summary!.notes).toEqual([
    expect.stringMatching(/^20 of the last 20 pages could not be read.*check --live harbour`$/),
  ]);
  const told = pipeline.notices.filter(({ change }) => change === 'unreadable');
  expect(told).toMatchObject([{ sourceId: 'harbour' }]);
});
