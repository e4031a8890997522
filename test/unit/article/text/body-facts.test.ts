import { expect, test } from 'vitest';
import { type ScrapePage, scrapeArticle } from '../../../../src/article/scrape.ts';

const sentence = (about: string, at: number) =>
  `The harbour council spoke about ${about} for the ${at}th time, and nobody at the table was surprised by how long that took.`;
const paragraphs = (about: string, count = 8) =>
  Array.from({ length: count }, (_, at) => `<p>${sentence(about, at + 1)}</p>`).join('');
const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ');

const described = (description: string) => `<meta name="description" content="${description}">`;
const stating = (articleBody: string, more = {}) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Breakwater vote',
    author: { name: 'Ann Lee' },
    articleBody,
    ...more,
  })}</script>`;

function doubts(body: string, head: string, options: Partial<ScrapePage> = {}): string[] {
  const html = `<html><head><title>Breakwater vote</title>${head}</head><body><h1>Breakwater vote</h1>${body}</body></html>`;
  const url = 'https://courier.example/news/breakwater-vote';
  const outcome = scrapeArticle({ html, url, siteName: undefined, ...options });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return outcome.article.doubts.map(({ name }) => name);
}

const story = `<article>${paragraphs('the breakwater')}</article>`;
const text = words(paragraphs('the breakwater'));

test('A page whose data holds the text that it shows leaves no doubt.', () => {
  expect(doubts(story, stating(text))).toEqual([]);
});

test('Data that holds more than the page shows leaves a doubt about what is missing.', () => {
  const more = text + words(paragraphs('dredging pontoons without subscription', 6));
  expect(doubts(story, stating(more))).toEqual(
    expect.arrayContaining(['data-says-more', 'data-is-longer']),
  );
});

test('Data that holds a fraction of what the page shows leaves a doubt about the rest.', () => {
  expect(doubts(story, stating(words(paragraphs('the breakwater', 3))))).toEqual([
    'data-says-less',
  ]);
});

test('A description of something else leaves a doubt, and one of the article does not.', () => {
  const other = 'Festival pictures, recipes, horoscopes and quizzes gathered from yesterday';
  expect(doubts(story, stating('') + described(other))).toContain('other-description');
  const same = 'The harbour council spoke about the breakwater, and nobody was surprised';
  expect(doubts(story, stating('') + described(same))).toEqual([]);
});

test('Where no witness says anything, that is told.', () => {
  expect(doubts(story, stating(''))).toEqual(['no-witness']);
});

test('Running text below the body is told, and not where a rule names the body.', () => {
  const page = `${story}<div class="comments">${paragraphs('their garden', 7)}</div>`;
  expect(doubts(page, stating(text))).toContain('goes-on-below');
  expect(doubts(page, stating(text), { rules: { body: 'article' } })).toEqual([]);
});

test('A page that says that not everybody may read on is in some doubt.', () => {
  expect(doubts(story, stating(text, { isAccessibleForFree: false }))).toContain('gated');
});

test('An article that nobody signs is in little doubt.', () => {
  expect(doubts(story, stating(text, { author: undefined }))).toEqual(['nobody-signs']);
});
