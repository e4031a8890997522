import { isTraversal, parse, type Selector } from 'css-what';

// What selects by structure or text in a parsed page. The engine knows more (form states, jQuery's
// positions), but they either mean nothing in a page that nobody uses or depend on the whole result.
const PLAIN_PSEUDOS = new Set(
  'first-child last-child only-child first-of-type last-of-type only-of-type empty root any-link link header parent'.split(
    ' ',
  ),
);
const NTH_PSEUDOS = new Set(['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type']);
const TEXT_PSEUDOS = new Set(['contains', 'icontains']);
const SELECTOR_PSEUDOS = new Set(['is', 'where', 'matches', 'not', 'has']);

const NTH_FORMULA = /^\s*(?:even|odd|[+-]?\d+|[+-]?\d*n(?:\s*[+-]\s*\d+)?)\s*$/i;

export type SelectorFault = 'syntax' | 'unsupported';

/** What is wrong with a CSS selector; undefined when a page can be searched with it. */
export function selectorFault(text: string): SelectorFault | undefined {
  if (hasNamelessPart(text)) return 'syntax';
  try {
    const alternatives = parse(text);
    const whole = alternatives.every(
      (parts) => !isCombinator(parts[0]) && !isCombinator(parts.at(-1)),
    );
    if (alternatives.length === 0 || !whole) return 'syntax';
    return alternatives.flat().every(isSupported) ? undefined : 'unsupported';
  } catch {
    return 'syntax';
  }
}

// Text in which a dot or a hash stands for itself.
const FREE_TEXT = /\\.|"[^"]{0,500}"|'[^']{0,500}'|:i?contains\([^)]{0,500}\)|\[[^\]]{0,500}\]/g;

/** A class or id without a name, as in `div.[x`: the parser takes the next sign for its name, and nothing matches. */
function hasNamelessPart(text: string): boolean {
  return /[.#](?:$|[.#[\]():>+~,*=\s])/.test(
    text.replaceAll(/([.#])\[/g, '$1 [').replaceAll(FREE_TEXT, '_'),
  );
}

const isCombinator = (part: Selector | undefined) => part !== undefined && isTraversal(part);

function isSupported(part: Selector): boolean {
  if (part.type === 'pseudo-element' || part.type === 'column-combinator') return false;
  if ('namespace' in part && part.namespace !== null) return false;
  if (part.type !== 'pseudo') return true;
  const { name, data } = part;
  if (Array.isArray(data)) return SELECTOR_PSEUDOS.has(name) && data.flat().every(isSupported);
  if (data === null) return PLAIN_PSEUDOS.has(name);
  return TEXT_PSEUDOS.has(name) || (NTH_PSEUDOS.has(name) && NTH_FORMULA.test(data));
}
