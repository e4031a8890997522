import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const story = { ...inventedArticle(27, 1), title: 'LIVE: Ferry line stays' };
const id = story.categories[0]!.term;

function publish(site: NewsSite, changes: Partial<typeof story> = {}): void {
  const told = { ...story, ...changes };
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [told]) });
  site.pages.set(story.path, { body: articlePage(told) });
}

const open = (site: NewsSite, rewrite: object[], prefix: string) =>
  openTestPipeline([{ id: 'harbour', feeds: [`${site.url}/feed.xml`], rewrite }], {
    url: redis.url,
    prefix,
  });
const newPrefix = () => `${redis.prefix}-${randomUUID().slice(0, 8)}`;

test('a site is sent what the rules make of an article, and the article is known as scraped', async () => {
  await using site = await serveNewsSite();
  publish(site);
  const rules = [
    { field: 'title', prefix: 'LIVE: ' },
    { field: 'paragraphs', drop: `/^${story.paragraphs[0]!.slice(0, 12)}/` },
  ];
  await using pipeline = await open(site, rules, newPrefix());
  await pipeline.poll();
  const [job] = await pipeline.jobs();
  const known = (await pipeline.open.pipeline.articles.find(id))!.record;
  expect(job!.data.record.title).toBe('Ferry line stays');
  expect(known.title).toBe(story.title);
  expect(job!.data.record.paragraphs).toEqual(known.paragraphs.slice(1));
  expect(job!.data.record.contentHash).toBe(known.contentHash);
});

test('changed rules send nothing by themselves, and are applied to the next change', async () => {
  await using site = await serveNewsSite();
  publish(site);
  const prefix = newPrefix();
  {
    await using before = await open(site, [], prefix);
    await before.poll();
  }
  await using pipeline = await open(site, [{ field: 'title', prefix: 'LIVE: ' }], prefix);
  const { open: opened } = pipeline;
  await opened.pipeline.queues.addRecheck({ sourceId: 'harbour', articleId: id }, 'again', 0);
  await expect
    .poll(async () => (await opened.pipeline.history.read(id)).map(({ event }) => event))
    .toContain('unchanged');
  expect((await pipeline.jobs()).map(({ data }) => data.record.title)).toEqual([story.title]);
  publish(site, { title: 'LIVE: Ferry line goes' });
  expect(await pipeline.poll({ force: true })).toMatchObject([{ updated: 1 }]);
  expect((await pipeline.jobs()).map(({ data }) => data.record.title)).toEqual(['Ferry line goes']);
});
