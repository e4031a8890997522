import { type Element, isTag } from 'domhandler';
import type { DateRules } from '../../dates/date.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { parseDate } from './date-text.ts';
import { isOfOtherWork, standsIn } from '../../page/element-hints.ts';
import {
  DATE_CLASS,
  DOUBTFUL_DATE_CLASS,
  hyphenated,
  PUBLISHED_CLASS,
} from '../../page/element-words.ts';
import type { Page } from '../../page/page.ts';
import { textOf } from '../../page/plain-text.ts';
import { DAY_MS } from '../../durations.ts';

/** The lines among which a page prints its date. */
export interface Surroundings {
  /** The lines after the headline. */
  near: Block[];
  /** The lines right before it. */
  before: Block[];
  /** From the headline to the end of the article. */
  scope: Block[];
}

/** Days of other things: of a change, a comment, an event, a birth, a reader's membership. */
const OTHER_MARK =
  /updat|modif|expire|event-?(?:date|time)|comment|join(?:ed|-)|member-since|(?:aktuali|actuali|atuali)[sz]|ge(?:ae|ä)nder|aggiorn|bijgewerkt|gewijzigd|op(?:p|)dater|guncel|paivitet|muokattu|evento|evenement|veranstalt|ablauf|geburt|nacimiento|nascita|naissance|kommentar|comentario|reactie/i;
const UPDATE_LABEL =
  /^\W*(?:this page was |page )?(?:last |letzte |zuletzt |article )?(?:updated|edited|modified|aktualisiert|änderung|aktualisierung|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|güncelleme)/i;
