import { describe, expect, test } from 'vitest';
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
