import { type Element, isTag } from 'domhandler';
import type { DateRules } from '../../dates/date.ts';
import { isOfOtherWork, standsIn } from '../../page/element-hints.ts';
import {
  DATE_CLASS,
  DOUBTFUL_DATE_CLASS,
  hyphenated,
  PUBLISHED_CLASS,
} from '../../page/element-words.ts';
import type { Page } from '../../page/page.ts';
import { textOf } from '../../page/plain-text.ts';
import { parseDate } from './date-text.ts';

/** Days of other things: of a change, a comment, an event, a birth, a reader's membership. */
export const OTHER_MARK =
  /updat|modif|expire|event-?(?:date|time)|comment|join(?:ed|-)|member-since|(?:aktuali|actuali|atuali)[sz]|ge(?:ae|ä)nder|aggiorn|bijgewerkt|gewijzigd|op(?:p|)dater|guncel|paivitet|muokattu|evento|evenement|veranstalt|ablauf|geburt|nacimiento|nascita|naissance|kommentar|comentario|reactie/i;
export const MAX_TEXT = 200;
/** Room for weekday, day and hour, and a word that says what they are. */
const MAX_DAY = 60;

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

export function dateOfElement(element: Element, rules: DateRules): string | undefined {
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

export function markedDate(page: Page, rules: DateRules): string | undefined {
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
export function doubtfullyMarked(page: Page, rules: DateRules): string | undefined {
  for (const element of page.tree.marked) {
    const label = hyphenated(element.attribs['class'] ?? '');
    if (!DOUBTFUL_DATE_CLASS.test(label) || OTHER_MARK.test(label)) continue;
    if (standsIn(element, 'table') || textOf(element).length > MAX_DAY) continue;
    const found = dateOfElement(element, rules);
    if (found) return found;
  }
  return undefined;
}

export function markedAsPublished(page: Page, rules: DateRules): string | undefined {
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

/** Marked up as the day of publication, which a reader of the page may see or not. */
export function statedAsPublished(page: Page, rules: DateRules): string | undefined {
  const stated = page.tree.marked.find(
    (element) => element.attribs['itemprop'] === 'datePublished' && !isOfOtherWork(element),
  );
  return stated && dateOfElement(stated, rules);
}
