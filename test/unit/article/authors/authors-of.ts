import { scrapeArticle } from '../../../../src/article/scrape.ts';

export const text = Array.from(
  { length: 5 },
  (_, n) =>
    `<p>The council of Port Else met for ${n + 2} hours on Tuesday and spoke of the pier.</p>`,
).join('');

export function authorsOf(
  head: string,
  byline = '',
  site = 'Port Else Courier',
  siteName?: string,
): string[] {
  const html = `<!doctype html><html><head><title>Pier opens</title><meta property="og:site_name" content="${site}">${head}</head><body><article><h1>Pier opens to small boats</h1>${byline}${text}</article></body></html>`;
  const outcome = scrapeArticle({ siteName, html, url: 'https://courier.example/pier' });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return outcome.article.authors?.value.map(({ name }) => name) ?? [];
}

export const publisherAlone =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier opens","author":{"@type":"Organization","name":"Port Else Courier"},"publisher":{"name":"Port Else Courier"}}</script>';
