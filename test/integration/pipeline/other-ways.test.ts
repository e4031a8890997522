import { titledRecord } from '../../../src/queue/republish-job.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSeedText } from '../../../src/record/seed-format.ts';
import { directoryDestinationSchema } from '../../../src/config/destinations.ts';
import { createDestination } from '../../../src/deliver/create-destination.ts';
import { PermanentError } from '../../../src/errors.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { workplace } from '../../support/commands/command.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const article = inventedArticle(9, 1);
const prefix = (name: string) => ({ ...redis, prefix: `${redis.prefix}-${name}` });

test('a sitemap index leads to its newest news sitemaps, and they to their articles', async () => {
  await using site = await serveNewsSite();
  site.pages.set('/index.xml', {
    type: 'text/xml',
    body: `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${site.url}/news.xml</loc><lastmod>2026-11-23T08:00:00Z</lastmod></sitemap></sitemapindex>`,
  });
  site.pages.set('/news.xml', {
    type: 'text/xml',
    body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>${site.url}${article.path}</loc><news:news><news:publication><news:name>Harbour News</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-23T08:00:00Z</news:publication_date><news:title>${article.title}</news:title></news:news></url></urlset>`,
  });
  site.pages.set(article.path, { body: articlePage(article) });
  const source = { id: 'harbour', feeds: [`${site.url}/index.xml`] };
  await using pipeline = await openTestPipeline([source], prefix('sitemap'));
  expect(await pipeline.poll()).toMatchObject([
    { polled: 2, found: 1, published: 1, failures: [] },
  ]);
  expect((await pipeline.jobs())[0]?.data.record).toMatchObject({
    title: article.title,
    feedUrl: `${site.url}/news.xml`,
  });
});

test('ordinary sitemaps of an index are no failure, are not asked again, and an index of nothing else is told', async () => {
  await using site = await serveNewsSite();
  const names = ['post', 'page', 'tag'].map((name) => `${name}-sitemap.xml`);
  const index = (list: string[]) =>
    site.pages.set('/index.xml', {
      type: 'text/xml',
      body: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${list.map((name) => `<sitemap><loc>${site.url}/${name}</loc></sitemap>`).join('')}</sitemapindex>`,
    });
  index(names);
  for (const name of names) {
    site.pages.set(`/${name}`, {
      type: 'text/xml',
      body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${site.url}/about</loc></url></urlset>`,
    });
  }
  const source = { id: 'harbour', feeds: [`${site.url}/index.xml`], sitemaps: 2 };
  await using pipeline = await openTestPipeline([source], prefix('ordinary'));
  const [first] = await pipeline.poll();
  expect(first).toMatchObject({ polled: 3, found: 0, failures: [] });
  expect(first!.notes.join()).toMatch(
    /3 of its 3 sitemaps may hold news, and the 2 likeliest are read; raise sitemaps of harbour above 2/,
  );
  expect(first!.notes.join()).toMatch(/none holds news; name the site's news sitemap/);
  await pipeline.poll({ force: true });
  index([...names, 'another.xml']);
  site.pages.set('/another.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  site.pages.set(article.path, { body: articlePage(article) });
  expect(await pipeline.poll({ force: true })).toMatchObject([{ published: 1, failures: [] }]);
  for (const name of names) {
    expect(site.requests.filter(({ path }) => path === `/${name}`)).toHaveLength(1);
  }
});

test('a site without feeds is read from its listing page by selectors', async () => {
  await using site = await serveNewsSite();
  site.pages.set('/news', {
    body: `<!doctype html><title>News</title><ul><li class="story"><a href="${article.path}">${article.title}</a></li></ul>`,
  });
  site.pages.set(article.path, { body: articlePage(article) });
  const source = { id: 'harbour', feeds: [`${site.url}/news`], listing: { entry: 'li.story' } };
  await using pipeline = await openTestPipeline([source], prefix('listing'));
  expect(await pipeline.poll()).toMatchObject([{ found: 1, published: 1, failures: [] }]);
});

test('a push destination gets its jobs from a queue of its own', async () => {
  await using site = await serveNewsSite();
  await using place = await workplace();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  site.pages.set(article.path, { body: articlePage(article) });
  const options = directoryDestinationSchema.parse({
    type: 'directory',
    name: 'files',
    path: join(place.folder, 'out'),
  });
  const unreachable = () =>
    Promise.reject(new PermanentError('unused', 'a directory needs no network'));
  const destination = createDestination(options, {
    send: unreachable,
    fetch: unreachable,
    renderText: writeSeedText,
  });
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`] };
  await using pipeline = await openTestPipeline([source], prefix('push'), {
    destinations: [options],
    pushes: [{ destination, concurrency: 1 }],
  });
  await using results = await pipeline.open.results('deliver-files');
  await pipeline.poll();
  const [job] = await pipeline.jobs();
  const { id, revision } = job!.data.record;
  expect(await results.of(`${id}-${revision}`)).toMatchObject({
    kind: 'completed',
    value: { kind: 'delivered' },
  });
  const files = await readdir(options.path);
  expect(files).toEqual(expect.arrayContaining([`${id}.json`, `${id}.txt`]));
  expect(await readFile(join(options.path, `${id}.txt`), 'utf8')).toBe(
    writeSeedText(titledRecord(job!.data)),
  );
});