const MAX_TEXT = 200;
const MAX_LINE = 80;
/** Room for weekday, day and hour, and a word that says what they are. */
const MAX_DAY = 60;
/** A year of the Gregorian, Thai or Iranian calendar, or one in digits other than ours. */
const YEAR = /(?:19|20|2[45]|1[34])\d\d|\b\d{1,2}\.\d{1,2}\.\d\d\b|[\p{Nd}--\d]{2}|年/v;
/** Lines so close to the headline are about it. */
const CLOSE_TO_DATE = 4;
/** "(21. November 2022)", "LONDON, Jan. 5, 2024" before the first sentence. */
const LEADING =
  /^\(?(?:[\p{L} .'/-]{2,40}(?:,| [-–—])\s)?((?:\d{1,2}\.?\s?(?:\d{1,2}\.|\p{L}{3,})|\p{L}{3,9}\.? \d{1,2},)\s?(?:19|20)\d\d)\b/u;
/** "Published on 5 January 2024", wherever it stands. */
const LABELLED_DATE =
  /\b(?:published|posted|erschienen|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|opublikowano)\b(?: (?:on|am|le|el|em|il|op))?:? (.{0,30}(?:19|20)\d\d)/iu;

const CLOCK_DATA = /^data-.*(?:time|date|publish)/;

/** The moment in an attribute, in seconds or milliseconds since 1970. */
function timestampOf({ attribs }: Element, rules: DateRules): string | undefined {
  for (const [name, value] of Object.entries(attribs)) {
    if (!CLOCK_DATA.test(name) || OTHER_MARK.test(name)) continue;
    const digits = /^(1\d{9}(?:\d{3})?)(?:\.\d+)?$/.exec(value)?.[1];
    if (digits) return parseDate(digits, rules);
  }
  return undefined;
}

/** The moment that an element, or one right inside it, keeps for the page's own scripts. */
function timestampIn(element: Element, rules: DateRules): string | undefined {
  for (const one of [element, ...element.children.filter(isTag)]) {
    const found = timestampOf(one, rules);
    if (found) return found;
  }
  return undefined;
}

function dateOfElement(element: Element, rules: DateRules): string | undefined {
  const { attribs } = element;
  const stated = attribs['datetime'] ?? attribs['content'];
  const exact =
    (stated && parseDate(stated, rules)) ||
    timestampIn(element, rules) ||
    (attribs['title'] && parseDate(attribs['title'], rules));
  if (exact) return exact;
  const text = textOf(element);
  return text.length <= MAX_TEXT ? parseDate(text, rules) : undefined;
}

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
    if (text.length > most || OTHER_MARK.test(element.attribs['class'] ?? '')) continue;
    if (UPDATE_LABEL.test(text)) continue;
    if (!times.has(element)) {
      const time = timeIn(element);
      times.set(element, time && dateOfElement(time, rules));
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
    ({ text }) => text.length <= MAX_LINE && UPDATE_LABEL.test(text) && YEAR.test(text),
  );
  return line && parseDate(line.text, rules);
}

function markedDate(page: Page, rules: DateRules): string | undefined {
  for (const element of [...page.tree.times, ...page.tree.marked]) {
    const label = hyphenated(element.attribs['class'] ?? '');
    if (element.name !== 'time' && !DATE_CLASS.test(label)) continue;
    if (OTHER_MARK.test(label)) continue;
    const found = dateOfElement(element, rules);
    if (found) return found;
  }
  return undefined;
}

/** A day in an element whose class names a day in one language and other things in another, and nothing beside it. */
function doubtfullyMarked(page: Page, rules: DateRules): string | undefined {
  for (const element of page.tree.marked) {
    const label = hyphenated(element.attribs['class'] ?? '');
    if (!DOUBTFUL_DATE_CLASS.test(label) || OTHER_MARK.test(label)) continue;
    if (standsIn(element, 'table') || textOf(element).length > MAX_DAY) continue;
    const found = dateOfElement(element, rules);
    if (found) return found;
  }
  return undefined;
}

function markedAsPublished(page: Page, rules: DateRules): string | undefined {
  let inList: string | undefined;
  for (const element of [...page.tree.times, ...page.tree.marked]) {
    const label = hyphenated(element.attribs['class'] ?? '');
    if (!PUBLISHED_CLASS.test(label)) continue;
    // WordPress marks one element as both where a story was not changed.
    if (OTHER_MARK.test(label) && !/\bpublished\b/.test(label)) continue;
    // A list that leads to other stories may stand before the date of this one.
    const isInList = /list-?item/i.test(label);
    if (isInList && inList !== undefined) continue;
    const found = dateOfElement(element, rules);
    if (found && !isInList) return found;
    inList ??= found;
  }
  return inList;
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
function dateInUrl(page: Page, rules: DateRules): string | undefined {
  const match =
    /[/_-]((?:19|20)\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url) ??
    /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(page.url);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rules);
}

/** Marked up as the day of publication, which a reader of the page may see or not. */
export function statedAsPublished(page: Page, rules: DateRules): string | undefined {
  const stated = page.tree.marked.find(
    (element) => element.attribs['itemprop'] === 'datePublished' && !isOfOtherWork(element),
  );
  return stated && dateOfElement(stated, rules);
}

/** Where address and page disagree by days the address is right: the dates beside other stories are not. */
function checkedBy(address: string | undefined, shown: string | undefined): string | undefined {
  const agrees =
    !address || !shown || Math.abs(Date.parse(address) - Date.parse(shown)) < 3 * DAY_MS;
  return agrees ? shown : undefined;
}

/** The date that a reader finds first: right under or over the headline, or before the first sentence. */
export function shownDate(
  page: Page,
  { near, before }: Surroundings,
  rules: DateRules,
): string | undefined {
  return (
    markedAsPublished(page, rules) ??
    amongLines(near.slice(0, CLOSE_TO_DATE), rules, MAX_LINE) ??
    amongLines(before.slice(-CLOSE_TO_DATE).reverse(), rules, MAX_LINE) ??
    amongLines(near, rules, MAX_LINE) ??
    formedDate(near, LEADING, rules)
  );
}

/** What the page shows, unless its address contradicts it. */
export function printedDate(
  page: Page,
  shown: string | undefined,
  rules: DateRules,
): string | undefined {
  return checkedBy(dateInUrl(page, rules), shown);
}

const EDGE = 500;

/** The lines among which a date may be the article's own; in the middle of thousands it is its subject's. */
const edges = (lines: Block[]): Block[] =>
  lines.length <= 2 * EDGE ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];

/** The best guess from the rest of the page. */
export function guessedDate(
  page: Page,
  { near, before, scope }: Surroundings,
  rules: DateRules,
): string | undefined {
  const address = dateInUrl(page, rules);
  const lines = edges(scope);
  const shown =
    markedDate(page, rules) ??
    formedDate(lines, LABELLED_DATE, rules) ??
    amongLines(before, rules, MAX_TEXT) ??
    amongLines(near, rules, MAX_TEXT) ??
    doubtfullyMarked(page, rules) ??
    amongLines(lines, rules, MAX_LINE);
  return checkedBy(address, shown) ?? address;
}
