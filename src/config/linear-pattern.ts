import { RE2JS } from 're2js';

/** A regular expression of an operator's that takes time linear in the text, whatever it says (RE2). */
export interface LinearPattern {
  /** How many brackets take text. */
  groups: number;
  /** What the whole and each bracket took, in order; undefined where it matches nowhere. */
  match(text: string): string[] | undefined;
}

const NAMED_BACK_REFERENCE = /^(?:[^\\]|\\[^k])*\\k</s;

const compiled = new Map<string, LinearPattern>();

/** @throws Error for what RE2 does not know: look-around and back references, which take more than linear time. */
export function linearPattern(source: string): LinearPattern {
  const known = compiled.get(source);
  if (known) return known;
  // The translation would take the name for text.
  if (NAMED_BACK_REFERENCE.test(source)) throw new Error('back references');
  const re = RE2JS.compile(RE2JS.translateRegExp(source));
  const groups = re.groupCount();
  const pattern: LinearPattern = {
    groups,
    match(text) {
      const matcher = re.matcher(text);
      if (!matcher.find()) return undefined;
      return Array.from({ length: groups + 1 }, (_, group) => matcher.group(group) ?? '');
    },
  };
  compiled.set(source, pattern);
  return pattern;
}
