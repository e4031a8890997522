import { normalizeArticle } from '../../../../src/record/normalize.ts';
import { scrapeArticle, type ScrapePage } from '../../../../src/article/scrape.ts';

export const BODY = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>The ferry to the outer islands left ${index + 2} hours late again, and those who waited on the quay were given soup by the harbour office.</p>`,
).join('');

export interface Parts {
  head?: string;
  above?: string;
  below?: string;
  body?: string;
  after?: string;
  url?: string;
}

export function pageOf({ head = '', above = '', below = '', body = BODY, after = '', url }: Parts) {
  const html = `<html lang="en"><head><title>Ferry late again</title>${head}</head><body>${above}
    <article><h1>Ferry late again</h1>${below}${body}</article>${after}</body></html>`;
  return {
    siteName: undefined,
    html,
    url: url ?? 'https://quay.example/ferry-late',
  } satisfies ScrapePage;
}

export function articleOf(parts: Parts) {
  const outcome = scrapeArticle(pageOf(parts));
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return outcome.article;
}

export function recordOf(parts: Parts) {
  const outcome = normalizeArticle({
    scraped: articleOf(parts),
    source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
    url: 'https://quay.example/ferry-late',
    fetchedAt: new Date('2026-05-05T00:00:00Z'),
  });
  if (outcome.kind !== 'record') throw new Error(outcome.message);
  return outcome.record;
}

export const published = (parts: Parts) => articleOf(parts).publishedAt?.value;

export const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;

export const stated = (datePublished: string) => ld({ datePublished });

export const otherStories =
  '<ul><li>01.02.2026 14:00 Soup kitchen opens</li><li>03.02.2026 15:00 Quay closed</li></ul>';
