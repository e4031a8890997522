import { RE2JS } from 're2js';

/** A regular expression of an operator's that takes time linear in the text, whatever it says (RE2). */
export interface LinearPattern {
  /** How many brackets take text. */
  groups: number;
  /** Whether it matches anywhere: the cheapest question, which needs no brackets. */
  test(text: string): boolean;
  /** What the whole and each bracket took, in order; undefined where it matches nowhere. */
  match(text: string): string[] | undefined;
  /**
   * The text with every match replaced by what `replacement` makes of the whole and each bracket; a text of more than 10,000
   * characters as it is.
   */
  replaceAll(text: string, replacement: (taken: string[]) => string): string;
}

const NAMED_BACK_REFERENCE = /^(?:[^\\]|\\[^k])*\\k</s;

const FLAGS: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  // All patterns read whole characters.
  u: 0,
};

// One match is found in time linear in the text, but all of them may cost its square: each may have looked to the end.
const MOST_REPLACED_LENGTH = 10_000;
const MOST_REPLACING_STEPS = 500_000;

const compiled = new Map<string, LinearPattern>();

const takenBy = (match: readonly (string | undefined)[]): string[] =>
  Array.from(match, (part) => part ?? '');

/** @throws Error for what RE2 does not know: look-around and back references, which take more than linear time. */
export function linearPattern(source: string, flags = ''): LinearPattern {
  const name = `${flags}/${source}`;
  const known = compiled.get(name);
  if (known) return known;
  // The translation would take the name for text.
  if (NAMED_BACK_REFERENCE.test(source)) throw new Error('back references');
  const bits = Array.from(flags).reduce((all, flag) => all | (FLAGS[flag] ?? 0), 0);
  const re = RE2JS.compile(RE2JS.translateRegExp(source), bits);
  const pattern: LinearPattern = {
    groups: re.groupCount(),
    test: (text) => re.test(text),
    match(text) {
      const match = re.exec(text);
      return match === null ? undefined : takenBy(match);
    },
    replaceAll(text, replacement) {
      // Most texts hold no match, and that is far quicker to tell than where one lies.
      if (text.length > MOST_REPLACED_LENGTH || !re.test(text)) return text;
      let [result, end] = ['', 0];
      let left = Math.ceil(MOST_REPLACING_STEPS / text.length);
      for (const match of re.matchAll(text)) {
        if ((left -= 1) < 0) break;
        const at = match.index ?? end;
        result += text.slice(end, at) + replacement(takenBy(match));
        end = at + match[0].length;
      }
      return result + text.slice(end);
    },
  };
  compiled.set(name, pattern);
  return pattern;
}

/** The highest of $1 to $9 that a replacement names; 0 for none. */
export function bracketsNamed(template: string): number {
  return Math.max(0, ...[...template.matchAll(/\$([1-9])/g)].map(([, digit]) => Number(digit)));
}

/** A regular expression as an operator writes it among plain texts: `/…/`, with flags behind it. */
export interface WrittenExpression {
  source: string;
  flags: string;
}

/** The parts of `/…/flags`; undefined for what is written otherwise. Neither part is checked. */
export function writtenExpression(pattern: string): WrittenExpression | undefined {
  const [, source, flags] = /^\/(.+)\/([A-Za-z]*)$/s.exec(pattern) ?? [];
  return source === undefined || flags === undefined ? undefined : { source, flags };
}

export const areKnownFlags = (flags: string): boolean => Array.from(flags).every((f) => f in FLAGS);
