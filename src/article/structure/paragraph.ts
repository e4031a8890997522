import { type Element, isTag } from 'domhandler';
import type { ParagraphStructure } from '../../article-body.ts';
import { inUtc, readDate } from '../../dates/date.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import type { Region } from '../../page/blocks/region.ts';
import { plain, textOf } from '../../page/plain-text.ts';
import { spansOf } from './spans.ts';

type Structure = ParagraphStructure;

const LISTS = new Set(['ul', 'ol', 'dl']);
const ITEMS = new Set(['li', 'dd', 'dt']);
const MOST_DEPTH = 6;

/**
 * What sets each block apart: its words, its level, its list, who said it, when. Undefined for the line that
 * says who said the quote before it.
 */
export function structuresOf(blocks: readonly Block[], pageUrl: string): (Structure | undefined)[] {
  let list: Region | undefined;
  const quotes = blocks.map(quoteAround);
  const speaks = blocks.map((block, at) => isLineOfSpeaker(block, quotes[at], quotes[at - 1]));
  return blocks.map((block, at) => {
    if (speaks[at]) return undefined;
    const spans = spansOf(block, pageUrl);
    const within = listAround(block);
    const isStart = within !== undefined && !list?.holds(within);
    list = within && (list?.holds(within) ? list : within);
    return {
      ...(spans && { spans }),
      ...(block.kind === 'h' && { level: levelOf(block), ...entryTimeOf(block) }),
      ...(within && {
        ...placeInList(within),
        ...(isStart && !isDefinition(within) && { start: true as const }),
      }),
      ...citeOf(block, quotes[at], speaks[at + 1] ? undefined : quotes[at + 1]),
    };
  });
}

/** The nearest list that a list's item or a definition stands in. */
function listAround({ kind, region }: Block): Region | undefined {
  const item = region.closest(({ element: { name } }) => ITEMS.has(name));
  return kind === 'li' || item?.element.name.startsWith('d') ? item?.closest(isList) : undefined;
}

// Its terms part a list of definitions from others.
const isDefinition = ({ element: { name } }: Region): boolean => name === 'dl';

const isList = ({ element: { name } }: Region): boolean => LISTS.has(name);

function placeInList(list: Region): Pick<Structure, 'list' | 'depth'> {
  const depth = 1 + list.around.filter(isList).length;
  return {
    list: list.element.name as 'ul' | 'ol' | 'dl',
    ...(depth > 1 && { depth: Math.min(depth, MOST_DEPTH) }),
  };
}

/** The headline is the page's first level; what is no `<h…>` stands right below it. */
function levelOf({ region: { element } }: Block): 2 | 3 | 4 {
  const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 2);
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

/** A heading of a live report has its entry's time in it or beside it. */
function entryTimeOf({ region }: Block): Pick<Structure, 'at'> {
  const stated = [...within(region.element), ...besides(region.element)].find(
    ({ name, attribs }) => name === 'time' && attribs['datetime'] !== undefined,
  );
  const moment = stated && /T\d\d:\d\d/.test(stated.attribs['datetime'] ?? '');
  const date = moment ? readDate(stated.attribs['datetime'] as string, {}) : null;
  return date === null ? {} : { at: inUtc(date) };
}

/** A time further off is another entry's. */
const MOST_BESIDE = 3;

/** The elements right before and after one, in the same parent. */
function besides(element: Element): Element[] {
  const found: Element[] = [];
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    let at = element[side];
    for (let seen = 0; at && seen < 2 * MOST_BESIDE; seen += 1, at = at[side]) {
      if (isTag(at)) found.push(at);
    }
  }
  return found;
}

const MOST_SEARCHED_NEARBY = 50;

function within(root: Element): Element[] {
  const found: Element[] = [];
  const walk = ({ children }: Element): void => {
    for (const child of children) {
      if (!isTag(child) || found.length >= MOST_SEARCHED_NEARBY) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(root);
  return found;
}

const SPEAKER = /(?:^|[\s_-])(?:author|attribution|cite|speaker|source)(?=$|[\s_-])/i;
const MOST_OF_A_SPEAKER = 200;

interface Quote {
  element: Element;
  speaker: Element;
  name: string;
}

const isSpeaker = ({ name, attribs }: Element): boolean =>
  name === 'footer' || name === 'cite' || SPEAKER.test(attribs['class'] ?? '');

/** A quote with the line that says who said it. */
function quoteAround({ kind, region }: Block): Quote | undefined {
  if (kind !== 'quote') return undefined;
  const element = region.closest(({ element: { name } }) => name === 'blockquote')?.element;
  const speaker = element && within(element).find(isSpeaker);
  const name = speaker ? plain(textOf(speaker).replace(/^[\s—–-]+/, '')) : '';
  if (!element || !speaker || !name || name.length > MOST_OF_A_SPEAKER) return undefined;
  return { element, speaker, name };
}

/** A line of its own below the words; in the same line they are one text. */
function isLineOfSpeaker(block: Block, quote: Quote | undefined, before: Quote | undefined) {
  const isBelow = quote !== undefined && quote.element === before?.element;
  return isBelow && plain(block.text.replace(/^[\s—–-]+/, '')) === quote.name;
}

/** At the last paragraph of a quote. */
function citeOf({ text }: Block, quote: Quote | undefined, next: Quote | undefined) {
  const isLast = quote !== undefined && quote.element !== next?.element;
  return isLast && !text.includes(quote.name) ? { cite: quote.name } : {};
}
