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

const hasAbove = (region: Region, word: string): boolean => {
  for (let at = region.parent; at; at = at.parent) if (at.hint?.word === word) return true;
  return false;
};

/**
 * Words that name no side show on this page, because half its running text stands under them: on a gallery's
 * page the slides are the article, and some pages are made of boxes.
 */
function commonWords(regions: Region[], total: number): Set<string> {
  const under = new Map<string, number>();
  for (const region of regions) {
    const { hint, good } = region;
    if (!hint || hint.says === 'wanted' || good === 0) continue;
    if (good >= total * 0.5) under.set(hint.word, total);
    else if (hint.says === 'weak' && !hasAbove(region, hint.word)) {
      under.set(hint.word, (under.get(hint.word) ?? 0) + good);
    }
  }
  return new Set([...under].filter(([, good]) => good >= total * 0.7).map(([word]) => word));
}

/** Tells the blocks that stand in a side show below `top`. */
export function sideShows(outline: Outline, top: Element | undefined): (block: Block) => boolean {
  const regions = [...outline.values()];
  const total = (top ? outline.get(top)?.good : regions[0]?.good) ?? 0;
  const common = commonWords(regions, total);
  return (block) => {
    let inWanted = false;
    for (let at = outline.get(block.element); at && at.element !== top; at = at.parent) {
      const { hint, good } = at;
      if (!hint) continue;
      if (hint.says === 'wanted') inWanted ||= good > 0;
      else if (hint.says === 'weak' && inWanted) continue;
      else if (!common.has(hint.word) && good < total * SIDE_SHOW_SHARE[hint.says]) return true;
    }
    return false;
  };
}
