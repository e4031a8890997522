import { memoized } from '../memo.ts';

/** What may close after the mark that ends a sentence: brackets and quotes of every script, also „German“ and »Danish« ones. */
export const CLOSERS = String.raw`[\p{Pe}\p{Pf}\p{Pi}"']`;
/** Unicode's marks of a sentence's end (UAX 29, Sentence_Terminal), and the ellipses, which it leaves out. */
export const SENTENCE_MARKS = String.raw`[\p{STerm}…‥]`;
/** Greek asks with a semicolon, which NFC makes of its own mark. */
const GREEK_QUESTION = String.raw`(?<=[\p{sc=Greek}\p{M}]);`;

const SENTENCE_END = new RegExp(
  String.raw`(?:${SENTENCE_MARKS}|${GREEK_QUESTION})(?:\s?${CLOSERS})*\s*$`,
  'u',
);
const CLAUSE_END = new RegExp(String.raw`[:：;；]${CLOSERS}*\s*$`, 'u');

/** No more signs than that close a sentence. */
const MOST_AT_END = 40;

/** Scripts that end no sentence by a mark. */
const UNMARKED = /^[^\p{L}]*[\p{sc=Thai}\p{sc=Lao}]/u;
/** Scripts that set no blanks between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Where no mark ends a sentence, a text of so many words is one. */
const MIN_UNMARKED = 5;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text; those of scripts without blanks are found by a dictionary. */
export function wordsOf(text: string): string[] {
  if (!UNSPACED.test(text)) return text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

const hasManyWords = memoized((text): boolean => wordsOf(text).length >= MIN_UNMARKED);
const isUnmarkedSentence = (text: string): boolean => UNMARKED.test(text) && hasManyWords(text);

/**
 * Whether a text ends as sentences do, in any script.
 *
 * @example endsSentence('„Wir machen weiter.“') is true
 */
export const endsSentence = (text: string): boolean =>
  SENTENCE_END.test(text.slice(-MOST_AT_END)) || isUnmarkedSentence(text);

/** Whether a text ends as sentences or their parts do, as before a list or a quotation. */
export const endsClause = (text: string): boolean =>
  endsSentence(text) || CLAUSE_END.test(text.slice(-MOST_AT_END));

const QUOTED =
  /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|"[^"]*"|‘[^‘]*?’(?![\p{L}])|「[^「」]*」|『[^『』]*』/gu;

/** A text without what somebody says in it; what nothing closes is quoted to the end. */
export const unquoted = (text: string): string =>
  text.replaceAll(QUOTED, ' ').replace(/[“„「『][^]*/u, ' ');
