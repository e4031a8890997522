import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../../src/config/schema.ts';
import { inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsWith, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite, type NewsSite, type Page } from '../../support/site/news-site.ts';

const feed = (site: NewsSite, ...articles: number[]): Page => ({
  type: 'application/rss+xml',
  body: rssFeed(
    site.url,
    articles.map((index) => inventedArticle(17, index)),
  ),
});

async function discover(site: NewsSite, path = '/', sources: object[] = []) {
  await using commands = await commandsWith({
    http: loopbackHttp(site.url),
    sources: [{ id: 'mill', name: 'Mill', feeds: ['https://mill.example/feed'] }, ...sources],
  });
  const result = await commands.run(['discover', site.url + path]);
  const written = result.out === '' ? undefined : configSchema.parse(parse(result.out)).sources;
  return { ...result, sources: written };
}

const front = (links: string) =>
  `<!doctype html><html><head><meta property="og:site_name" content="Mill">${links}</head></html>`;

test('the feeds that a page declares are tried, and printed as a source with a free id', async () => {
  await using site = await serveNewsSite({
    '/': {
      body: front(`<link rel="alternate" type="application/rss+xml" href="/world.xml">
<link rel="alternate" type="application/atom+xml" href="/same.xml">
<link rel="alternate" type="application/rss+xml" href="/gone.xml">`),
    },
  });
  site.pages.set('/world.xml', feed(site, 1, 2));
  site.pages.set('/same.xml', feed(site, 1, 2));
  const { status, out, err, sources } = await discover(site);
  expect(status).toBe(0);
  expect(sources).toMatchObject([{ id: 'mill-2', name: 'Mill', feeds: [`${site.url}/world.xml`] }]);
  expect(out).toContain('# Harbour News, 2 entries, newest 2026-11-23T08:00Z');
  expect(err).toBe(`${site.url}/gone.xml: answered with status 404\n`);
});

test('a page that lists feeds is looked through', async () => {
  await using site = await serveNewsSite({
    '/': { body: front('<a href="/rss">Our RSS feeds</a>') },
    '/rss': { body: '<html><a href="/rss/a.xml">A</a><a href="/rss/b.xml">B</a></html>' },
  });
  site.pages.set('/rss/a.xml', feed(site, 1));
  site.pages.set('/rss/b.xml', feed(site, 2));
  const { err, sources } = await discover(site);
  expect(sources).toMatchObject([{ feeds: [`${site.url}/rss/a.xml`, `${site.url}/rss/b.xml`] }]);
  expect(err).toBe('');
});

const newsSitemap = (url: string): Page => ({
  type: 'text/xml',
  body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>${url}/a</loc><news:news><news:publication><news:name>Mill</news:name></news:publication>
<news:publication_date>2026-11-23T08:00:00Z</news:publication_date><news:title>A lamp</news:title></news:news></url></urlset>`,
});

const sitemapIndex = (...urls: string[]): Page => ({
  type: 'text/xml',
  body: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`,
});

async function serveSitemap(path: string, parts: string[]) {
  const site = await serveNewsSite({ '/': { body: front('') } });
  const body = `User-agent: *\nSitemap: ${site.url}${path}\n`;
  site.pages.set('/robots.txt', { type: 'text/plain', body });
  site.pages.set(path, sitemapIndex(...parts.map((part) => site.url + part)));
  for (const part of parts) {
    if (part.includes('news')) site.pages.set(part, newsSitemap(site.url));
    else site.pages.set(part, { type: 'text/xml', body: '<urlset></urlset>' });
  }
  return site;
}

test('a news sitemap in the index of all sitemaps is found, and the others are let be', async () => {
  await using site = await serveSitemap('/sitemap.xml', ['/tags.xml', '/news.xml']);
  const { sources, out } = await discover(site);
  expect(sources).toMatchObject([{ feeds: [`${site.url}/news.xml`] }]);
  expect(out).toContain('# Mill, 1 entry, newest 2026-11-23T08:00Z');
  expect(site.requests.map(({ path }) => path)).not.toContain('/tags.xml');
});

test('an index of news sitemaps is polled itself, whatever its parts are called', async () => {
  await using site = await serveSitemap('/news-index.xml', ['/2026-11-news.xml']);
  const { sources } = await discover(site);
  expect(sources).toMatchObject([{ feeds: [`${site.url}/news-index.xml`] }]);
});

test('the usual paths are tried when a site names no feed', async () => {
  await using site = await serveNewsSite({ '/': { body: front('') } });
  site.pages.set('/feed.xml', feed(site, 1));
  expect(await discover(site)).toMatchObject({
    status: 0,
    err: '',
    sources: [{ feeds: [`${site.url}/feed.xml`] }],
  });
});

test('the address of a feed itself is enough, and one that is polled already is named', async () => {
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', feed(site, 1));
  const known = { id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`] };
  const { sources, err } = await discover(site, '/feed.xml', [known]);
  expect(sources).toMatchObject([{ name: 'Harbour News', id: 'harbour-news' }]);
  expect(err).toBe(`${site.url}/feed.xml is polled already, as harbour\n`);
});

test('a site without feeds ends with status 1, after few requests', async () => {
  const links = Array.from({ length: 200 }, (_, index) => `<a href="/rss/${index}">x</a>`).join('');
  await using site = await serveNewsSite({ '/': { body: front(links) } });
  const { status, out, err } = await discover(site);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(/no feed and no news sitemap was found at .*\n$/);
  expect(site.requests.length).toBeLessThanOrEqual(42);
});

test('OPML is imported without the feeds that are polled already, and exported again', async () => {
  await using commands = await commandsWith({
    sources: [
      {
        id: 'mill',
        name: 'Mill & Co',
        feeds: ['https://mill.example/a', 'https://mill.example/b'],
      },
    ],
  });
  const { out: opml, status } = await commands.run(['export', '--opml']);
  expect(status).toBe(0);
  expect(opml).toContain('<outline type="rss" text="Mill &amp; Co"');
  const more = opml.replace(
    '</body>',
    '<outline text="Ñandú Óptimo" xmlUrl="https://nandu.example/f"/><outline text="Mill &amp; Co" xmlUrl="https://mill.example/c"/></body>',
  );
  const imported = await commands.run(['import'], more);
  expect(imported).toEqual({
    status: 0,
    err: '2 feeds are polled already and left out\n',
    out: `sources:
  - id: mill-co
    name: Mill & Co
    feeds:
      - https://mill.example/c
  - id: nandu-optimo
    name: Ñandú Óptimo
    feeds:
      - https://nandu.example/f
`,
  });
  expect(await commands.run(['import'], '<html></html>')).toMatchObject({ status: 1, out: '' });
});
