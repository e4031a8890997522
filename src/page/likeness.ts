import { DENSE, folded } from './plain-text.ts';

/** What a headline begins with tells whether another says the same. */
const MOST_COMPARED = 300;

/** All pieces of a few letters that a text has: words of any script, without their ends being known. */
function lettersOf(text: string): Set<string> {
  const letters = folded(text.slice(0, MOST_COMPARED));
  const length = Math.min(letters.length, DENSE.test(text) ? 2 : 4);
  const pieces = new Set<string>();
  for (let at = 0; length > 0 && at + length <= letters.length; at += 1) {
    pieces.add(letters.slice(at, at + length));
  }
  return pieces;
}

/**
 * 0 to 1: how much of the shorter of two headlines stands in the other. The same one, cut or with a kicker, has 1;
 * one that is worded anew about 0.5; those of two stories under 0.2.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return folded(one.slice(0, MOST_COMPARED)) === '' ? 0 : 1;
  const [few, many] = [lettersOf(one), lettersOf(other)].toSorted((a, b) => a.size - b.size);
  if (!few || !many || few.size === 0) return 0;
  let common = 0;
  for (const piece of few) if (many.has(piece)) common += 1;
  return common / few.size;
}
