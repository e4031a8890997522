import { type Element, isTag } from 'domhandler';
import { firstFound, type Layer } from '../layers.ts';
import {
  dateOfElement,
  saysChange,
  isOfOtherStory,
  publishedBesideChange,
  doubtfullyMarked,
  markedAsPublished,
  markedDate,
  MAX_TEXT,
} from './marked-date.ts';
import type { DateRules } from '../../dates/date.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { parseDate } from './date-text.ts';
import type { Page } from '../../page/page.ts';
import { permalinkDate } from './permalink-date.ts';
import type { Found } from '../scraped.ts';
import { DAY_MS } from '../../durations.ts';
import { LABELLED_DATE, OTHER_MARK, UPDATE_LABEL } from './change-words.ts';

/** The lines among which a page prints its date. */
export interface Surroundings {
  /** The lines after the headline. */
  near: Block[];
  /** The lines right before it. */
  before: Block[];
  /** From the headline to the end of the article. */
  scope: Block[];
}

const MAX_LINE = 80;
/** A year of the Gregorian, Thai or Iranian calendar, or one in digits other than ours. */
const YEAR = /(?:19|20|2[45]|1[34])\d\d|\b\d{1,2}\.\d{1,2}\.\d\d\b|[\p{Nd}--\d]{2}|年/v;
/** Lines so close to the headline are about it. */
const CLOSE_TO_DATE = 4;
const DAY_FIRST = String.raw`\d{1,2}\.?\s?(?:\d{1,2}\.|\p{L}{3,})`;
const MONTH_FIRST = String.raw`\p{L}{3,9}\.? \d{1,2},`;
/** "(21. November 2022)", "LONDON, Jan. 5, 2024" before the first sentence. */
const LEADING = new RegExp(
  String.raw`^\(?(?:[\p{L} .'/-]{2,40}(?:,| [-–—])\s)?((?:${DAY_FIRST}|${MONTH_FIRST})\s?(?:19|20)\d\d)\b`,
  'u',
);

/** Midnight is what a day without an hour reads as. */
export const isDayOnly = (stated: string): boolean => stated.endsWith('T00:00:00Z');

function timeIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    const found = child.name === 'time' ? child : timeIn(child);
    if (found) return found;
  }
  return undefined;
}

/** A date among lines of at most so many characters, exact where it is marked up. */
function amongLines(lines: Block[], rules: DateRules, most: number): string | undefined {
  // All lines of a page may stand in one element, which is searched once.
  const times = new Map<Element, string | undefined>();
  for (const { region, text } of lines) {
    const { element } = region;
    if (text.length > most || OTHER_MARK.any.test(element.attribs['class'] ?? '')) continue;
    if (UPDATE_LABEL.any.test(text)) continue;
    if (!times.has(element)) {
      const time = timeIn(element);
      const date = time && (saysChange(time) ? publishedBesideChange : dateOfElement)(time, rules);
      times.set(element, date);
    }
    const marked = times.get(element);
    const printed = YEAR.test(text) ? parseDate(text, rules) : undefined;
    // A line may hold the hour beside the day that is marked up.
    const hasHour =
      marked === undefined || (isDayOnly(marked) && printed?.startsWith(marked.slice(0, 10)));
    const value = hasHour ? printed : marked;
    if (value) return value;
  }
  return undefined;
}

/** "Updated: 12 March 2026" on a line of its own. */
export function printedChange(
  { before, scope }: Surroundings,
  rules: DateRules,
): string | undefined {
  const lines = [...before.slice(-CLOSE_TO_DATE), ...scope];
  const line = lines.find(
    ({ text }) => text.length <= MAX_LINE && UPDATE_LABEL.any.test(text) && YEAR.test(text),
  );
  return line && parseDate(line.text, rules);
}

/** The first date that stands where the form has its group. */
function formedDate(lines: Block[], form: RegExp, rules: DateRules): string | undefined {
  for (const { text } of lines) {
    const date = form.exec(text)?.[1];
    const value = date && parseDate(date, rules);
    if (value) return value;
  }
  return undefined;
}

