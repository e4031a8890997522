/** One of the wordings that a pattern is made of, shown by texts: rows say what a long pattern hides. */
export interface PatternRow {
  /** Told by the tests that walk all rows. */
  name: string;
  /** BCP 47, separated by blanks; absent for what belongs to no language. */
  languages?: string;
  /** A pattern's source. What it repeats is bounded, so that it reads any text in time that is linear. */
  pattern: string;
  /** Texts that it finds: without any of its alternatives it would miss one of them. */
  finds: readonly string[];
  /** Texts with the same words that none of the rows finds. */
  passes: readonly string[];
}

/** Rows that are asked at once, since most texts are found by none. */
export interface RowPattern {
  rows: readonly PatternRow[];
  any: RegExp;
  /** What `any` is for all rows, for one or for a part of it: by this the rows are tested. */
  only: (pattern: string) => RegExp;
}

/** @param around sets what all rows have in common around their alternatives, which come as one group */
export function patternOfRows(
  rows: readonly PatternRow[],
  flags: string,
  around: (alternatives: string) => string = (alternatives) => alternatives,
): RowPattern {
  const only = (pattern: string) => new RegExp(around(`(?:${pattern})`), flags);
  return { rows, any: only(rows.map(({ pattern }) => pattern).join('|')), only };
}

/** A pattern's part, for flag `u`: letters beside a word make it another one. */
export const wholeWord = (words: string): string => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`;

/** A pattern's part: a word among those of a class or an id, which blanks and `-` and `_` part. */
export const partOfName = (words: string): string =>
  String.raw`(?:^|[\s_-])(?:${words})(?=$|[\s_-])`;
