import type { Block, PageBlocks } from '../../page/blocks/blocks.ts';
import { type Struck, withoutBoilerplate } from './boilerplate.ts';
import type { Known } from './line-rules.ts';
import { type Outline, outlineOf, sideShows } from '../../page/blocks/outline.ts';
import type { Region } from '../../page/blocks/region.ts';

export interface Body {
  /** The elements that hold the text, in page order. */
  parts: Region[];
  blocks: Block[];
  /** What else those elements hold. */
  struck: Struck[];
  /** 0 to 1: how well they set the article apart from the rest of the page. */
  fitness: number;
  /** Of its blocks, those that stand on other pages of the source, too. */
  shared: Block[];
  /** By which lines the source's template may be known, see page-lines.ts. */
  lineKeys: string[];
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
// recall the part of the page's running text that it holds. Precision weighs more: what an element has too much of
// stays, what it lacks is seldom much. Both numbers were tried on several hundred pages of many sites.
const BETA_SQUARED = 0.5;
const WANTED_BONUS = 1.3;

function fitnessOf(region: Region, { good, all, paragraphs }: Outline, total: number): number {
  const own = good[region.id] ?? 0;
  if (own === 0) return 0;
  if (LEAF.has(region.element.name) && (paragraphs[region.id] ?? 0) < 2) return 0;
  const precision = own / ((all[region.id] ?? 0) + 1);
  const recall = own / total;
  const measure = ((1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall);
  return region.hint?.says === 'wanted' ? measure * WANTED_BONUS : measure;
}

/** The element that holds the article, and its blocks without side shows and boilerplate. */
export function findBody(scope: Block[], page: PageBlocks, known: Known): Body | undefined {
  const asideOf = sideShows(outlineOf(scope, page.regions), undefined);
  const main = scope.filter((block) => !asideOf(block));
  const outline = outlineOf(main, page.regions);
  const total = outline.good[0] ?? 0;
  let best: Region | undefined;
  let fitness = 0;
  for (const region of page.regions) {
    const measure = fitnessOf(region, outline, total);
    if (measure > fitness) [best, fitness] = [region, measure];
  }
  if (!best) return undefined;
  const parts = [best, ...twinsOf(best, outline)];
  return { ...bodyOf(parts, scope, page, known), fitness: Math.min(1, fitness) };
}

/** A class shared by more than 50 elements is a style, not a part of the body; each part is read by itself. */
const MOST_PARTS = 50;

/** The other elements that a template named alike: it cuts the text where an advertisement or a picture stands. */
function twinsOf(part: Region, { regions, good }: Outline): Region[] {
  const { name, attribs } = part.element;
  if (!attribs['class'] || LEAF.has(name)) return [];
  const twins = regions.filter(
    ({ id, element }) =>
      id !== part.id &&
      element.name === name &&
      element.attribs['class'] === attribs['class'] &&
      (good[id] ?? 0) > 0,
  );
  return twins.length < MOST_PARTS ? twins : [];
}

/** The blocks of the given regions, without side shows and boilerplate. */
export function bodyOf(chosen: Region[], scope: Block[], page: PageBlocks, known: Known): Body {
  const parts = outermost(chosen);
  const inside = blocksByPart(parts, scope);
  const outline = outlineOf(inside.flat(), page.regions);
  const sifted = parts.map((part, at) =>
    withoutBoilerplate(inside[at] ?? [], sideShows(outline, part), known),
  );
  return {
    parts,
    blocks: sifted.flatMap(({ kept }) => kept),
    struck: sifted.flatMap(({ struck }) => struck),
    shared: sifted.flatMap(({ shared }) => shared),
    lineKeys: sifted.flatMap(({ lineKeys }) => lineKeys),
    fitness: 1,
  };
}

/** The regions that stand in no other of them, in page order. */
function outermost(chosen: Region[]): Region[] {
  const parts: Region[] = [];
  for (const region of chosen.toSorted((one, other) => one.id - other.id)) {
    if (!parts.at(-1)?.holds(region)) parts.push(region);
  }
  return parts;
}

/** The blocks of each part. What a part holds is one run of the page, so that both lists are walked once. */
function blocksByPart(parts: Region[], blocks: Block[]): Block[][] {
  const inside: Block[][] = parts.map(() => []);
  let at = 0;
  for (const block of blocks) {
    while ((parts[at]?.end ?? Infinity) < block.region.id) at += 1;
    if (parts[at]?.holds(block.region)) inside[at]?.push(block);
  }
  return inside;
}
