import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import type { BodyBlock, ParagraphStructure } from '../../article-body.ts';
import type { Paragraph } from '../../article-record.ts';
import type { Block, Placed } from '../../page/blocks/blocks.ts';
import { closestOnce, type Region } from '../../page/blocks/region.ts';
import { textOf } from '../../page/plain-text.ts';
import { embedIn } from './embeds.ts';
import { structuresOf } from './paragraph.ts';
import { tableIn } from './table.ts';

type Insert = Exclude<BodyBlock, { p: number } | { image: number }>;

/**
 * A place in the article's order. A paragraph `within` a table, a post or a quote's line of its speaker is shown by that, and a picture is
 * named by its address: indices come last, when text of several pages has been joined.
 */
export type Placement =
  | { kind: 'paragraph'; paragraph: Paragraph; structure: ParagraphStructure }
  | { kind: 'within'; paragraph: Paragraph }
  | { kind: 'picture'; url: string }
  | { kind: 'insert'; insert: Insert };

export interface ArticleParts {
  /** Every paragraph with the block that it is the text of, in order. */
  told: readonly { paragraph: Paragraph; block: Block }[];
  /** All blocks of the page, to tell what stands before what. */
  blocks: readonly Block[];
  inserts: readonly Placed[];
  /** The article's pictures where the page shows them. */
  pictures: readonly { placed: Placed; url: string }[];
  /** The elements that hold the text. */
  parts: readonly Region[];
  pageUrl: string;
}

interface FoundInsert {
  /** The block that it stands before. */
  at: number;
  element: Element;
  insert: Insert;
}

/** The article in the order of its page, with what stands between its paragraphs. */
export function findStructure(article: ArticleParts): Placement[] {
  const { told, blocks, pageUrl } = article;
  const places = placesAmong(
    blocks,
    told.map(({ block }) => block),
  );
  const [first, last] = [places.find(isPlaced), places.findLast(isPlaced)];
  const found = isPlaced(first) && isPlaced(last) ? insertsIn(article, first, last) : [];
  const structures = structuresOf(
    told.map(({ block }) => block),
    pageUrl,
  );
  // What stands before a block comes first, and the sort keeps that.
  const order: { at: number; placement: Placement }[] = [
    ...found.map(({ at, insert }) => ({ at, placement: { kind: 'insert' as const, insert } })),
    ...article.pictures.map(({ placed, url }) => ({
      at: placed.at,
      placement: { kind: 'picture' as const, url },
    })),
  ];
  const inserted = new Set(found.map(({ element }) => element));
  const insertAround = closestOnce(({ element }) => inserted.has(element));
  let before = first ?? 0;
  for (const [index, { paragraph, block }] of told.entries()) {
    const at = places[index] ?? before;
    const structure = structures[index];
    const isCovered = insertAround(block.region) !== undefined;
    const placement: Placement =
      isCovered || !structure
        ? { kind: 'within', paragraph }
        : { kind: 'paragraph', paragraph, structure };
    order.push({ at, placement });
    before = at;
  }
  return order.toSorted((one, other) => one.at - other.at).map(({ placement }) => placement);
}

/** Where each block stands among all; most follow one another. */
function placesAmong(all: readonly Block[], blocks: readonly Block[]): (number | undefined)[] {
  let next = 0;
  return blocks.map((block) => {
    const after = all.indexOf(block, next);
    const at = after === -1 ? all.indexOf(block) : after;
    if (at === -1) return undefined;
    next = at + 1;
    return at;
  });
}

const isPlaced = (at: number | undefined): at is number => at !== undefined;

const standsWithin = ({ region }: Block, element: Element): boolean =>
  region.closest((at) => at.element === element) !== undefined;

/** From the first paragraph to right after the last one, in the article's own elements and in no side show. */
function insertsIn(
  { inserts, parts, told }: ArticleParts,
  first: number,
  last: number,
): FoundInsert[] {
  const found: FoundInsert[] = [];
  const outer: Element[] = [];
  for (const { element, region, at } of inserts) {
    const isBetween = at > first && at <= last + 1;
    if (!isBetween || !isOfArticle(region, parts) || outer.some((one) => holds(one, element))) {
      continue;
    }
    const insert = insertOf(element, at <= last, told);
    if (!insert) continue;
    found.push({ at, element, insert });
    outer.push(element);
  }
  return found;
}

/** Whether a region stands in the text, with nothing around it that is certainly no part of it. */
function isOfArticle(region: Region, parts: readonly Region[]): boolean {
  const nearest = region.closest((at) => parts.includes(at) || at.hint?.says === 'strong');
  return nearest !== undefined && parts.includes(nearest);
}

function holds(outer: Element, inner: Element): boolean {
  for (let at: ParentNode | null = inner.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** What follows the last paragraph belongs to the article only where it says something by itself. */
function insertOf(
  element: Element,
  isAmid: boolean,
  told: ArticleParts['told'],
): Insert | undefined {
  switch (element.name) {
    case 'table': {
      const table = tableIn(element);
      return table && { table };
    }
    case 'pre':
      return codeIn(element, told);
    case 'hr':
      return isAmid ? { rule: true } : undefined;
    case 'dt':
      return isAmid ? termIn(element) : undefined;
    default: {
      const embed = embedIn(element);
      return embed && { embed };
    }
  }
}

const MOST_CODE = 20_000;

/** A program's lines. Text that only keeps its line breaks is in the paragraphs already. */
function codeIn(element: Element, told: ArticleParts['told']): Insert | undefined {
  const isMarked = element.children.some((child) => isTag(child) && child.name === 'code');
  if (!isMarked && told.some(({ block }) => standsWithin(block, element))) return undefined;
  const code = rawText(element)
    .trimEnd()
    .replace(/^\s*\n/, '');
  return code !== '' && code.length <= MOST_CODE ? { code } : undefined;
}

function rawText({ children }: ParentNode): string {
  let text = '';
  for (const child of children) {
    if (isText(child)) text += child.data;
    else if (isTag(child)) text += child.name === 'br' ? '\n' : rawText(child);
  }
  return text;
}

const MOST_OF_A_TERM = 300;

function termIn(element: Element): Insert | undefined {
  const term = textOf(element);
  return term !== '' && term.length <= MOST_OF_A_TERM ? { term } : undefined;
}
