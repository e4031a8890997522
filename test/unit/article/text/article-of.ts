import { scrapeArticle, type ScrapePage } from '../../../../src/article/scrape.ts';

/** A sentence of that many characters that begins with its name. */
export const sentence = (name: string, length = 90): string =>
  `${`${name} says that the ferry is late again, as it was in the storm of last winter`.padEnd(length - 1, ' and so on').slice(0, length - 1)}.`;

export const paragraph = (name: string, length = 90): string => `<p>${sentence(name, length)}</p>`;

export function read(html: string, options: Partial<ScrapePage> = {}) {
  const outcome = scrapeArticle({
    html,
    url: 'https://quay.example/ferry-late',
    siteName: undefined,
    ...options,
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return outcome.article;
}

/** The first words of the paragraphs. */
export const firstWords = (html: string, options: Partial<ScrapePage> = {}): string =>
  read(html, options)
    .paragraphs.value.map(({ text }) => text.split(' ', 1)[0])
    .join(' ');
