import { readdirSync, readFileSync } from 'node:fs';
import { type ScrapePage, scrapeArticle } from '../../../src/article/scrape.ts';
import type { ScrapedArticle } from '../../../src/article/scraped.ts';

const folder = new URL('../../fixtures/article/', import.meta.url);

export const pageFixture = (name: string): string =>
  readFileSync(new URL(`${name}.html`, folder), 'utf8');

export const allPageFixtures = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

export function scraped(name: string, options: Partial<ScrapePage> = {}): ScrapedArticle {
  const outcome = scrapeArticle({
    siteName: undefined,
    html: pageFixture(name),
    url: 'https://courier.example/news/council-adjourns',
    ...options,
  });
  if (outcome.kind !== 'article') throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.article;
}

export const lines = ({ paragraphs }: ScrapedArticle): string[] =>
  paragraphs.value.map(({ kind, text }) => `${kind} ${text}`);
