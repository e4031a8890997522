import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../../src/feed/read.ts';
import { feedOf } from '../feed-of.ts';

const url = 'https://harbour.example/sitemaps/news.xml';
const sitemap = (pages: string) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${pages}</urlset>`;
const news = (rest = '') =>
  `<news:news><news:publication><news:name>Harbour Times</news:name><news:language>en</news:language></news:publication>
   <news:publication_date>2026-10-01</news:publication_date><news:title>Bread &amp;amp; salt</news:title>${rest}</news:news>`;

describe('a sitemap of news', () => {
  test('gives the pages that carry news, each with all that is said of it', async () => {
    const feed = await feedOf(
      sitemap(
        `<url><loc>/old</loc></url><url><loc> /bread </loc><lastmod>2026-10-02T00:00:00Z</lastmod>
          ${news('<news:keywords>bread, , salt</news:keywords>')}
          <image:image><image:loc>/a.jpg</image:loc><image:caption>A &lt;b&gt;loaf&lt;/b&gt;</image:caption></image:image>
          <image:image><image:loc>/a.jpg</image:loc></image:image><image:image><image:loc>/b.jpg</image:loc></image:image>
          <image:image/><image:image><image:caption>None</image:caption></image:image></url>`,
      ),
      { url },
    );
    expect(feed).toMatchObject({
      title: 'Harbour Times',
      language: 'en',
      repairs: [],
      isNewsSitemap: true,
    });
    expect(feed.entries).toEqual([
      {
        id: null,
        title: 'Bread & salt',
        link: 'https://harbour.example/bread',
        published: '2026-10-01T00:00:00.000Z',
        updated: '2026-10-02T00:00:00.000Z',
        author: null,
        summary: null,
        content: null,
        categories: [
          { term: 'bread', scheme: null },
          { term: 'salt', scheme: null },
        ],
        enclosures: [
          {
            url: 'https://harbour.example/a.jpg',
            type: null,
            length: null,
            picture: { caption: 'A loaf' },
          },
          { url: 'https://harbour.example/b.jpg', type: null, length: null, picture: {} },
        ],
      },
    ]);
  });

  test('may say as good as nothing of a page', async () => {
    const feed = await feedOf(
      sitemap('<url><news:news><news:genres>x</news:genres></news:news></url>'),
      {
        url: 'no address',
      },
    );
    expect(feed).toMatchObject({ title: null, language: null });
    expect(feed.entries).toMatchObject([
      { title: null, link: null, published: null, updated: null, categories: [], enclosures: [] },
    ]);
  });

  test('is none where no page carries news', async () => {
    const read = await readFeed({ bytes: Buffer.from(sitemap('<url><loc>/a</loc></url>')), url });
    expect(read).toMatchObject({ kind: 'not-a-feed', looksLike: 'a sitemap without news entries' });
  });
});

test('an index names its sitemaps, in its order, with their times', async () => {
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>/b.xml</loc><lastmod>2026-10-02</lastmod></sitemap><sitemap><lastmod>2026-10-02</lastmod></sitemap>
    <sitemap><loc>https://other.example/a.xml</loc></sitemap></sitemapindex>`;
  expect(await readFeed({ bytes: Buffer.from(index), url })).toEqual({
    kind: 'sitemap-index',
    sitemaps: [
      { url: 'https://harbour.example/b.xml', modified: '2026-10-02T00:00:00.000Z' },
      { url: 'https://other.example/a.xml', modified: null },
    ],
  });
});
