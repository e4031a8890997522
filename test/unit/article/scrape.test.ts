import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ScrapePage, scrapeArticle } from '../../../src/article/scrape.ts';
import type { ScrapedArticle } from '../../../src/article/scraped.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/article/${name}.html`, import.meta.url), 'utf8');

function scraped(name: string, options: Partial<ScrapePage> = {}): ScrapedArticle {
  const outcome = scrapeArticle({
    html: fixture(name),
    url: 'https://www.channel.example/world/harbour-town-votes-breakwater',
    ...options,
  });
  if (outcome.kind !== 'article') throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.article;
}

const texts = ({ paragraphs }: ScrapedArticle): string[] =>
  paragraphs.value.map(({ kind, text }) => `${kind} ${text}`);

const CHANNEL_BODY = [
  'p PORT ELSE, Northland (AP) — People of this harbour town said "yes" by a wide margin on Tuesday to a breakwater that will cost more than the town\'s whole budget.',
  'p The mayor, Ada Mole, said it was the only vote she had won without a speech, and thanked the storm for making it.',
  'h WHO PAYS',
  'p Three quarters of the money comes from the region, and the rest from a levy on berths that starts next year.',
  'li Small boats pay nothing for the first two years.',
  'li Ferries pay by the passenger.',
];

describe('a story with promos, captions and a credit', () => {
  test('gives exactly its paragraphs, without rules', () => {
    expect(texts(scraped('channel-story-with-promos'))).toEqual(CHANNEL_BODY);
  });

  test('gives the same under a body rule', () => {
    const article = scraped('channel-story-with-promos', {
      rules: { body: '.article-body', dropLinkOnlyBlocks: true },
    });
    expect(texts(article)).toEqual(CHANNEL_BODY);
    expect(article.paragraphs.from).toBe('rule');
    expect(article.unmatchedRules).toEqual([]);
  });

  test('keeps the credit apart', () => {
    expect(scraped('channel-story-with-promos').credit?.value).toEqual({
      text: "Example Channel's Cy Dow and The Associated Press contributed to this report.",
      people: ['Cy Dow'],
      organizations: ['Example Channel', 'Associated Press'],
    });
  });

  test('fills the fields the page states', () => {
    expect(scraped('channel-story-with-promos')).toMatchObject({
      title: { value: 'Harbour town votes on new breakwater' },
      publishedAt: { value: '2026-03-04T13:15:00Z', from: 'jsonld' },
      modifiedAt: { value: '2026-03-04T14:00:00Z' },
      authors: { value: [{ name: 'Ann Lee' }], from: 'jsonld' },
      originator: { value: 'Associated Press', from: 'meta' },
      publisherName: { value: 'Example Channel' },
      channel: { value: 'exc' },
      nativeId: { value: '6f1ed002-ab5f-5c8d-9b46-0a1c7c3a2f11' },
      taxonomyPaths: {
        value: [
          'example-channel/world/personalities/ada-mole',
          'example-channel/world/world-regions/northland',
        ],
      },
      dateline: { value: 'PORT ELSE, Northland (AP)' },
      language: { value: 'en' },
      canonicalUrl: { value: 'https://www.channel.example/world/harbour-town-votes-breakwater' },
      flags: { gated: true, live: false, opinion: false, sponsored: false, developing: false },
    });
  });

  test('falls back when a rule matches nothing, and says so', () => {
    const article = scraped('channel-story-with-promos', { rules: { body: '.gone' } });
    expect(texts(article)).toEqual(CHANNEL_BODY);
    expect(article.paragraphs.from).toBe('text');
    expect(article.unmatchedRules).toEqual(['body']);
  });
});

describe('what is no article page', () => {
  test.each([
    ['empty-page', ''],
    ['not-html', '%PDF-1.7 binary'],
    ['not-html', '{"a":1}'],
    ['no-body', '<html><body><nav><a href="/">Home</a></nav></body></html>'],
    ['too-deep', '<div>'.repeat(100_000)],
    ['too-large', `<p ${Array.from({ length: 300 }, (_, at) => `a${at}`).join(' ')}>`],
  ])('%s', (code, html) => {
    expect(scrapeArticle({ html, url: 'https://a.example/' })).toMatchObject({
      kind: 'not-an-article',
      code,
    });
  });
});
