// What changes in feeds although nothing new is said: archives, counters, sessions.

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const story = (n: number): InventedArticle => ({ ...inventedArticle(3, n), categories: [] });
const dated = (article: InventedArticle) =>
  articlePage(article).replace(
    '<head>',
    '<head><meta property="article:published_time" content="2026-11-23T08:00:00Z">',
  );

async function open(articles: InventedArticle[], settings: Record<string, unknown> = {}) {
  const site = await serveNewsSite();
  const feed = (edit = (xml: string) => xml) =>
    site.pages.set('/feed.xml', { type: 'text/xml', body: edit(rssFeed(site.url, articles)) });
  for (const one of articles) site.pages.set(one.path, { body: dated(one) });
  feed();
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`], ...settings };
  const place = { ...redis, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const pipeline = await openTestPipeline([source], place);
  return {
    site,
    feed,
    pipeline,
    poll: async () => (await pipeline.poll({ force: true }))[0]!,
    visits: () => site.requests.filter(({ path }) => path.startsWith('/world/')).length,
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

test('a new source publishes its newest entries, and says in the summary and in explain that the others are only remembered', async () => {
  const articles = Array.from({ length: 7 }, (_, n) => story(n));
  await using paper = await open(articles, { firstReading: { newest: 3 } });
  const first = await paper.poll();
  expect(first).toMatchObject({ found: 3, published: 3 });
  expect(first.notes.join()).toMatch(
    /first reading: the newest 3 of its 7 entries are published, and 4 are only remembered; firstReading/,
  );
  const known = await explain(
    `${paper.site.url}${articles[6]!.path}`,
    paper.pipeline.open.pipeline,
  );
  expect(known).toMatchObject({ articleId: undefined, passedOver: { newest: '3' } });

  paper.feed((xml) => xml.replaceAll('small boats', 'smaller boats'));
  expect(await paper.poll()).toMatchObject({ found: 3, published: 0 });
});

test('an entry that changes again and again for nothing costs one look an hour and reason, and is told', async () => {
  await using paper = await open([story(1), story(2)]);
  await paper.poll();
  const readers = (n: number) =>
    paper.feed((xml) => xml.replaceAll('</description>', ` Seen by ${n}.</description>`));
  readers(1);
  await paper.poll();
  expect(paper.visits()).toBe(4);
  readers(2);
  const quiet = await paper.poll();
  expect([quiet.found, paper.visits()]).toEqual([0, 4]);
  expect(quiet.notes.join()).toMatch(
    /2 entries changed again in their text, which made no difference/,
  );
  // Another reason is another look.
  paper.feed((xml) => xml.replaceAll('opens pier', 'opens its pier'));
  await paper.poll();
  expect(paper.visits()).toBe(6);
});

test('a page that was ahead of its feed is looked at once more when both change again', async () => {
  const told = story(1);
  const report = (n: number) => ({ ...told, title: `${told.title}, report ${n}` });
  await using paper = await open([told]);
  const page = (n: number) => paper.site.pages.set(told.path, { body: articlePage(report(n)) });
  const feed = (n: number) =>
    paper.feed((xml) =>
      xml.replaceAll(/<title>Harbour \d.*<\/title>/g, `<title>${report(n).title}</title>`),
    );
  page(2);
  await paper.poll();
  feed(2);
  expect(await paper.poll()).toMatchObject({ found: 1, published: 0, updated: 0 });
  page(3);
  feed(3);
  expect(await paper.poll()).toMatchObject({ found: 1, updated: 1 });
});

test('links with a session lead to one article each, the setting that cures them is told, and cures them', async () => {
  const articles = [story(1), story(2)];
  await using paper = await open(articles);
  const session = (id: number) => {
    for (const { path } of articles) {
      paper.site.pages.set(`${path}?sid=${id}`, paper.site.pages.get(path)!);
    }
    paper.feed((xml) =>
      xml.replaceAll(/<guid.*<\/guid>/g, '').replaceAll('</link>\n', `?sid=${id}</link>\n`),
    );
  };
  session(1);
  expect(await paper.poll()).toMatchObject({ published: 2 });
  session(2);
  const again = await paper.poll();
  expect(again).toMatchObject({ published: 0, updated: 0 });
  expect(again.notes.join()).toMatch(
    /links of harbour carry sid, .* set url: \{ dropQuery: \[sid\] \}/,
  );
  const told = paper.pipeline.notices.filter(({ change }) => change === 'session-in-links');
  expect(told).toHaveLength(1);
  expect(await paper.pipeline.jobs()).toHaveLength(2);
});

test('with that setting a new session is no new visit', async () => {
  const articles = [story(1), story(2)];
  await using paper = await open(articles, { url: { dropQuery: ['sid'] } });
  for (const id of [1, 2, 3]) {
    for (const { path } of articles) {
      paper.site.pages.set(`${path}?sid=${id}`, paper.site.pages.get(path)!);
    }
    paper.feed((xml) =>
      xml.replaceAll(/<guid.*<\/guid>/g, '').replaceAll('</link>\n', `?sid=${id}</link>\n`),
    );
    await paper.poll();
  }
  expect(paper.visits()).toBe(2);
});
