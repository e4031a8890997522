import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { articlePage, inventedArticle } from '../../../support/records/articles.ts';

const article = inventedArticle(5, 2);
const page = { html: articlePage(article), url: 'https://harbour.example/world/story-2' };

test('a remove rule with a body rule takes elements out of the body only', () => {
  const rules = { body: '.article-body', remove: ['div:not(.paywall)'] };
  const html = page.html.replace(
    '<div class="ad">',
    '<div class="teaser"><p>Read here why the pier was closed for a whole year before.</p></div><div>',
  );
  const outcome = scrapeArticle({ siteName: undefined, ...page, html, rules });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.paragraphs.value.map(({ text }) => text)).toEqual(article.paragraphs);
});

test('a remove rule without a body rule takes elements out of the whole page', () => {
  const outcome = scrapeArticle({ siteName: undefined, ...page, rules: { remove: ['h1'] } });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.paragraphs.value.map(({ text }) => text)).toEqual(article.paragraphs);
});

describe('what the elements stated that a remove rule takes out goes with them', () => {
  const text = article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const aside =
    '<div class="teaser"><h2>Other story of the same harbour town</h2><p class="byline">By Ola Nord</p><time datetime="2020-01-01">1 January 2020</time></div>';
  const block =
    '<script class="other" type="application/ld+json">{"@type":"NewsArticle","headline":"Pier opens again","author":{"name":"Ola Nord"},"datePublished":"2020-01-01"}</script>';
  const meta = '<meta class="other" name="author" content="Ola Nord">';
  const scrapedUnder = (remove: string[], parts: string) => {
    const html = `<html><head><title>Pier opens again</title></head><body><article><h1>Pier opens again</h1>${text}${parts}</article></body></html>`;
    const outcome = scrapeArticle({ siteName: undefined, ...page, html, rules: { remove } });
    if (outcome.kind !== 'article') throw new Error(outcome.message);
    const { authors, publishedAt, title } = outcome.article;
    return { title: title?.value, authors: authors?.value, publishedAt: publishedAt?.value };
  };

  test.each([
    ['an author and a date in an element', '.teaser', aside],
    ['those of a block of data', 'script.other', block],
  ])('%s', (_what, selector, parts) => {
    const nothing = { title: 'Pier opens again', authors: undefined, publishedAt: undefined };
    expect(scrapedUnder([selector], parts)).toEqual(nothing);
    expect(scrapedUnder(['.nothing'], parts)).toMatchObject({
      authors: [{ name: 'Ola Nord' }],
      publishedAt: '2020-01-01T00:00:00Z',
    });
  });

  test('an author in metadata', () => {
    expect(scrapedUnder(['meta.other'], meta).authors).toBeUndefined();
    expect(scrapedUnder(['.nothing'], meta).authors).toEqual([{ name: 'Ola Nord' }]);
  });
});
