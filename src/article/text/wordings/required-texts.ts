import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { withoutCase } from '../../../letter-units.ts';

/** What is known of the texts that a part of a pattern matches, in lower case. */
interface Matches {
  /** All of them, where they are few. */
  all?: readonly string[];
  /** Texts of which each of them holds one. */
  oneOf?: readonly string[] | undefined;
}

/** Alternatives after which a part's texts are no longer listed. */
const MOST_TEXTS = 64;
/** Members of a class that are still told apart: `[oó]`. */
const MOST_MEMBERS = 4;
const EMPTY: Matches = { all: [''] };
const ANYTHING: Matches = {};

const shortest = (texts: readonly string[]): number =>
  Math.min(...texts.map(({ length }) => length));

/** Of two lists of texts the one that fewer others hold: longer ones, else fewer. */
function rarer(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!one || !other) return one ?? other;
  const longer = shortest(other) - shortest(one);
  return longer > 0 || (longer === 0 && other.length < one.length) ? other : one;
}

const eachOnce = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Undefined where one of the texts is empty, since every line holds that. */
function needed({ all, oneOf }: Matches): readonly string[] | undefined {
  const texts = rarer(all, oneOf);
  return texts?.includes('') ? undefined : texts;
}

function ofSequence(elements: readonly AST.Element[]): Matches {
  let oneOf: readonly string[] | undefined;
  let run: readonly string[] = [''];
  let isWhole = true;
  for (const element of elements) {
    const next = ofElement(element);
    const longer =
      next.all && eachOnce(run.flatMap((start) => next.all!.map((end) => start + end)));
    if (longer && longer.length <= MOST_TEXTS) {
      run = longer;
      continue;
    }
    isWhole = false;
    oneOf = rarer(rarer(oneOf, run), next.oneOf);
    run = next.all ?? [''];
  }
  return isWhole ? { all: run } : { oneOf: rarer(oneOf, run) };
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Matches {
  const each = alternatives.map(({ elements }) => ofSequence(elements));
  const all = each.flatMap((matches) => matches.all ?? []);
  if (each.every((matches) => matches.all) && all.length <= MOST_TEXTS)
    return { all: eachOnce(all) };
  const oneOf = each.map(needed);
  return oneOf.every((texts) => texts !== undefined) ? { oneOf: eachOnce(oneOf.flat()) } : ANYTHING;
}

function ofClass({ negate, elements }: AST.ClassRangesCharacterClass): Matches {
  const members = elements.flatMap((member) =>
    member.type === 'Character' ? [withoutCase(String.fromCodePoint(member.value))] : [],
  );
  const isListed = !negate && members.length === elements.length;
  const all = eachOnce(members);
  return isListed && all.length <= MOST_MEMBERS ? { all } : ANYTHING;
}

function ofQuantifier({ min, max, element }: AST.Quantifier): Matches {
  if (min === 0) {
    const { all } = max === 1 ? ofElement(element) : ANYTHING;
    return all ? { all: eachOnce(['', ...all]) } : ANYTHING;
  }
  const once = ofElement(element);
  if (min === 1 && max === 1) return once;
  const oneOf = needed(once);
  return oneOf ? { oneOf } : ANYTHING;
}

function ofElement(element: AST.Element): Matches {
  switch (element.type) {
    case 'Character':
      return { all: [withoutCase(String.fromCodePoint(element.value))] };
    case 'CharacterClass':
      return element.unicodeSets ? ANYTHING : ofClass(element);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Quantifier':
      return ofQuantifier(element);
    case 'Assertion':
      return EMPTY;
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
    case 'Backreference':
      return ANYTHING;
  }
}

/**
 * Texts in lower case of which every match of a pattern holds one, as RE2 derives them for its prefilter; none where
 * a match may do without any.
 *
 * @example requiredTexts(/\b(?:sign|log) in(?: here)?\b/i) is ['sign in', 'log in']
 */
export function requiredTexts({ source, flags }: RegExp): readonly string[] {
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const texts = needed(ofAlternatives(alternatives)) ?? [];
  // What holds "newsletters" holds "newsletter".
  return texts.filter((text) => !texts.some((other) => other !== text && text.includes(other)));
}
