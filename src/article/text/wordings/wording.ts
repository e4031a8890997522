import { anyPhrase, WORD_START } from './phrases.ts';

/**
 * A wording that templates print between and around an article's paragraphs. Each is for a line of its own and bounded
 * in length: the same words inside a sentence of the article are left alone, as its `keeps` show.
 */
export interface Wording {
  /** Told where somebody asks why a line was struck. */
  name: string;
  /** BCP 47, separated by blanks; `any` for what is written alike everywhere. */
  languages: string;
  /** Where in a line the words stand; a pattern says so itself. */
  appliesTo: 'whole' | 'start' | 'label' | 'anywhere' | 'pattern';
  /** Longer lines are the article's. */
  mostCharacters: number;
  /** Phrases separated by `|`, in any case; one that ends in `*` is the beginning of a word. */
  words?: string;
  pattern?: RegExp;
  /** No sentence of a story is written so: the words alone strike it. All other sentences need a second sign. */
  isFormula?: true;
  /** Lines that it strikes. */
  drops: string[];
  /** Sentences of articles that hold the same words. */
  keeps: string[];
}

const AROUND = String.raw`[^\p{L}\p{N}]*`;

function patternText({ appliesTo, words = '', pattern }: Wording): string {
  if (pattern) return pattern.source;
  const any = anyPhrase(words);
  if (appliesTo === 'anywhere') return WORD_START + any;
  if (appliesTo === 'label') return `^${AROUND}${any}\\s*[:：]\\s*\\S`;
  return appliesTo === 'whole' ? `^${AROUND}${any}${AROUND}$` : `^${AROUND}${any}`;
}

interface Rule {
  wording: Wording;
  mostCharacters: number;
  pattern: RegExp;
}

export function ruleOf(wording: Wording): Rule {
  const { mostCharacters, pattern } = wording;
  return {
    wording,
    mostCharacters,
    pattern: new RegExp(patternText(wording), pattern?.flags ?? 'iu'),
  };
}

/**
 * Finds the first of many rules that a line breaks. All of one bound and flags are asked by one joined pattern, since
 * most lines break none.
 */
export function finderOf(wordings: Wording[]): (text: string) => Wording | undefined {
  const groups = new Map<string, Rule[]>();
  for (const rule of wordings.map(ruleOf)) {
    const key = `${rule.mostCharacters} ${rule.pattern.flags}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  const joined = [...groups.values()].map((rules) => ({
    rules,
    mostCharacters: rules[0]?.mostCharacters ?? 0,
    any: new RegExp(
      rules.map(({ pattern }) => `(?:${pattern.source})`).join('|'),
      rules[0]?.pattern.flags,
    ),
  }));
  return (text) => {
    for (const { rules, mostCharacters, any } of joined) {
      if (text.length > mostCharacters || !any.test(text)) continue;
      return rules.find(({ pattern }) => pattern.test(text))?.wording;
    }
    return undefined;
  };
}
