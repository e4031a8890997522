import { type AnyNode, Element, isTag, isText } from 'domhandler';
import { isOutOfSight } from '../../page/blocks/inline.ts';
import { folded, hasWords, textOf, undoubled } from '../../page/plain-text.ts';

const MOST_TITLE_CHARACTERS = 2_000;
/** Elements at either end of a heading that may be no part of the headline. */
const MOST_BADGES = 3;

/**
 * What stands in a heading and is none of it: words that no eye sees, and what is there to be pressed. A mark for
 * screen readers alone, such as the colon behind a kicker, is what the page's layout says to the eye.
 */
const isNoHeadline = (element: Element): boolean =>
  element.name === 'button' ||
  element.attribs['role'] === 'button' ||
  element.attribs['aria-hidden'] === 'true' ||
  (isOutOfSight(element) && hasWords(textOf(element)));

const withoutRepeat = (text: string): string => undoubled(text.slice(0, MOST_TITLE_CHARACTERS));

const isBlank = (node: AnyNode): boolean => isText(node) && node.data.trim() === '';

/** Where a list of nodes may begin: at its start, or behind an element that stands before its first text. */
function startsOf(nodes: readonly AnyNode[]): number[] {
  const starts = [0];
  for (const [at, node] of nodes.entries()) {
    if (starts.length > MOST_BADGES || !(isTag(node) || isBlank(node))) break;
    if (isTag(node)) starts.push(at + 1);
  }
  return starts;
}

/** The texts of a heading without so many of its first and last elements, the whole of it first. */
function withoutBadges({ children }: Element): string[] {
  const ends = startsOf(children.toReversed()).map((behind) => children.length - behind);
  const cuts = startsOf(children).flatMap((start, before) =>
    ends.map((end, after) => ({ nodes: children.slice(start, end), left: before + after })),
  );
  return cuts
    .toSorted((one, other) => one.left - other.left)
    .map(({ nodes }) => withoutRepeat(textOf(new Element('h1', {}, nodes), isNoHeadline)))
    .filter((text) => text !== '');
}

/**
 * The headline that a heading shows. Badges, counters and buttons in elements of their own at its ends, "Live", "12",
 * "Save", are no part of it where another place gives the rest alone.
 */
export function headingText(heading: Element, elsewhere: readonly string[]): string {
  const whole = withoutRepeat(textOf(heading, isNoHeadline) || textOf(heading));
  if (elsewhere.includes(whole) || !heading.children.some(isTag)) return whole;
  const variants = withoutBadges(heading);
  const exact = variants.find((text) => elsewhere.includes(text));
  if (exact !== undefined) return exact;
  const said = new Set(elsewhere.map(folded));
  return variants.find((text) => said.has(folded(text))) ?? whole;
}