/** The day in an address such as `/2024/03/09/` or `…-20240309`. */
export function dateInUrl(page: Page, rules: DateRules): string | undefined {
  const match =
    /[/_-]((?:19|20)\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url) ??
    /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rules);
}

/** Where address and page disagree by days the address is right: the dates beside other stories are not. */
function checkedBy(address: string | undefined, shown: string | undefined): string | undefined {
  const agrees =
    !address || !shown || Math.abs(Date.parse(address) - Date.parse(shown)) < 3 * DAY_MS;
  return agrees ? shown : undefined;
}

const EDGE = 500;

/** The lines among which a date may be the article's own; in the middle of thousands it is its subject's. */
const edges = (lines: Block[]): Block[] =>
  lines.length <= 2 * EDGE ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];

/** A line that is not all a link, and in nothing that leads on. */
const isOwnLine = ({ text, linkChars, region }: Block): boolean =>
  linkChars < text.length && !isOfOtherStory(region.element);

interface PrintedDateWitnesses extends Surroundings {
  page: Page;
  rules: DateRules;
}

/** Where a reader finds the date first: right under or over the headline, or before the first sentence. */
const SHOWN_LAYERS: readonly Layer<PrintedDateWitnesses, string>[] = [
  {
    name: 'an element that is marked as published',
    from: 'text',
    find: ({ page, rules }) => markedAsPublished(page, rules),
  },
  {
    name: 'the lines right below the headline',
    from: 'text',
    find: ({ near, rules }) => amongLines(near.slice(0, CLOSE_TO_DATE), rules, MAX_LINE),
  },
  {
    name: 'the lines right over the headline',
    from: 'text',
    find: ({ before, rules }) =>
      amongLines(before.slice(-CLOSE_TO_DATE).reverse(), rules, MAX_LINE),
  },
  {
    name: 'the lines below the headline',
    from: 'text',
    find: ({ near, rules }) => amongLines(near, rules, MAX_LINE),
  },
  {
    name: 'the start of the first sentence',
    from: 'text',
    find: ({ near, rules }) => formedDate(near, LEADING, rules),
  },
];

/** Where a date may stand that is the article's as likely as not. */
const GUESSED_LAYERS: readonly Layer<PrintedDateWitnesses, string>[] = [
  {
    name: 'a date that links to the page itself',
    from: 'text',
    find: ({ page, rules }) => permalinkDate(page, rules),
  },
  {
    name: 'an element that is marked as a date',
    from: 'text',
    find: ({ page, rules }) => markedDate(page, rules),
  },
  {
    name: 'a line that begins with "published"',
    from: 'text',
    find: ({ scope, rules }) => formedDate(edges(scope), LABELLED_DATE.any, rules),
  },
  {
    name: 'a longer line over the headline',
    from: 'text',
    find: ({ before, rules }) => amongLines(before, rules, MAX_TEXT),
  },
  {
    name: 'a longer line below the headline',
    from: 'text',
    find: ({ near, rules }) => amongLines(near, rules, MAX_TEXT),
  },
  {
    name: 'an element whose class may mean a date',
    from: 'text',
    find: ({ page, rules }) => doubtfullyMarked(page, rules),
  },
  {
    name: 'any line of the article',
    from: 'text',
    find: ({ scope, rules }) => amongLines(edges(scope).filter(isOwnLine), rules, MAX_LINE),
  },
];

/** The date that a reader finds first. */
export const shownDate = (
  page: Page,
  lines: Surroundings,
  rules: DateRules,
): Found<string> | undefined => firstFound(SHOWN_LAYERS, { ...lines, page, rules });

/** What the page shows, unless its address contradicts it. */
export const printedDate = (
  page: Page,
  shown: Found<string> | undefined,
  rules: DateRules,
): string | undefined => checkedBy(dateInUrl(page, rules), shown?.value);

/** The best guess from the rest of the page. */
export function guessedDate(page: Page, lines: Surroundings, rules: DateRules): string | undefined {
  const shown = firstFound(GUESSED_LAYERS, { ...lines, page, rules });
  return checkedBy(dateInUrl(page, rules), shown?.value);
}
