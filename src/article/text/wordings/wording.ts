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
  appliesTo: 'whole' | 'start' | 'anywhere' | 'pattern';
  /** Longer lines are the article's. */
  mostCharacters: number;
  /** Phrases separated by `|`, in any case; one that ends in `*` is the beginning of a word. */
  words?: string;
  pattern?: RegExp;
  /** Lines that it strikes. */
  drops: string[];
  /** Sentences of articles that hold the same words. */
  keeps: string[];
}

const EDGE = String.raw`(?![\p{L}\p{M}])`;
const BEFORE = String.raw`(?<![\p{L}\p{M}])`;
const AROUND = String.raw`[^\p{L}\p{N}]*`;
/** Scripts that set no blanks between words: what follows a phrase there may be a part of the sentence. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

function phrase(words: string): string {
  const isStem = words.endsWith('*');
  const literal = RegExp.escape(isStem ? words.slice(0, -1) : words);
  return isStem || UNSPACED.test(words) ? literal : literal + EDGE;
}

function patternText({ appliesTo, words = '', pattern }: Wording): string {
  if (pattern) return pattern.source;
  const any = `(?:${words.split('|').map(phrase).join('|')})`;
  if (appliesTo === 'anywhere') return BEFORE + any;
  return appliesTo === 'whole' ? `^${AROUND}${any}${AROUND}$` : `^${AROUND}${any}`;
}

export interface Rule {
  name: string;
  mostCharacters: number;
  pattern: RegExp;
}

export function ruleOf(wording: Wording): Rule {
  const { name, mostCharacters, pattern } = wording;
  return {
    name,
    mostCharacters,
    pattern: new RegExp(patternText(wording), pattern?.flags ?? 'iu'),
  };
}

/**
 * Finds the first of many rules that a line breaks. All of one bound and flags are asked by one joined pattern, since
 * most lines break none.
 */
export function finderOf(wordings: Wording[]): (text: string) => string | undefined {
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
      return rules.find(({ pattern }) => pattern.test(text))?.name;
    }
    return undefined;
  };
}
