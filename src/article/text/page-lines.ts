import type { Block } from '../../page/blocks/blocks.ts';
import { shortHash } from '../../short-hash.ts';

/** Lines at the top and the end of a text whose place is known; in between they move with the text's length. */
const TOP = 3;
const END = 5;
/** Shorter lines, such as a speaker's name, come again without being anybody's template. */
const MIN_LINE = 20;
/** A template's lines are short; longer ones are not worth their room. */
const MOST_OF_A_LINE = 300;
const MOST_BETWEEN = 16;
/** 48 bits: of a source's few hundred lines no two meet. */
const KEY_CHARACTERS = 8;

type LinePlace = 'top' | 'within' | 'end';

const linePlace = (at: number, count: number): LinePlace =>
  at < TOP ? 'top' : at >= count - END ? 'end' : 'within';

/**
 * The lines of a text by which a source's template may be known on its other pages: each block's key stands for
 * its text and its place.
 */
export function lineKeys(blocks: readonly Block[]): Map<Block, string> {
  const placed = blocks
    .map((block, at) => ({ block, place: linePlace(at, blocks.length) }))
    .filter(({ block: { text } }) => text.length >= MIN_LINE && text.length <= MOST_OF_A_LINE);
  const between = placed
    .filter(({ place }) => place === 'within')
    .toSorted((a, b) => a.block.text.length - b.block.text.length)
    .slice(0, MOST_BETWEEN);
  return new Map(
    [...placed.filter(({ place }) => place !== 'within'), ...between].map(({ block, place }) => [
      block,
      shortHash(`${place} ${block.text}`).slice(0, KEY_CHARACTERS),
    ]),
  );
}
