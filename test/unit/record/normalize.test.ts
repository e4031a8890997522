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
