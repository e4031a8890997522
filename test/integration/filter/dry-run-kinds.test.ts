import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { passed, tried, wouldBeSent } from '../../support/commands/dry-run.ts';
import { testConfig, type TestSource } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const story = (number: number) => ({ ...inventedArticle(500, number), categories: [] });

async function siteWith(fill: (site: NewsSite) => void): Promise<NewsSite> {
  const site = await serveNewsSite();
  onTestFinished(() => site[Symbol.asyncDispose]());
  fill(site);
  return site;
}

const feedOf = (site: NewsSite, ...numbers: number[]) => ({
  type: 'text/xml',
  body: rssFeed(site.url, numbers.map(story)),
});

const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Its feed is a list of sitemaps, of which one has news. */
const sitemaps = (site: NewsSite) => {
  const { path, title } = story(1);
  site.pages.set('/feed.xml', {
    body: `<sitemapindex ${SITEMAP}><sitemap><loc>${site.url}/news.xml</loc></sitemap></sitemapindex>`,
  });
  site.pages.set('/news.xml', {
    body: `<urlset ${SITEMAP} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${site.url}${path}</loc><news:news><news:publication><news:name>Harbour</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-23T08:00:00Z</news:publication_date><news:title>${title}</news:title></news:news></url></urlset>`,
  });
  site.pages.set(path, { body: articlePage(story(1)) });
};

/** An article in three parts, which a job waits for one after the other. */
const parts = (site: NewsSite) => {
  const whole = story(2);
  const paths = [whole.path, `${whole.path}/2`, `${whole.path}/3`];
  site.pages.set('/feed.xml', feedOf(site, 2));
  for (const [index, path] of paths.entries()) {
    const paragraphs = whole.paragraphs.map((text) => `Part ${index + 1}. ${text}`);
    const next = paths[index + 1];
    const pager = next ? `<p class="pager"><a rel="next" href="${next}">Next page</a></p>` : '';
    site.pages.set(path, {
      body: articlePage({ ...whole, paragraphs }).replace('</article>', `${pager}</article>`),
    });
  }
};

/** It lets in only those with a key. */
const behindKey = (site: NewsSite) => {
  site.pages.get = (path) => (request, response) => {
    const feed = path === '/feed.xml' ? rssFeed(site.url, [story(3)]) : undefined;
    const isLetIn = request.headers['x-key'] === 'harbour-key';
    if (path === '/robots.txt' || !isLetIn) response.writeHead(404).end();
    else if (feed) response.end(feed);
    else response.setHeader('content-type', 'text/html').end(articlePage(story(3)));
  };
};

/** One article that is published, and one that its operator took down. */
const takenDown = (site: NewsSite) => {
  site.pages.set('/feed.xml', feedOf(site, 4, 5));
  for (const number of [4, 5])
    site.pages.set(story(number).path, { body: articlePage(story(number)) });
};

test('also of sitemaps, parts, keys, takedowns and rewrites it says what a real pass does', async () => {
  const kinds = { sitemaps, parts, behindKey, takenDown };
  const sites = await Promise.all(Object.values(kinds).map(siteWith));
  const more: Partial<TestSource>[] = [
    {},
    { politeness: { concurrency: 1, spacing: '30ms' } },
    { request: { headers: { 'X-Key': 'harbour-key' } } },
    {
      rewrite: [{ field: 'title', find: 'Harbour', replace: 'Port' }],
      filter: [{ keep: { title: 'port' } }],
    },
  ];
  const sources = sites.map(({ url }, index) => ({
    id: `kind-${index}`,
    feeds: [`${url}/feed.xml`],
    ...more[index],
  }));
  const config = testConfig(sources, `${redis.prefix}-${randomUUID().slice(0, 8)}`);
  config.takedowns.push(`${sites[3]!.url}${story(5).path}`);
  const dry = await tried(config);
  const real = await passed(config, redis.url);
  expect(wouldBeSent(dry)).toEqual(real.sent);
  const enqueued = dry.decisions.filter(({ outcome }) => outcome === 'enqueued');
  expect(enqueued.map(({ sourceId }) => sourceId)).toEqual([
    'kind-0',
    'kind-1',
    'kind-2',
    'kind-3',
  ]);
  expect(dry.decisions.find(({ outcome }) => outcome === 'dropped')).toMatchObject({
    sourceId: 'kind-3',
    reason: 'taken down: listed in the config',
  });
  expect(dry.summaries.map(({ failures }) => failures)).toEqual(
    real.summaries.map(({ failures }) => failures),
  );
});
