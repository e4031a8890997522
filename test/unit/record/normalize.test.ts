import { describe, expect, test } from 'vitest';
import { normalizeArticle } from '../../../src/record/normalize.ts';
import type { ArticleRecord } from '../../../src/article-record.ts';
import { readFeed } from '../../../src/feed/read.ts';
import { escapeXml } from '../../support/records/articles.ts';
import { anEntry } from '../../support/records/entries.ts';
import { article, articleOf, PARAGRAPHS } from '../article/ferry-page.ts';

describe('text of the record is plain, whatever feed and page hold', () => {
  const PLAIN = (record: ArticleRecord): string[] => [
    record.title,
    record.subtitle ?? '',
    record.summary ?? '',
    record.section ?? '',
    record.source,
    record.publisher.name,
    record.channel,
    record.dateline ?? '',
    record.credit?.text ?? '',
    ...record.taxonomy,
    ...record.authors.map(({ name }) => name),
    ...record.images.flatMap(({ alt = '', caption = '', credit = '' }) => [alt, caption, credit]),
    record.rights.attribution.text,
  ];

  const marked = (words: string, markup: string) => `${words} ${markup} quay`;
  const MARKUP = [
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(2)>',
    '<p>The post <a href="https://quay.example/ferry-late">Ferry</a></p>',
    '<style>p{}</style>',
    '<a href="javascript:alert(3)">link</a>',
  ];

  test.each(MARKUP)('%s', async (markup) => {
    const said = (words: string) => escapeXml(marked(words, markup));
    const xml = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${said('Quay')}</title><item><title>${said('Ferry is late')}</title>
<link>https://quay.example/ferry-late</link><description>${said('Late again')}</description>
<dc:creator>${said('Ann Quay')}</dc:creator><category domain="x/dc.source">${said('Meridian')}</category>
<category>${said('Harbours')}</category><media:content url="https://quay.example/a.jpg" medium="image" width="900" height="600">
<media:description>${said('The pier')}</media:description><media:credit>${said('Lee')}</media:credit></media:content></item></channel></rss>`;
    const read = await readFeed({ bytes: Buffer.from(xml), contentType: 'text/xml' });
    if (read.kind !== 'feed') throw new Error(read.kind);
    const quoted = (words: string) => escapeXml(marked(words, markup)).replaceAll('"', '&quot;');
    const data = {
      '@type': 'NewsArticle',
      headline: marked('Ferry is late', markup),
      description: marked('Late again', markup),
      articleSection: marked('Harbours', markup),
      author: { '@type': 'Person', name: marked('Ann Quay', markup) },
      publisher: { '@type': 'Organization', name: marked('Quay', markup) },
      image: {
        '@type': 'ImageObject',
        url: 'https://quay.example/b.jpg',
        caption: marked('Pier', markup),
      },
    };
    const head = `<meta property="og:title" content="${quoted('Ferry is late')}">
<meta name="description" content="${quoted('Late again')}"><meta property="og:image:alt" content="${quoted('Pier')}">
<meta property="article:section" content="${quoted('Harbours')}"><meta property="og:site_name" content="${quoted('Quay')}">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>`;
    for (const entry of [read.feed.entries[0], undefined]) {
      const outcome = normalizeArticle({
        scraped: articleOf(article(PARAGRAPHS), head),
        source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
        url: 'https://quay.example/ferry-late',
        entry,
        fetchedAt: new Date('2026-05-05T00:00:00Z'),
      });
      if (outcome.kind !== 'record') throw new Error(outcome.message);
      for (const text of PLAIN(outcome.record)) {
        expect(text).not.toMatch(/<\/?(?:b|p|a|img|script|style)\b|onerror|alert\(|&lt;|href/);
      }
      expect(outcome.record.summary).toContain('Late again');
    }
  });

  test('where the feed only leads to the page, the page says what it is about', () => {
    const outcome = normalizeArticle({
      scraped: articleOf(
        article(PARAGRAPHS),
        '<meta name="description" content="The ferry was late by a tide.">',
      ),
      source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
      url: 'https://quay.example/ferry-late',
      entry: anEntry({
        summary:
          '<p>The post <a href="https://quay.example/ferry-late">Ferry</a> appeared first on <a href="https://quay.example">Quay</a>.</p>',
        link: 'https://quay.example/ferry-late',
        title: 'Ferry',
      }),
      fetchedAt: new Date('2026-05-05T00:00:00Z'),
    });
    if (outcome.kind !== 'record') throw new Error(outcome.message);
    expect(outcome.record).toMatchObject({
      summary: 'The ferry was late by a tide.',
      provenance: { summary: 'meta' },
    });
  });
});

describe('of one article', () => {
  const normalized = (entry: Parameters<typeof anEntry>[0], source: object = {}, head = '') => {
    const outcome = normalizeArticle({
      scraped: articleOf(article(PARAGRAPHS), head),
      source: { id: 'quay', name: 'Quay', channel: 'qy', republish: 'link', ...source },
      url: 'https://quay.example/ferry-late?sid=7',
      entry: anEntry(entry),
      fetchedAt: new Date('2026-05-05T00:00:00Z'),
    });
    if (outcome.kind !== 'record') throw new Error(outcome.message);
    return outcome.record;
  };
  const category = (scheme: string, term: string) => ({ scheme: `x/${scheme}`, term });

  test.each([
    ['Ann Quay', ['Ann Quay']],
    ['Ann Quay, Lee Pier; Bo Hill and Mo Dune', ['Ann Quay', 'Lee Pier', 'Bo Hill', 'Mo Dune']],
    [' , ; ', []],
    [null, []],
  ])('the feed’s author %j names %j', (author, names) => {
    expect(normalized({ author }).authors.map(({ name }) => name)).toEqual(names);
  });

  test('section, place, channel and originator are what its feed calls them, else what the config does', () => {
    const categories = [
      category('section-path', 'quay/world'),
      category('dateline', 'HILL TOWN'),
      category('prism.channel', 'hil'),
      category('dc.source', 'Hill Wire'),
    ];
    expect(normalized({ categories })).toMatchObject({
      section: 'quay/world',
      dateline: 'HILL TOWN',
      channel: 'hil',
      source: 'Hill Wire',
      rights: { attribution: { text: 'Hill Wire' } },
    });
    expect(normalized({})).toMatchObject({ channel: 'qy', source: 'Quay' });
  });

  test('an agency that signs in the feed has a say in what is republished', () => {
    const wires = (entry: Parameters<typeof anEntry>[0]) =>
      normalized(entry).rights.reasons.flatMap(({ signal, value, where }) =>
        signal === 'wire' ? `${where}: ${value}` : [],
      );
    expect(wires({ author: 'Reuters' })).toEqual(['author: Reuters']);
    expect(wires({ categories: [category('dateline', 'LONDON (Reuters)')] })).toEqual([
      'dateline: Reuters',
    ]);
    expect(wires({ author: 'Ann Quay' })).toEqual([]);
  });

  test('its own address is the page’s where it states none, without what the source drops', () => {
    expect(normalized({}).canonicalUrl).toBe('https://quay.example/ferry-late?sid=7');
    expect(normalized({}, { url: { dropQuery: ['sid'] } }).canonicalUrl).toBe(
      'https://quay.example/ferry-late',
    );
  });

  test('its guid and link are the entry’s', () => {
    const link = 'https://feeds.example/click';
    expect(normalized({ id: 'slot-1', link })).toMatchObject({ guid: 'slot-1', url: link });
    expect(normalized({ id: null })).not.toHaveProperty('guid');
  });
});

test('without a headline on the page and in the feed it is no article', () => {
  const { title: _, ...scraped } = articleOf(article(PARAGRAPHS));
  const outcome = (title: string | null) =>
    normalizeArticle({
      scraped,
      source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
      url: 'https://quay.example/ferry-late',
      entry: anEntry({ title }),
      fetchedAt: new Date('2026-05-05T00:00:00Z'),
    });
  expect(outcome(null)).toMatchObject({ kind: 'not-an-article', code: 'no-title' });
  expect(outcome('Ferry is late')).toMatchObject({ record: { title: 'Ferry is late' } });
});
