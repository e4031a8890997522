import { expect, test } from 'vitest';
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
