import type { Paragraph } from '../../article-record.ts';
import type { Entry } from '../../feed/entry.ts';
import type { Page } from '../../page/page.ts';
import { plainFromMarkup } from '../../page/plain-text.ts';
import { ldText } from '../../page/structured-data.ts';

const WORD = /[\p{L}\p{N}]{4,}/gu;
const MAX_CHARACTERS = 50_000;
const SAMPLE = 60;

/** Words of a text, taken evenly from it. */
function sampleOf(text: string): string[] {
  const step = Math.ceil(text.length / SAMPLE);
  const sample: string[] = [];
  for (let at = 0; at < text.length; at = Math.max(WORD.lastIndex, at + step)) {
    WORD.lastIndex = at;
    const [word] = WORD.exec(text) ?? [];
    if (!word) break;
    sample.push(word);
  }
  return sample;
}

/** The part of a sample of `text`'s words that stands in `body`. */
function covered(text: string, body: string): number {
  const sample = sampleOf(text.slice(0, MAX_CHARACTERS).toLowerCase());
  return sample.filter((word) => body.includes(word)).length / Math.max(1, sample.length);
}

/**
 * 0 to 1: how sure we are that `paragraphs` is the article, from what other layers say about it. `fitness` is how
 * well the body stands apart on the page; structured text, the description and the text of the feed's `entry` are
 * witnesses.
 */
export function confidenceOf(
  page: Page,
  paragraphs: Paragraph[],
  fitness: number,
  entry: Entry | undefined,
): number {
  const body = paragraphs
    .map(({ text }) => text)
    .join(' ')
    .slice(0, MAX_CHARACTERS)
    .toLowerCase();
  const witnesses: [number, number][] = [[fitness, 1]];
  const structured = ldText(page.ld.article['articleBody'], Infinity) ?? '';
  if (structured.length > 200) {
    const length = Math.min(1, body.length / Math.min(structured.length, MAX_CHARACTERS));
    witnesses.push([covered(structured, body) * length, 3]);
  }
  const description = page.says.descriptions[0]?.text ?? '';
  if (description.length > 40) witnesses.push([covered(description, body), 1]);
  const feedText = plainFromMarkup(entry?.content ?? entry?.summary ?? '');
  if (feedText.length > 40) witnesses.push([covered(feedText, body), 2]);
  const enough = Math.min(1, body.length / 600);
  witnesses.push([enough, 1]);
  const weight = witnesses.reduce((sum, [, w]) => sum + w, 0);
  const value = witnesses.reduce((sum, [v, w]) => sum + v * w, 0) / weight;
  return Math.round(value * 100) / 100;
}
