import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/feed/read.ts';
import { feedOf } from './feed-of.ts';

const JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbour Times',
  language: 'en',
  authors: [{ name: 'News Desk' }],
  items: [
    {
      id: 'g1',
      url: '/1',
      title: 'First',
      content_html: '<p><a href="/t">x</a></p>',
      summary: 'Short',
      date_published: '2026-10-01T08:30:00+02:00',
      date_modified: '2026-10-02T08:30:00Z',
      tags: ['Sea', 7, null],
      authors: [{ name: 'Ana Cruz' }, { url: 'x' }],
      image: 'https://harbour.example/a.jpg',
      attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
    },
    { id: 2, title: { odd: true }, content_text: 'a < b', tags: 'Sea' },
    'not an item',
  ],
};

describe('JSON Feed', () => {
  test('gives entries, and keeps one whose fields have wrong types', async () => {
    const feed = await feedOf(JSON.stringify(JSON_FEED), {
      url: 'https://harbour.example/feed.json',
    });
    expect(feed).toMatchObject({ title: 'Harbour Times', language: 'en' });
    expect(feed.entries).toEqual([
      {
        id: 'g1',
        title: 'First',
        link: 'https://harbour.example/1',
        published: '2026-10-01T06:30:00.000Z',
        updated: '2026-10-02T08:30:00.000Z',
        author: 'Ana Cruz',
        summary: 'Short',
        content: '<p><a href="https://harbour.example/t">x</a></p>',
        categories: [
          { term: 'Sea', scheme: null },
          { term: '7', scheme: null },
        ],
        enclosures: [
          { url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length: 9 },
          { url: 'https://harbour.example/a.jpg', type: null, length: null, picture: {} },
        ],
      },
      {
        id: '2',
        title: null,
        link: null,
        published: null,
        updated: null,
        author: 'News Desk',
        summary: null,
        content: 'a &lt; b',
        categories: [],
        enclosures: [],
      },
    ]);
  });
});

describe('a sitemap', () => {
  const urlset = (urls: string) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`;
  const news = urlset(
    `<url><loc>https://harbour.example/1</loc><lastmod>2026-10-02</lastmod>
     <n:news><n:publication><n:name>Harbour Times</n:name><n:language>en</n:language></n:publication>
     <n:publication_date>2026-10-01T08:30+02:00</n:publication_date><n:title>Salt &amp; sea</n:title><n:keywords>Sea, Salt</n:keywords></n:news>
     <image:image><image:loc>https://harbour.example/a.jpg</image:loc></image:image></url>
     <url><loc>https://harbour.example/about</loc></url>`,
  );
  const expected = {
    title: 'Harbour Times',
    language: 'en',
    entries: [
      {
        title: 'Salt & sea',
        link: 'https://harbour.example/1',
        published: '2026-10-01T06:30:00.000Z',
        updated: '2026-10-02T00:00:00.000Z',
        categories: [
          { term: 'Sea', scheme: null },
          { term: 'Salt', scheme: null },
        ],
        enclosures: [{ url: 'https://harbour.example/a.jpg', type: null, length: null }],
      },
    ],
  };

  test('of Google News gives the pages that carry news', async () => {
    expect(await feedOf(news)).toMatchObject(expected);
  });

  test('may be a gzip file', async () => {
    expect(await feedOf(gzipSync(news))).toMatchObject(expected);
  });

  test('without news is no feed', async () => {
    const bytes = Buffer.from(urlset('<url><loc>https://harbour.example/</loc></url>'));
    expect(await readFeed({ bytes })).toMatchObject({
      kind: 'not-a-feed',
      looksLike: 'a sitemap without news entries',
    });
  });

  test('index names further sitemaps', async () => {
    const bytes = Buffer.from(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/news.xml.gz</loc><lastmod>2026-10-01</lastmod></sitemap><sitemap/></sitemapindex>`,
    );
    expect(await readFeed({ bytes, url: 'https://harbour.example/sitemap.xml' })).toEqual({
      kind: 'sitemap-index',
      sitemaps: [
        { url: 'https://harbour.example/news.xml.gz', modified: '2026-10-01T00:00:00.000Z' },
      ],
    });
  });
});

describe('a listing page', () => {
  const page = `<!doctype html><html lang="en"><head><title>Latest news</title></head><body>
    <article><h2><a href="/1">Ferry <b>back</b></a></h2><time datetime="2026-10-01T08:30:00Z">today</time>
      <p class="lead">It sails.</p><span class="by">Ana Cruz</span><i>Sea</i><i>Salt</i></article>
    <article><h2><a href="/2">Second</a></h2></article><article>An advertisement</article></body></html>`;
  const listing = {
    entry: 'article',
    title: 'h2',
    date: 'time',
    summary: '.lead',
    author: '.by',
    category: 'i',
  };

  test('gives one entry for each block with a link', async () => {
    const feed = await feedOf(page, { url: 'https://harbour.example/news/', listing });
    expect(feed).toMatchObject({ title: 'Latest news', language: 'en' });
    expect(feed.entries).toMatchObject([
      {
        title: 'Ferry back',
        link: 'https://harbour.example/1',
        published: '2026-10-01T08:30:00.000Z',
        summary: 'It sails.',
        author: 'Ana Cruz',
        categories: [{ term: 'Sea' }, { term: 'Salt' }],
      },
      { title: 'Second', link: 'https://harbour.example/2', published: null, summary: null },
    ]);
  });

  test('needs no rule but the one for entries, which may be the links themselves', async () => {
    const feed = await feedOf(page, {
      url: 'https://harbour.example/',
      listing: { entry: 'h2 a' },
    });
    expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
      ['Ferry back', 'https://harbour.example/1'],
      ['Second', 'https://harbour.example/2'],
    ]);
  });

  test('in which no entry is found is no feed: the site has changed', async () => {
    const outcome = await readFeed({ bytes: Buffer.from(page), listing: { entry: '.story' } });
    expect(outcome).toMatchObject({
      kind: 'not-a-feed',
      looksLike: 'an HTML page in which nothing matches “.story”',
    });
  });
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'an empty document'],
  ['white space', ' \n\t', 'an empty document'],
  [
    'an error page',
    '<!DOCTYPE html><title>Just a moment...</title>',
    'an HTML page titled “Just a moment...”',
  ],
  ['a page that mentions feeds', '<html><body>Our <rss> feed moved</body></html>', 'an HTML page'],
  [
    'an XHTML page',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
    'an HTML page',
  ],
  ['JSON', '{"posts":[]}', 'JSON that is not a JSON Feed'],
  [
    'broken JSON',
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    'JSON that is not a JSON Feed',
  ],
  ['text', '404 page not found', 'plain text beginning “404 page not found”'],
  [
    'OPML',
    '<opml version="2.0"><body><outline xmlUrl="https://e.example/"/></body></opml>',
    'an OPML list of feeds',
  ],
  [
    'other XML',
    '<?xml version="1.0"?><!-- x --><catalog/>',
    'XML with the root <catalog>, which is no feed format',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a PNG image'],
  ['a PDF', '%PDF-1.7', 'a PDF document'],
  ['bytes', Buffer.from([1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]), 'a binary file'],
  ['a broken gzip file', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'a broken gzip file'],
])('%s is recognised as what it is', async (_what, content, looksLike) => {
  expect(await readFeed({ bytes: Buffer.from(content as string) })).toEqual({
    kind: 'not-a-feed',
    looksLike,
    message: `expected a feed, found ${looksLike}`,
  });
});
