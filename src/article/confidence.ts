import type { Paragraph } from './record.ts';
import type { Page } from './page.ts';
import { folded, plainFromMarkup } from './plain-text.ts';
import { metaText } from './meta-tags.ts';
import { ldText } from './structured-data.ts';

const WORD = /[\p{L}\p{N}]{3,}/gu;
const MAX_CHARACTERS = 100_000;

const wordsOf = (text: string): string[] =>
  text.slice(0, MAX_CHARACTERS).toLowerCase().match(WORD) ?? [];

/** The part of `text`'s words that stand in `known`. */
function covered(text: string, known: Set<string>): number {
  const words = wordsOf(text);
  return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length;
}

/**
 * 0 to 1: how sure we are that `paragraphs` is the article, from what other layers say about it. `fitness` is how
 * well the body stands apart on the page; structured text, the description and the feed's own text are witnesses.
 */
export function confidenceOf(page: Page, paragraphs: Paragraph[], fitness: number): number {
  const body = paragraphs.map(({ text }) => text).join(' ');
  const known = new Set(wordsOf(body));
  const witnesses: [number, number][] = [[fitness, 1]];
  const structured = ldText(page.ld.article['articleBody']) ?? '';
  if (structured.length > 200) {
    const length = Math.min(
      1,
      folded(body.slice(0, MAX_CHARACTERS)).length /
        folded(structured.slice(0, MAX_CHARACTERS)).length,
    );
    witnesses.push([covered(structured, known) * length, 3]);
  }
  const description =
    ldText(page.ld.article['description']) ??
    metaText(page.meta, 'og:description', 'description') ??
    '';
  if (description.length > 40) witnesses.push([covered(description, known), 1]);
  const feedText = plainFromMarkup(page.entry?.content ?? page.entry?.summary ?? '');
  if (feedText.length > 40) witnesses.push([covered(feedText, known), 2]);
  const enough = Math.min(1, body.length / 600);
  witnesses.push([enough, 1]);
  const weight = witnesses.reduce((sum, [, w]) => sum + w, 0);
  const value = witnesses.reduce((sum, [v, w]) => sum + v * w, 0) / weight;
  return Math.round(value * 100) / 100;
}
