import { titledRecord } from '../../../src/queue/republish-job.ts';
import { expect, test } from 'vitest';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite, type Page } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const [pier, lamp] = [inventedArticle(7, 1), inventedArticle(7, 2)];

/** A source `good` with one sound article, and a source `bad` as the test has it. */
async function serveGoodAndBad(bad: (site: NewsSite) => Record<string, Page>): Promise<NewsSite> {
  const site = await serveNewsSite();
  site.pages.set('/good/feed.xml', { type: 'text/xml', body: rssFeed(`${site.url}/good`, [pier]) });
  site.pages.set(`/good${pier.path}`, { body: articlePage(pier) });
  for (const [path, page] of Object.entries(bad(site))) site.pages.set(path, page);
  return site;
}

async function pollBoth(site: NewsSite, badFeed = `${site.url}/bad/feed.xml`) {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const sources = [
    { id: 'good', feeds: [`${site.url}/good/feed.xml`] },
    { id: 'bad', feeds: [badFeed] },
  ];
  await using pipeline = await openTestPipeline(sources, { ...redis, prefix });
  const [good, bad] = await pipeline.poll();
  expect(good).toMatchObject({ published: 1, failures: [] });
  return { bad: bad!, titles: (await pipeline.jobs()).map(({ data }) => titledRecord(data).title) };
}

const feedOf = (site: NewsSite, articles: InventedArticle[]): Page => ({
  type: 'text/xml',
  body: rssFeed(`${site.url}/bad`, articles),
});

test('a feed that nobody serves is named, and the other source goes on', async () => {
  await using site = await serveGoodAndBad(() => ({}));
  const gone = await serveNewsSite();
  const { url } = gone;
  await gone[Symbol.asyncDispose]();
  site.pages.set('/redirect.xml', (_request, response) =>
    response.writeHead(302, { location: `${url}/feed.xml` }).end(),
  );
  const { bad, titles } = await pollBoth(site, `${site.url}/redirect.xml`);
  expect(bad.failures).toEqual([expect.stringContaining('/redirect.xml')]);
  expect(titles).toEqual([pier.title]);
});

test.each<[string, Page, RegExp]>([
  ['answers 404', { status: 404, body: '' }, /404/],
  ['is an HTML page', { body: '<!doctype html><title>Sign in</title><p>Sign in</p>' }, /HTML page/],
  ['is empty', { type: 'text/xml', body: '' }, /empty/],
])('a feed that %s is named with what it looks like', async (_behaviour, page, expected) => {
  await using site = await serveGoodAndBad(() => ({ '/bad/feed.xml': page }));
  const { bad, titles } = await pollBoth(site);
  expect(bad.failures).toEqual([expect.stringMatching(expected)]);
  expect(titles).toEqual([pier.title]);
});

test('a feed without entries is no failure', async () => {
  await using site = await serveGoodAndBad((self) => ({ '/bad/feed.xml': feedOf(self, []) }));
  const { bad } = await pollBoth(site);
  expect(bad).toMatchObject({ polled: 1, found: 0, failures: [] });
});

test('an entry without a link is named and left out; the others are published', async () => {
  await using site = await serveGoodAndBad((self) => ({
    '/bad/feed.xml': {
      type: 'text/xml',
      body: rssFeed(`${self.url}/bad`, [lamp]).replace(
        '</channel>',
        '<item><title>Lost at sea</title></item></channel>',
      ),
    },
    [`/bad${lamp.path}`]: { body: articlePage(lamp) },
  }));
  const { bad, titles } = await pollBoth(site);
  expect(bad).toMatchObject({ published: 1, failures: [] });
  expect(bad.notes).toEqual([expect.stringMatching(/Lost at sea.*no usable link/)]);
  expect(titles.toSorted()).toEqual([pier.title, lamp.title].toSorted());
});

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48,
]);

test.each<[string, Page, RegExp]>([
  ['has 0 bytes', { body: '' }, /empty/i],
  ['is a picture', { body: png }, /binary|not HTML|picture|image/i],
  ['is gone', { status: 410, body: '' }, /410/],
])(
  'a page that %s is named with its source; the others are published',
  async (_what, page, expected) => {
    await using site = await serveGoodAndBad((self) => ({
      '/bad/feed.xml': feedOf(self, [pier, lamp]),
      [`/bad${pier.path}`]: page,
      [`/bad${lamp.path}`]: { body: articlePage(lamp) },
    }));
    const { bad, titles } = await pollBoth(site);
    expect(bad).toMatchObject({ found: 2, published: 1 });
    expect(bad.failures).toEqual([expect.stringMatching(expected)]);
    expect(bad.failures[0]).toContain(`/bad${pier.path}`);
    expect(titles.toSorted()).toEqual([pier.title, lamp.title].toSorted());
  },
);

test('a damaged feed is read, and what was mended is told with its number of readings', async () => {
  await using site = await serveNewsSite();
  const damaged = (articles: InventedArticle[]) =>
    rssFeed(site.url, articles).replace('<title>Harbour News</title>', '<title>Harbour & News');
  site.pages.set('/feed.xml', { type: 'text/xml', body: damaged([pier]) });
  for (const article of [pier, lamp]) site.pages.set(article.path, { body: articlePage(article) });
  await using pipeline = await openTestPipeline(
    [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }],
    { ...redis, prefix: `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}` },
  );
  const [first] = await pipeline.poll();
  expect(first).toMatchObject({ published: 1, repaired: 1, failures: [] });
  expect(first?.notes).toEqual([
    expect.stringMatching(/feed\.xml: repaired: .*elements without an end/),
  ]);
  site.pages.set('/feed.xml', { type: 'text/xml', body: damaged([lamp, pier]) });
  const [second] = await pipeline.poll({ force: true });
  expect(second).toMatchObject({ published: 1, repaired: 1 });
  expect(second?.notes).toEqual([expect.stringContaining('repaired (2 readings so far)')]);
});
