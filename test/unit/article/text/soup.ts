import type { Wording } from '../../../../src/article/text/wordings/wording.ts';
import { paragraph } from './article-of.ts';

/** A wording that is broken by a line with the word soup. */
export const soupWording = (changes: Partial<Wording> = {}): Wording => ({
  name: 'soup',
  languages: 'en',
  appliesTo: 'anywhere',
  mostCharacters: 400,
  words: 'soup',
  drops: [],
  keeps: [],
  ...changes,
});

/** What is known of a page of The Quay by Ann Lee on which nothing comes again. */
export const OF_THE_QUAY = {
  siteNames: ['thequay'],
  authors: ['annlee'],
  authorWords: new Set(['ann', 'lee']),
  repeated: new Set<string>(),
  onOtherPages: new Set<never>(),
  usesParagraphs: false,
};

/** Markup between seven paragraphs and seven. */
export function amidText(html: string): string {
  const text = 'ABCDEFG'
    .split('')
    .map((name) => paragraph(name))
    .join('');
  return `<div>${text}</div>${html}<div>${text}</div>`;
}
