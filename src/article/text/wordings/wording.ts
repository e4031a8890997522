import { onceAsked } from '../../../memo.ts';
import { anyPhrase, WORD_START } from './phrases.ts';
import { requiredTexts } from './required-texts.ts';
import { GRAM, TextSearch } from './text-search.ts';

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

/** What the wordings of a list say by languages; all else is the same in each. */
export type WordsOfLanguages = Required<Pick<Wording, 'languages' | 'words' | 'drops' | 'keeps'>>;
export type PatternOfLanguages = Required<
  Pick<Wording, 'languages' | 'pattern' | 'drops' | 'keeps'>
>;

/** The wordings of a list that has one for some languages each, by which it is named: "call-es". */
export const byLanguages = (
  name: string,
  same: Pick<Wording, 'appliesTo' | 'mostCharacters'>,
  rows: readonly (WordsOfLanguages | PatternOfLanguages)[],
): Wording[] =>
  rows.map((row) => ({
    name: `${name}-${row.languages.replaceAll(' ', '-')}`,
    ...same,
    ...row,
  }));

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

const NO_RULES: readonly Rule[] = [];

/** The rules of a list that a text may break. */
type RuleFilter = (text: string) => readonly Rule[];

/** Whether a text breaks one of some rules, as one joined pattern says of those with the same bound and flags. */
function breaksOneOf(rules: readonly Rule[]): (text: string) => boolean {
  const alike = Map.groupBy(
    rules,
    ({ mostCharacters, pattern }) => `${mostCharacters} ${pattern.flags}`,
  );
  const joined = [...alike.values()].map((group) => ({
    mostCharacters: group[0]?.mostCharacters ?? 0,
    any: new RegExp(
      group.map(({ pattern }) => `(?:${pattern.source})`).join('|'),
      group[0]?.pattern.flags,
    ),
  }));
  return (text) =>
    joined.some(({ mostCharacters, any }) => text.length <= mostCharacters && any.test(text));
}

/** All rules where one of them is broken. */
function allOrNone(rules: readonly Rule[]): RuleFilter {
  const isBroken = breaksOneOf(rules);
  return (text) => (isBroken(text) ? rules : NO_RULES);
}

/** Those rules which the words of a text leave possible. */
function possibleRules(rules: readonly Rule[]): RuleFilter {
  const sought = rules.map(({ pattern }) => {
    const texts = requiredTexts(pattern);
    return texts.every(({ length }) => length >= GRAM) ? texts : [];
  });
  const search = new TextSearch(sought);
  const others = rules.flatMap((_, at) => (sought[at]?.length === 0 ? [at] : []));
  const mayBreakOthers = breaksOneOf(others.map((at) => rules[at] as Rule));
  return (text) => {
    const found = search.ownersIn(text);
    const possible = mayBreakOthers(text) ? [...found, ...others] : found;
    if (possible.length === 0) return NO_RULES;
    // In the order of the list, of which the first counts.
    const inOrder = [...new Set(possible)].toSorted((one, other) => one - other);
    return inOrder.map((at) => rules[at] as Rule);
  };
}

/** Up to so many rules are asked sooner than a text is searched. */
const FEW_RULES = 12;

/**
 * Finds the first of many rules that a line breaks. Most lines break none, which is asked of all rules at once. It is
 * made for the first line that is asked about: many commands read no page.
 */
export function finderOf(wordings: Wording[]): WordingFinder {
  const find = onceAsked(() => madeFinder(wordings));
  return (text) => find()(text);
}

type WordingFinder = (text: string) => Wording | undefined;

function madeFinder(wordings: Wording[]): WordingFinder {
  const rules = wordings.map(ruleOf);
  const longest = Math.max(...rules.map(({ mostCharacters }) => mostCharacters));
  const filter = rules.length <= FEW_RULES ? allOrNone(rules) : possibleRules(rules);
  return (text) =>
    text.length > longest
      ? undefined
      : filter(text).find(
          ({ mostCharacters, pattern }) => text.length <= mostCharacters && pattern.test(text),
        )?.wording;
}
