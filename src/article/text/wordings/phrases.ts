const EDGE = String.raw`(?![\p{L}\p{M}])`;
/** Scripts that set no blanks between words: what follows a phrase there may be a part of the sentence. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

function phrase(words: string): string {
  const isStem = words.endsWith('*');
  const literal = RegExp.escape(isStem ? words.slice(0, -1) : words);
  return isStem || UNSPACED.test(words) ? literal : literal + EDGE;
}

/** What stands before a phrase that is no part of a longer word. */
export const WORD_START = String.raw`(?<![\p{L}\p{M}])`;

/** The source of a pattern for any of the phrases of a row: separated by `|`; one that ends in `*` is the beginning of a word. */
export const anyPhrase = (words: string): string => `(?:${words.split('|').map(phrase).join('|')})`;

/** The phrases of a list that is too long for one line. */
export const phraseList = (...rows: string[]): string => rows.join('|');
