import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/feed/read.ts';
import { feedOf, rss } from './feed-of.ts';

const atom = (content: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Harbour Times</title>${content}</feed>`;

describe('Atom', () => {
  test('1.0 gives every field of an entry', async () => {
    const feed = await feedOf(
      atom(
        `<author><name>News Desk</name></author>
        <entry>
          <id>tag:harbour.example,2026:1</id>
          <title type="html">Ferry &lt;em&gt;back&lt;/em&gt; in service</title>
          <link rel="self" href="https://harbour.example/1.atom"/>
          <link rel="alternate" type="application/json" href="https://harbour.example/1.json"/>
          <link rel="alternate" type="text/html" href="https://harbour.example/1"/>
          <link rel="enclosure" href="https://harbour.example/a.mp3" type="audio/mpeg" length="9"/>
          <published>2026-10-01T08:30:00Z</published>
          <updated>2026-10-01T09:30:00Z</updated>
          <category term="transport" scheme="https://harbour.example/topics" label="Transport"/>
          <summary>It sails.</summary>
          <content type="html">&lt;p&gt;It sails.&lt;/p&gt;</content>
        </entry>`,
        ' xml:lang="en"',
      ),
    );
    expect(feed).toMatchObject({ title: 'Harbour Times', language: 'en', repairs: [] });
    expect(feed.entries).toEqual([
      {
        id: 'tag:harbour.example,2026:1',
        title: 'Ferry back in service',
        link: 'https://harbour.example/1',
        published: '2026-10-01T08:30:00.000Z',
        updated: '2026-10-01T09:30:00.000Z',
        author: 'News Desk',
        summary: 'It sails.',
        content: '<p>It sails.</p>',
        categories: [{ term: 'transport', scheme: 'https://harbour.example/topics' }],
        enclosures: [{ url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length: 9 }],
      },
    ]);
  });

  test('0.3 has its own names for dates', async () => {
    const feed = await feedOf(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>First</title>
       <issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified></entry></feed>`,
    );
    expect(feed.entries[0]).toMatchObject({
      published: '2004-01-01T00:00:00.000Z',
      updated: '2004-01-02T00:00:00.000Z',
    });
  });

  test('a bad date costs the entry nothing else', async () => {
    const feed = await feedOf(atom('<entry><title>First</title><updated>soon</updated></entry>'));
    expect(feed.entries[0]).toMatchObject({ title: 'First', updated: null });
  });

  test('XHTML content keeps its order and loses its wrapper and prefixes', async () => {
    const feed = await feedOf(
      atom(`<entry><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">One
        <h:b>two</h:b> three<h:br/> <h:a name="x"/>&amp; four</h:div></content></entry>`),
    );
    expect(feed.entries[0]?.content?.replace(/\s+/g, ' ')).toBe(
      'One <b>two</b> three<br> <a name="x"></a>&amp; four',
    );
  });

  test('a title of type text is not read as HTML', async () => {
    const feed = await feedOf(atom('<entry><title type="text">The &lt;b&gt; tag</title></entry>'));
    expect(feed.entries[0]?.title).toBe('The <b> tag');
  });

  test('relative URLs are resolved with xml:base at every level', async () => {
    const feed = await feedOf(
      atom(
        `<entry xml:base="news/"><link href="1"/>
         <content type="html" xml:base="img/">&lt;img src="a.jpg"&gt;&lt;a href="#top"&gt;</content></entry>
         <entry><link href="2"/></entry>`,
        ' xml:base="/world/"',
      ),
      { url: 'https://harbour.example/feed' },
    );
    expect(feed.entries[0]).toMatchObject({
      link: 'https://harbour.example/world/news/1',
      content: '<img src="https://harbour.example/world/news/img/a.jpg"><a href="#top">',
    });
    expect(feed.entries[1]?.link).toBe('https://harbour.example/world/2');
  });
});

