import { type Element, isTag } from 'domhandler';
import type { Block } from './blocks.ts';
import { type Hint, hintOf } from './element-hints.ts';

export interface Body {
  container: Element;
  blocks: Block[];
  /** 0 to 1: how well the container sets the article apart from the rest of the page. */
  fitness: number;
}

interface Share {
  /** Characters of running text under the element. */
  good: number;
  /** All characters under the element. */
  all: number;
  hint: Hint;
}

const MIN_PARAGRAPH = 40;

function goodChars({ kind, text, linkChars }: Block): number {
  if (kind === 'h' || text.length < MIN_PARAGRAPH || linkChars > text.length * 0.4) return 0;
  if (kind === 'li' && text.length < 2 * MIN_PARAGRAPH) return 0;
  return text.length;
}

export const parentOf = (element: Element): Element | undefined =>
  element.parent && isTag(element.parent) ? element.parent : undefined;

export function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at))
    if (at === container) return true;
  return false;
}

function addShares(blocks: Block[], weigh: (block: Block) => number): Map<Element, Share> {
  const shares = new Map<Element, Share>();
  for (const block of blocks) {
    const good = weigh(block);
    for (let at: Element | undefined = block.element; at; at = parentOf(at)) {
      const share = shares.get(at);
      if (share) {
        share.good += good;
        share.all += block.text.length;
      } else shares.set(at, { good, all: block.text.length, hint: hintOf(at) });
    }
  }
  return shares;
}

/** Whether the element is one of the page's side shows: named so, and without most of the text. */
const isSideShow = (share: Share | undefined, total: number): boolean =>
  share?.hint === 'unwanted' && share.good < total * 0.5;

function underSideShow(
  from: Element,
  until: Element | undefined,
  shares: Map<Element, Share>,
  total: number,
): boolean {
  for (let at: Element | undefined = from; at && at !== until; at = parentOf(at)) {
    if (isSideShow(shares.get(at), total)) return true;
  }
  return false;
}

// F-measure with beta 0.7 of "this element's text is the article": precision is the part of its text that is
// running text, recall the part of the page's running text that it holds.
function fitness(share: Share, total: number): number {
  const precision = share.good / (share.all + 1);
  const recall = share.good / total;
  const beta2 = 0.5;
  const measure = ((1 + beta2) * precision * recall) / (beta2 * precision + recall || 1);
  return share.hint === 'wanted' ? measure * 1.15 : measure;
}

/** The element that holds the article, and its blocks without the side shows. */
export function findBody(blocks: Block[]): Body | undefined {
  const raw = addShares(blocks, goodChars);
  const rawTotal = Math.max(0, ...[...raw.values()].map(({ good }) => good));
  if (rawTotal === 0) return undefined;
  const shares = addShares(blocks, (block) =>
    underSideShow(block.element, undefined, raw, rawTotal) ? 0 : goodChars(block),
  );
  const total = Math.max(1, ...[...shares.values()].map(({ good }) => good));
  let container: Element | undefined;
  let best = 0;
  for (const [element, share] of shares) {
    const measure = fitness(share, total);
    if (measure > best) {
      best = measure;
      container = element;
    }
  }
  if (!container) return undefined;
  const found = container;
  const inside = blocks.filter(({ element }) => isWithin(element, found));
  const own = shares.get(found)?.good ?? 0;
  return {
    container: found,
    fitness: Math.min(1, best),
    blocks: inside.filter(
      (block) =>
        block.linkChars < block.text.length * 0.9 &&
        (block.element === found || !underSideShow(block.element, found, shares, own)),
    ),
  };
}

/** The blocks of configured body elements, without the side shows in them. */
export function bodyOf(elements: Element[], blocks: Block[]): Body | undefined {
  const [container] = elements;
  if (!container) return undefined;
  const shares = addShares(blocks, goodChars);
  const kept = blocks.filter((block) => {
    const root = elements.find((element) => isWithin(block.element, element));
    if (!root || block.linkChars >= block.text.length * 0.9) return false;
    return (
      block.element === root ||
      !underSideShow(block.element, root, shares, shares.get(root)?.good ?? 0)
    );
  });
  return { container, blocks: kept, fitness: 1 };
}
