import { describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../../../src/errors.ts';
import { discoverFeeds } from '../../../../src/feed/discovery/discover.ts';
import type { Fetch } from '../../../../src/http/fetch.ts';
import { rss } from '../feed-of.ts';

const site = 'https://harbour.example/';
const feed = (...names: string[]) =>
  rss(
    names
      .map(
        (name) =>
          `<item><link>https://harbour.example/${name}</link><pubDate>2026-10-0${name.length}</pubDate></item>`,
      )
      .join(''),
  );
const news = (page: string) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${page}</loc><news:news><news:title>T</news:title></news:news></url></urlset>`;
const index = (...rows: [url: string, modified: string][]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows.map(([url, modified]) => `<sitemap><loc>${url}</loc><lastmod>${modified}</lastmod></sitemap>`).join('')}</sitemapindex>`;

/** What a site answers, by path; all else is 404. Paths that were asked for come in order. */
async function discovered(answers: Record<string, string | number | Error>, start = site) {
  const asked: string[] = [];
  const fetch = ((request: { url: string }) => {
    const { pathname, search, origin } = new URL(request.url);
    const path = origin === new URL(site).origin ? pathname + search : request.url;
    asked.push(path);
    const answer = answers[path] ?? 404;
    if (answer instanceof Error) return Promise.reject(answer);
    const [status, body] = typeof answer === 'number' ? [answer, ''] : [200, answer];
    return Promise.resolve({ status, body: Buffer.from(body), headers: {}, url: request.url });
  }) as unknown as Fetch;
  return { ...(await discoverFeeds(start, fetch)), asked };
}
const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

describe('feeds are looked for', () => {
  test('at the address that is given', async () => {
    const { feeds, asked } = await discovered({ '/': feed('a', 'bb') });
    expect(feeds).toEqual([
      {
        url: site,
        by: 'given',
        title: 'Harbour Times',
        entries: 2,
        newest: '2026-10-02T00:00:00.000Z',
      },
    ]);
    expect(asked).toEqual(['/']);
  });

  test('where the page declares them, each content once', async () => {
    const { feeds, siteName } = await discovered({
      '/': `<meta property="og:site_name" content="Harbour">${link('/one')}${link('/two')}${link('/three')}`,
      '/one': feed('a'),
      '/two': feed('a'),
      '/three': feed('b'),
    });
    expect(feeds.map(({ url, by }) => [new URL(url).pathname, by])).toEqual([
      ['/one', 'link tag'],
      ['/three', 'link tag'],
    ]);
    expect(siteName).toBe('Harbour');
  });

  test('on the page that lists them', async () => {
    const { feeds, disappointments } = await discovered({
      '/': '<a href="/rss">RSS feeds</a>',
      '/rss': '<html><a href="/rss/all.xml">All</a>',
      '/rss/all.xml': feed('a'),
    });
    expect(feeds.map(({ url, by }) => [new URL(url).pathname, by])).toEqual([
      ['/rss/all.xml', 'link'],
    ]);
    expect(disappointments).toEqual([]);
  });

  test('in the news sitemaps of robots.txt, else in all', async () => {
    const robots = (...names: string[]) =>
      names.map((name) => `Sitemap: https://harbour.example${name}`).join('\n');
    const both = await discovered({
      '/': '<p>',
      '/robots.txt': robots('/all.xml', '/news.xml'),
      '/news.xml': news('/a'),
    });
    expect(both.feeds).toMatchObject([
      { url: 'https://harbour.example/news.xml', by: 'robots.txt' },
    ]);
    expect(both.asked).not.toContain('/all.xml');
    const plain = await discovered({
      '/': '<p>',
      '/robots.txt': robots('/all.xml'),
      '/all.xml': news('/a'),
    });
    expect(plain.feeds).toHaveLength(1);
  });

  test('in five sitemaps of robots.txt at most', async () => {
    const names = Array.from(
      { length: 6 },
      (_, at) => `Sitemap: https://harbour.example/news-${at}.xml`,
    );
    const { asked } = await discovered({ '/': '<p>', '/robots.txt': names.join('\r\n') });
    expect(asked.filter((path) => path.startsWith('/news-')).slice(0, 6)).toEqual([
      '/news-0.xml',
      '/news-1.xml',
      '/news-2.xml',
      '/news-3.xml',
      '/news-4.xml',
      '/news-sitemap.xml',
    ]);
  });

  test('at the usual paths, the most frequent first, where nothing else has one', async () => {
    const { asked, feeds } = await discovered({ '/': '<p>' });
    expect(feeds).toEqual([]);
    expect(asked.slice(2)).toEqual([
      '/feed/',
      '/rss.xml',
      '/feed.xml',
      '/rss',
      '/atom.xml',
      '/index.xml',
      '/rss/index.xml',
      '/feeds/posts/default',
      '/arc/outboundfeeds/rss/?outputType=xml',
      '/news-sitemap.xml',
      '/sitemap-news.xml',
      '/sitemap_news.xml',
    ]);
    const found = await discovered({ '/': '<p>', '/atom.xml': feed('a') });
    expect(found.feeds).toMatchObject([{ by: 'usual path' }]);
  });
});

describe('an index of sitemaps', () => {
  test('of news is polled itself, and told by its newest part', async () => {
    const { feeds } = await discovered({
      '/': link('/news-index.xml'),
      '/news-index.xml': index(
        ['https://harbour.example/1.xml', '2026-10-01'],
        ['https://harbour.example/2.xml', '2026-10-02'],
      ),
      '/2.xml': news('/a'),
    });
    expect(feeds).toMatchObject([{ url: 'https://harbour.example/news-index.xml', entries: 1 }]);
  });

  test('of all gives its five newest of news', async () => {
    const rows = Array.from({ length: 7 }, (_, at): [string, string] => [
      `https://harbour.example/${at === 0 ? 'all' : `news-${at}`}.xml`,
      `2026-10-0${at + 1}`,
    ]);
    const { asked } = await discovered({ '/': link('/index.xml'), '/index.xml': index(...rows) });
    expect(asked.slice(1, 8)).toEqual([
      '/index.xml',
      '/news-6.xml',
      '/news-5.xml',
      '/news-4.xml',
      '/news-3.xml',
      '/news-2.xml',
      '/robots.txt',
    ]);
  });
});

describe('a place that disappoints is told with what is wrong there', () => {
  test.each([
    ['answered with status 404', 404],
    ['has no entries', rss('')],
    ['expected a feed, found an HTML page', '<html>'],
    ['no such host', new TransientError('dns', 'no such host')],
    ['forbidden', new PermanentError('robots', 'forbidden')],
  ])('%s', async (problem, answer) => {
    const { disappointments } = await discovered({ '/': link('/one'), '/one': answer });
    expect(disappointments).toEqual([{ url: 'https://harbour.example/one', problem }]);
  });

  test('unless it is a sitemap of all pages, or no more than a usual path', async () => {
    const { disappointments } = await discovered({
      '/': '<p>',
      '/robots.txt': 'Sitemap: https://harbour.example/all.xml\nSitemap: no address',
      '/all.xml': '<urlset><url><loc>/a</loc></url></urlset>',
    });
    expect(disappointments).toEqual([]);
  });

  test('and any other error ends the search', async () => {
    await expect(discovered({ '/': link('/one'), '/one': new Error('a mistake') })).rejects.toThrow(
      'a mistake',
    );
  });
});

test('a site whose page cannot be had is an error, and at most 40 places are asked', async () => {
  await expect(discovered({ '/': 500 })).rejects.toThrow('answered with status 500');
  const many = Array.from({ length: 60 }, (_, at) => link(`/${at}`)).join('');
  const { asked } = await discovered({ '/': many });
  expect(asked).toHaveLength(41);
  const twice = await discovered({ '/': `${link('/rss')}<a href="/rss">RSS</a>` });
  expect(twice.asked.filter((path) => path === '/rss')).toHaveLength(1);
});
