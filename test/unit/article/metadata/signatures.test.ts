import { expect, test } from 'vitest';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';

const signaturesOf = (body: string, head = '') => articleOf(article(body), head).signatures;

test('an agency that signs in several places is told once, by the first of them', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry late again","author":"Reuters"}</script>';
  const body = `<p class="byline">By Reuters</p>${PARAGRAPHS}<p>© 2026 Reuters</p>`;
  expect(signaturesOf(body, ld)).toEqual([{ agency: 'Reuters', where: 'author' }]);
  expect(signaturesOf(body)).toEqual([{ agency: 'Reuters', where: 'byline' }]);
});

test('agencies that sign together are all told, and none that only helped', () => {
  const body = `<p class="byline">By Ann Lee with Kyodo News</p><p>Text: AFP and dpa</p>${PARAGRAPHS}<p>— EFE</p>`;
  expect(signaturesOf(body)).toEqual([
    { agency: 'AFP', where: 'byline' },
    { agency: 'dpa', where: 'byline' },
    { agency: 'EFE', where: 'text' },
  ]);
});

test('what stands at a picture signs the picture', () => {
  const figure = '<figure><img src="/a.jpg"><figcaption>© ANSA</figcaption></figure>';
  expect(signaturesOf(`${figure}${PARAGRAPHS}${figure}`)).toEqual([]);
});