describe('RSS', () => {
  test('1.0 has its items beside the channel', async () => {
    const feed = await feedOf(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour Times</title></channel>
       <item rdf:about="https://harbour.example/1"><title>First</title><dc:date>2026-10-01T08:30+02:00</dc:date></item></rdf:RDF>`,
    );
    expect(feed.title).toBe('Harbour Times');
    expect(feed.entries[0]).toMatchObject({
      id: 'https://harbour.example/1',
      link: 'https://harbour.example/1',
      published: '2026-10-01T06:30:00.000Z',
    });
  });

  test('0.91 needs no namespace, date or guid', async () => {
    const feed = await feedOf(
      '<rss version="0.91"><channel><title>T</title><item><title>First</title></item></channel></rss>',
    );
    expect(feed.entries[0]).toMatchObject({ id: null, title: 'First', published: null });
  });

  test('modules mean the same under any prefix', async () => {
    const feed = await feedOf(
      rss(
        '<item><x:creator>Ana Cruz</x:creator><y:encoded>&lt;p&gt;Text</y:encoded><dc:title>Photo</dc:title></item>',
        ' xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:y="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://search.yahoo.com/mrss/"',
      ),
    );
    expect(feed.entries[0]).toMatchObject({
      author: 'Ana Cruz',
      content: '<p>Text',
      title: 'Photo',
    });
  });

  test('a module under its usual prefix is known without a declaration', async () => {
    const feed = await feedOf(rss('<item><dc:creator>Ana Cruz</dc:creator></item>'));
    expect(feed.entries[0]?.author).toBe('Ana Cruz');
  });

  test('a title of another vocabulary does not become the title of the entry', async () => {
    const feed = await feedOf(
      rss(
        `<item><itunes:title>Episode</itunes:title><media:content url="https://harbour.example/a.jpg"><media:title>Photo</media:title></media:content>
         <source url="https://other.example/feed"><title>Other</title></source><svg xmlns="http://www.w3.org/2000/svg"><title>Icon</title></svg><title>First</title></item>`,
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    );
    expect(feed.entries[0]?.title).toBe('First');
  });

  test('a guid that is no permalink does not become the link', async () => {
    const feed = await feedOf(
      rss('<item><guid isPermaLink="false">https://harbour.example/?p=1</guid></item>'),
    );
    expect(feed.entries[0]).toMatchObject({ id: 'https://harbour.example/?p=1', link: null });
  });

  test('media of groups, contents and thumbnails are enclosures, each URL once', async () => {
    const feed = await feedOf(
      rss(
        `<item><media:thumbnail url="https://harbour.example/t.jpg"/>
         <media:group><media:content url="https://harbour.example/a.jpg"/><media:content url="https://harbour.example/b.jpg"><media:thumbnail url="https://harbour.example/t.jpg"/></media:content></media:group>
         <enclosure url="https://harbour.example/a.jpg" type="image/jpeg"/></item>`,
        ' xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    );
    expect(feed.entries[0]?.enclosures.map(({ url, type }) => [url, type])).toEqual([
      ['https://harbour.example/a.jpg', 'image/jpeg'],
      ['https://harbour.example/b.jpg', null],
      ['https://harbour.example/t.jpg', null],
    ]);
  });

  test('a link is resolved, unwrapped and unescaped', async () => {
    const feed = await feedOf(
      rss(`<item><link>
        /2026/1</link></item><item><link>//harbour.example/2</link></item><item><link>https://harbour.example/?a=1&amp;amp;b=2</link></item><item><link>javascript:alert(1)</link></item>`),
      { url: 'https://harbour.example/feed.xml' },
    );
    expect(feed.entries.map(({ link }) => link)).toEqual([
      'https://harbour.example/2026/1',
      'https://harbour.example/2',
      'https://harbour.example/?a=1&b=2',
      null,
    ]);
  });

  test('dates without a zone are those of the zone the source assumes', async () => {
    const xml = rss('<item><pubDate>Thu, 01 Oct 2026 08:30:00</pubDate></item>');
    expect((await feedOf(xml)).entries[0]?.published).toBe('2026-10-01T08:30:00.000Z');
    expect((await feedOf(xml, { assumeZone: 'Asia/Manila' })).entries[0]?.published).toBe(
      '2026-10-01T00:30:00.000Z',
    );
  });
});

describe('JSON Feed', () => {
  test('gives entries, and keeps one whose fields have wrong types', async () => {
    const feed = await feedOf(
      JSON.stringify({
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
      }),
      { url: 'https://harbour.example/feed.json' },
    );
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

describe('pictures', () => {
  const media = ' xmlns:media="http://search.yahoo.com/mrss/"';

  test('have their size, caption and credit, in groups too', async () => {
    const feed = await feedOf(
      rss(
        `<item><title>Ferry</title><media:group>
           <media:credit role="photographer">Ann Lee</media:credit>
           <media:content url="https://harbour.example/ferry.jpg?w=700" medium="image" width="700" height="420">
             <media:description>The &lt;b&gt;night&lt;/b&gt; ferry</media:description>
           </media:content>
           <media:content url="https://harbour.example/ferry.mp4" type="video/mp4" width="1280"/>
         </media:group>
         <media:thumbnail url="https://harbour.example/small" width="60" height="60"/></item>`,
        media,
      ),
    );
    expect(feed.entries[0]?.enclosures).toEqual([
      {
        url: 'https://harbour.example/ferry.jpg?w=700',
        type: null,
        length: null,
        picture: { width: 700, height: 420, caption: 'The night ferry', credit: 'Ann Lee' },
      },
      { url: 'https://harbour.example/ferry.mp4', type: 'video/mp4', length: null },
      {
        url: 'https://harbour.example/small',
        type: null,
        length: null,
        picture: { width: 60, height: 60 },
      },
    ]);
  });

  test('are known by type or name where nothing else tells', async () => {
    const feed = await feedOf(
      rss(
        `<item><title>Ferry</title>
         <enclosure url="https://harbour.example/a" type="image/webp" length="10"/>
         <enclosure url="https://harbour.example/b.png"/>
         <enclosure url="https://harbour.example/c.mp3" type="audio/mpeg"/></item>`,
      ),
    );
    const pictures = feed.entries[0]?.enclosures.map(({ picture }) => picture);
    expect(pictures).toEqual([{}, {}, undefined]);
  });
});
