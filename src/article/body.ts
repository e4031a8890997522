import type { Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { isWithin, outlineOf, type Region, sideShows } from './outline.ts';

export interface Body {
  container: Element;
  blocks: Block[];
  /** 0 to 1: how well the container sets the article apart from the rest of the page. */
  fitness: number;
}

const LEAF = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'dd',
  'dt',
  'pre',
]);

// F-measure of "this element's text is the article": precision is the part of its text that is running text,
// recall the part of the page's running text that it holds. Precision weighs more: what a container lacks is
// looked for above it, what it has too much of stays.
const BETA_SQUARED = 0.5;

function fitnessOf({ good, all, hint, element, paragraphs }: Region, total: number): number {
  if (LEAF.has(element.name) && paragraphs < 2) return 0;
  const precision = good / (all + 1);
  const recall = good / total;
  const measure =
    ((1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall || 1);
  return hint?.says === 'wanted' ? measure * 1.3 : measure;
}

/** The element that holds the article, and its blocks without side shows and boilerplate. */
export function findBody(blocks: Block[], authors: string[]): Body | undefined {
  const isAside = sideShows(outlineOf(blocks), undefined);
  const outline = outlineOf(blocks.filter((block) => !isAside(block)));
  const regions = [...outline.values()];
  const total = regions[0]?.good ?? 0;
  let best: Region | undefined;
  let fitness = 0;
  for (const region of regions) {
    const measure = fitnessOf(region, total);
    if (measure > fitness) [best, fitness] = [region, measure];
  }
  return best && { ...bodyOf([best.element], blocks, authors), fitness: Math.min(1, fitness) };
}

/** The blocks of the given elements, without side shows and boilerplate. */
export function bodyOf(elements: Element[], blocks: Block[], authors: string[]): Body {
  const roots = elements.filter(
    (element) => !elements.some((other) => other !== element && isWithin(element, other)),
  );
  const kept = roots.flatMap((root) => {
    const inside = blocks.filter(({ element }) => isWithin(element, root));
    return withoutBoilerplate(inside, sideShows(outlineOf(inside), root), authors);
  });
  return { container: roots[0] as Element, blocks: kept, fitness: 1 };
}
