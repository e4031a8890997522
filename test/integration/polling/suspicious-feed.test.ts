import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { delayedScrapes } from '../../support/records/scrape-jobs.ts';

const redis = testRedis();
const articles = Array.from({ length: 12 }, (_, index) => inventedArticle(6, index));

async function openPaper() {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const site = await serveNewsSite();
  const feed = (list: typeof articles, change = (xml: string) => xml) =>
    site.pages.set('/feed.xml', { type: 'text/xml', body: change(rssFeed(site.url, list)) });
  for (const article of articles) site.pages.set(article.path, { body: articlePage(article) });
  feed(articles);
  const place = { url: redis.url, prefix };
  const clock = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const sources = [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }];
  const pipeline = await openTestPipeline(sources, place, { now: () => clock.ms });
  const poll = async (force = false) => {
    clock.ms += 60 * 60_000;
    return (await pipeline.poll({ force }))[0]!;
  };
  return {
    site,
    feed,
    poll,
    notices: pipeline.notices,
    jobs: async () => (await pipeline.jobs()).length,
    looks: () => delayedScrapes(place),
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

const newGuids = (xml: string) => xml.replaceAll('tag:source-6', 'tag:new-system-6');

test('a feed that is suddenly empty is held and reported, and its return is nothing new', async () => {
  await using paper = await openPaper();
  expect(await paper.poll()).toMatchObject({ published: 12, suspicious: [] });
  paper.feed([]);
  const held = await paper.poll();
  expect(held).toMatchObject({ polled: 1, found: 0, failures: [] });
  expect(held.suspicious).toEqual([
    expect.stringMatching(/feed\.xml: it has no entries, and had 12/),
  ]);
  expect(paper.notices.filter(({ level }) => level !== 'info')).toMatchObject([
    { sourceId: 'harbour', change: 'suspicious-empty' },
  ]);
  paper.feed(articles);
  expect(await paper.poll()).toMatchObject({ found: 0, suspicious: [] });
  expect(await paper.looks()).toEqual([]);
  expect(await paper.jobs()).toBe(12);
});

test('a feed that stays empty is believed at the second reading, and still knows its entries later', async () => {
  await using paper = await openPaper();
  await paper.poll();
  paper.feed([]);
  expect((await paper.poll()).suspicious).toHaveLength(1);
  expect(await paper.poll()).toMatchObject({ found: 0, suspicious: [] });
  paper.feed(articles);
  expect(await paper.poll()).toMatchObject({ found: 0 });
});

test('new guids for everything are held, and then change no article', async () => {
  await using paper = await openPaper();
  await paper.poll();
  paper.feed(articles, newGuids);
  expect((await paper.poll()).suspicious).toEqual([expect.stringContaining('new ids')]);
  expect(await paper.poll()).toMatchObject({ found: 12, published: 0, updated: 0, unchanged: 12 });
  expect(await paper.jobs()).toBe(12);
});

test('an operator lets a held feed through by reading it once more', async () => {
  await using paper = await openPaper();
  await paper.poll();
  paper.feed(articles.slice(0, 2));
  expect((await paper.poll()).suspicious).toEqual([expect.stringContaining('--force')]);
  expect(await paper.poll(true)).toMatchObject({ polled: 1, suspicious: [], failures: [] });
});

test('another strange reading does not confirm the first one', async () => {
  await using paper = await openPaper();
  await paper.poll();
  paper.feed([]);
  expect((await paper.poll()).suspicious).toHaveLength(1);
  paper.feed(articles.slice(0, 2));
  expect((await paper.poll()).suspicious).toEqual([expect.stringContaining('it has 2 entries')]);
});
