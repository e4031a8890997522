import { type Element, isTag } from 'domhandler';
import type { Block } from './blocks.ts';
import { type Hint, hintOf } from './element-hints.ts';

/** One element of the page and how much text stands under it. */
export interface Region {
  element: Element;
  parent: Region | undefined;
  depth: number;
  hint: Hint | undefined;
  /** Characters of running text: whole sentences outside links. */
  good: number;
  /** Blocks of running text. */
  paragraphs: number;
  /** All characters. */
  all: number;
}

/** The elements that hold text, outermost first, each before its descendants. */
export type Outline = Map<Element, Region>;

export const parentOf = (element: Element): Element | undefined =>
  element.parent && isTag(element.parent) ? element.parent : undefined;

export function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    if (at === container) return true;
  }
  return false;
}

const MIN_PARAGRAPH = 40;
/** A Chinese, Japanese or Korean sentence says as much in half the characters. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Characters that count as running text: long enough to be a sentence, and not mostly links. */
export function goodChars({ kind, text, linkChars }: Block): number {
  if (kind === 'h' || linkChars > text.length * 0.4) return 0;
  const min = (kind === 'li' ? 2 : 1) * (DENSE.test(text) ? MIN_PARAGRAPH / 2 : MIN_PARAGRAPH);
  return text.length < min ? 0 : text.length;
}

function regionOf(element: Element, outline: Outline): Region {
  const known = outline.get(element);
  if (known) return known;
  const above = parentOf(element);
  const parent = above && regionOf(above, outline);
  const region: Region = {
    element,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    hint: hintOf(element),
    good: 0,
    paragraphs: 0,
    all: 0,
  };
  outline.set(element, region);
  return region;
}

/** Sums the text of `blocks` up the tree. */
export function outlineOf(blocks: Block[]): Outline {
  const outline: Outline = new Map();
  for (const block of blocks) {
    const region = regionOf(block.element, outline);
    const good = goodChars(block);
    region.good += good;
    region.paragraphs += good > 0 ? 1 : 0;
    region.all += block.text.length;
  }
  for (const { parent, good, paragraphs, all } of [...outline.values()].toReversed()) {
    if (!parent) continue;
    parent.good += good;
    parent.paragraphs += paragraphs;
    parent.all += all;
  }
  return outline;
}

/** The part of the running text up to which an element named as a side show is one. */
const SIDE_SHOW_SHARE = { strong: 0.5, weak: 0.3, wanted: 0 };

/**
 * Tells the blocks that stand in a side show below `top`. Names that the elements around most of the text bear
 * too say nothing: on a gallery's page the slides are the article.
 */
export function sideShows(outline: Outline, top: Element | undefined): (block: Block) => boolean {
  const regions = [...outline.values()];
  const total = (top ? outline.get(top)?.good : regions[0]?.good) ?? 0;
  const common = new Set(
    regions.flatMap(({ good, hint }) =>
      hint && hint.says !== 'wanted' && good >= total * 0.5 ? [hint.word] : [],
    ),
  );
  const isSideShow = ({ hint, good }: Region): boolean =>
    hint !== undefined && !common.has(hint.word) && good < total * SIDE_SHOW_SHARE[hint.says];
  return (block) => {
    for (let at = outline.get(block.element); at && at.element !== top; at = at.parent) {
      if (isSideShow(at)) return true;
    }
    return false;
  };
}
