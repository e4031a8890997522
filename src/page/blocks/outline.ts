import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { endsSentence } from '../sentence.ts';
import type { Block } from './blocks.ts';
import type { Hint } from '../element-hints.ts';
import type { Region } from './region.ts';

/** How much text stands under each region, by its number. */
export interface Outline {
  regions: Region[];
  /** Characters of running text. */
  good: Float64Array;
  /** Blocks of running text. */
  paragraphs: Float64Array;
  /** All characters. */
  all: Float64Array;
}

/** Sums the text of `blocks` up the tree. */
export function outlineOf(blocks: Block[], regions: Region[]): Outline {
  const good = new Float64Array(regions.length);
  const paragraphs = new Float64Array(regions.length);
  const all = new Float64Array(regions.length);
  const add = (sums: Float64Array, at: number, value: number): void => {
    sums[at] = (sums[at] ?? 0) + value;
  };
  for (const block of blocks) {
    const { id } = block.region;
    add(all, id, block.text.length);
    if (block.good === 0) continue;
    add(good, id, block.good);
    add(paragraphs, id, 1);
  }
  for (let id = regions.length - 1; id > 0; id -= 1) {
    const parent = regions[id]?.parent;
    if (!parent || all[id] === 0) continue;
    add(all, parent.id, all[id] ?? 0);
    if (good[id] === 0) continue;
    add(good, parent.id, good[id] ?? 0);
    add(paragraphs, parent.id, paragraphs[id] ?? 0);
  }
  return { regions, good, paragraphs, all };
}

/** The part of the running text up to which an element named as a side show is one. */
const SIDE_SHOW_SHARE = { strong: 0.5, weak: 0.3, wanted: 0 };
/** Readers' comments are often longer than the article. */
const COMMENTS = /^(?:comment|respond|disqus|discussion|forum)/;
const COMMENTS_SHARE = 0.9;
const shareOf = ({ says, word }: Hint): number =>
  COMMENTS.test(word) ? COMMENTS_SHARE : SIDE_SHOW_SHARE[says];
const COMMON_SHARE = 0.7;
/** Captions of a gallery beside an article are short; an article in slides has its text in them. */
const SLIDES = /^slide/;
const SLIDES_SHARE = 0.5;

const hasAbove = ({ parent }: Region, word: string): boolean =>
  parent?.closest(({ hint }) => hint?.word === word) !== undefined;

/**
 * Words that name no side show on this page, because most of its running text stands under them: on a gallery's
 * page the slides are the article, and some pages are made of boxes.
 */
function commonWords(regions: Region[], good: Float64Array, total: number): Set<string> {
  const under = new Map<string, number>();
  for (const region of regions) {
    const own = good[region.id] ?? 0;
    const hint = own > 0 ? region.hint : undefined;
    if (!hint || hint.says === 'wanted') continue;
    if (COMMENTS.test(hint.word)) continue;
    if (own >= total * 0.5) under.set(hint.word, total);
    else if (!hasAbove(region, hint.word)) {
      under.set(hint.word, (under.get(hint.word) ?? 0) + own);
    }
  }
  const isCommon = ([word, sum]: [string, number]): boolean =>
    sum >= total * (SLIDES.test(word) ? SLIDES_SHARE : COMMON_SHARE);
  return new Set([...under].filter(isCommon).map(([word]) => word));
}

/** Names that a paragraph beside a picture, or one that nobody sees, has rightly. */
const RIGHTLY_NAMED =
  /^(?:hidden|caption|credit|figcaption|legend|image|img|photo|picture|foto|bild|video)/;

const isParagraph = (node: ChildNode | null): boolean => {
  let at = node;
  while (at && isText(at) && at.data.trim() === '') at = at.nextSibling;
  return at !== null && isTag(at) && at.name === 'p';
};

const before = ({ previousSibling: node }: Element): ChildNode | null =>
  node && isText(node) && node.data.trim() === '' ? node.previousSibling : node;

/** A sentence in a `<p>` beside another is text, whatever its class calls it. */
function isParagraphAmongOthers({ kind, text, good, region }: Block, { word }: Hint): boolean {
  const { element } = region;
  if (kind !== 'p' || element.name !== 'p' || good === 0 || RIGHTLY_NAMED.test(word)) return false;
  return endsSentence(text) && (isParagraph(element.nextSibling) || isParagraph(before(element)));
}

/** Tells by which name a block stands in a side show below `top`. */
export function sideShows(
  outline: Outline,
  top: Region | undefined,
): (block: Block) => Hint | undefined {
  const { good, regions } = outline;
  const total = good[top?.id ?? 0] ?? 0;
  const near = top ? [...top.around, ...regions.slice(top.id, top.end + 1)] : regions;
  const common = commonWords(near, good, total);
  return (block) => {
    let inWanted = false;
    for (let at: Region | undefined = block.region; at && at !== top; at = at.parent) {
      const { hint } = at;
      if (!hint || (at === block.region && isParagraphAmongOthers(block, hint))) continue;
      const own = good[at.id] ?? 0;
      if (hint.says === 'wanted') inWanted ||= own > 0;
      else if (hint.says === 'weak' && inWanted) continue;
      else if (!common.has(hint.word) && own < total * shareOf(hint)) return hint;
    }
    return undefined;
  };
}
