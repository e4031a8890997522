import { describe, expect, test } from 'vitest';
import { feedLinks } from '../../../../src/feed/discovery/feed-links.ts';
import { startTags } from '../../../../src/feed/discovery/start-tags.ts';

const page = 'https://www.harbour.example/world/';

describe('feedLinks', () => {
  test('takes what link tags declare, in order and once', () => {
    const html = `<head><meta property="og:site_name" content="Harbour &amp; Hill">
<link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml">
<link rel='alternate' type='application/atom+xml' href='https://feeds.other.example/harbour'>
<LINK REL=alternate TYPE=application/feed+json HREF=/feed.json>
<link rel="alternate" type="application/rss+xml" href="/feed.xml#top">
<link rel="alternate" hreflang="fil" href="https://harbour.example/fil/">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/"></head>`;
    expect(feedLinks(html, page)).toEqual({
      declared: [
        'https://www.harbour.example/feed.xml',
        'https://feeds.other.example/harbour',
        'https://www.harbour.example/feed.json',
      ],
      likely: [],
      siteName: 'Harbour & Hill',
    });
  });

  test.each([
    ['application/json', '/feed.json', true],
    ['application/xml', '/rss', true],
    ['text/xml', '/atom.xml', true],
    ['text/xml', '/opensearch.xml', false],
    ['text/html', '/rss', false],
  ])('takes a link of type %s to %s as declared: %s', (type, href, isDeclared) => {
    const { declared } = feedLinks(`<link rel="alternate" type="${type}" href="${href}">`, page);
    expect(declared).toEqual(isDeclared ? [`https://www.harbour.example${href}`] : []);
  });

  test("takes links of the site's own hosts that sound like feeds", () => {
    const html = `<a href="/rss">RSS</a> <a href="feeds/sport.xml">Sport</a>
<a href="/index.rdf">RDF</a> <a href="/atom1">Atom</a> <a href="/x.feed">Feed</a>
<a href="/rdfa/atoms/feeding">Words</a> <a href="https://rss.harbour.example/top">Top</a> <a href="https://harbour.example/?feed=rss2">All</a>
<a href="https://reader.example/rss">A reader</a> <a href="/news/atomic-clock">Clock</a>
<a href="javascript:rss()">x</a> <a href="/world/feedback">Write to us</a>`;
    expect(feedLinks(html, page).likely).toEqual([
      'https://www.harbour.example/rss',
      'https://www.harbour.example/world/feeds/sport.xml',
      'https://www.harbour.example/index.rdf',
      'https://www.harbour.example/atom1',
      'https://www.harbour.example/x.feed',
      'https://harbour.example/?feed=rss2',
    ]);
  });
});

describe('startTags', () => {
  test('reads attributes with brackets, entities and without quotes', () => {
    const tags = [...startTags(`<a title="1 > 0 &lt; 2" href=/x><A HREF='y'>`, ['a'])];
    expect(tags.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { title: '1 > 0 < 2', href: '/x' },
      { href: 'y' },
    ]);
  });

  test.each([
    ['tags without end', '<a '],
    ['tags within quotes', '"<a \'<a '],
    ['quotes', '<a ""\'\''],
    ['equals signs', '<a a='],
    ['long names', 'aaaaaaaaaaaaaaaa'],
  ])('a megabyte of %s ends soon', (_what, piece) => {
    const text = `<a ${piece.repeat(1_000_000 / piece.length)}`;
    const startedMs = performance.now();
    expect([...startTags(text, ['a'])].length).toBeGreaterThan(0);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
