import { linearPattern, writtenExpression } from '../config/linear-pattern.ts';
import { matchesPattern } from '../path-pattern.ts';

// Scripts that set no spaces between words: each of their signs stands for itself, so that a run of signs is
// found wherever it stands.
const SIGN =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]';
const WORDS = new RegExp(
  `(?=[\\p{L}\\p{N}])${SIGN}\\p{M}*|(?:(?!(?=\\p{L})${SIGN})[\\p{L}\\p{M}\\p{N}*])+`,
  'gu',
);

// Marks that readers of these scripts leave out when they search; in others they make another letter.
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** Letters that no accent can be taken off, though they are read as accented ones. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** The words of a text as they are compared: without case and accents. Signs of a script without spaces are a word each. */
export function comparedWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll(SPECIAL_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
  return plain.match(WORDS) ?? [];
}

/** A text that many patterns are looked for in; it is taken apart once, and only where words are asked for. */
export class SearchedText {
  readonly text: string;
  #words: string[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get words(): readonly string[] {
    this.#words ??= comparedWords(this.text.replaceAll('*', ' '));
    return this.#words;
  }
}

export type TextTest = (text: SearchedText) => boolean;

/** Whether a text has the words of a pattern in a row, or matches where that is `/…/flags`. */
export function textTest(pattern: string): TextTest {
  const expression = writtenExpression(pattern);
  if (expression) {
    const linear = linearPattern(expression.source, expression.flags);
    return ({ text }) => linear.test(text);
  }
  const wanted = comparedWords(pattern).map(wordTest);
  return ({ words }) =>
    words.some((_, start) => wanted.every((isWanted, at) => isWanted(words[start + at])));
}

/** `*` in a word of a pattern stands for any run of letters. */
function wordTest(wanted: string): (word: string | undefined) => boolean {
  if (!wanted.includes('*')) return (word) => word === wanted;
  return (word) => word !== undefined && matchesPattern(`${wanted}$`, word);
}

/** Whether a name, a path or an address is what a glob says, as a whole and without regard to case; or matches `/…/flags`. */
export function globTest(pattern: string): (name: string) => boolean {
  const expression = writtenExpression(pattern);
  if (expression && /^[imsu]*$/.test(expression.flags)) {
    const linear = linearPattern(expression.source, expression.flags);
    return (name) => linear.test(name);
  }
  const anchored = `${pattern.toLowerCase()}$`;
  return (name) => matchesPattern(anchored, name.toLowerCase());
}
