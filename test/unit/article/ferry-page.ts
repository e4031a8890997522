import { scrapeArticle } from '../../../src/article/scrape.ts';

export const FIRST =
  'The ferry to the outer islands left four hours late again, and those who waited on the quay were given soup.';
export const SECOND =
  'Ada Mole, who runs the harbour office, said that the new engine would come in spring, and that the soup was hers.';
export const THIRD =
  'The council will talk about it on Thursday, when the fishing fleet is home and can send somebody to speak for it.';

/** The three as a body's. */
export const PARAGRAPHS = [FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('');
export const LINE =
  'The harbour office of Port Else has stood on the quay for as long as anybody there remembers.';

/** What is read from a page about a late ferry. */
export function articleOf(body: string, head = '') {
  const html = `<html lang="en"><head><title>Ferry late again</title>${head}</head><body>${body}</body></html>`;
  const outcome = scrapeArticle({
    siteName: undefined,
    html,
    url: 'https://quay.example/ferry-late',
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return outcome.article;
}
export const texts = (body: string) => articleOf(body).paragraphs.value.map(({ text }) => text);
export const article = (content: string) =>
  `<article><h1>Ferry late again</h1>${content}</article>`;
