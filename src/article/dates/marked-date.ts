import { type Element, isTag } from 'domhandler';
import type { DateRules } from '../../dates/date.ts';
import { hintOf, isOfOtherWork, standsIn } from '../../page/element-hints.ts';
import {
  DATE_CLASS,
  DOUBTFUL_DATE_CLASS,
  hyphenated,
  PUBLISHED_CLASS,
} from '../../page/element-words.ts';
import type { Page } from '../../page/page.ts';
import { textOf } from '../../page/plain-text.ts';
import { holdsMostOfPage } from '../../page/blocks/text-share.ts';
import { parseDate, statesZone } from './date-text.ts';
import { CHANGE_WORDS, OTHER_MARK } from './change-words.ts';

export const MAX_TEXT = 200;
/** Room for weekday, day and hour, and a word that says what they are. */
const MAX_DAY = 60;

const CLOCK_DATA = /^data-.*(?:time|date|publish)/;

/** The moment in an attribute, in seconds or milliseconds since 1970. */
function timestampOf({ attribs }: Element, rules: DateRules): string | undefined {
  for (const [name, value] of Object.entries(attribs)) {
    if (!CLOCK_DATA.test(name) || OTHER_MARK.any.test(name)) continue;
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

/** The elements that are marked as a date, besides those that say when the article was changed. */
export const datedElements = ({ tree }: Page): Element[] =>
  [...tree.times, ...tree.marked].filter(
    (element) =>
      (element.name === 'time' || DATE_CLASS.test(hyphenated(element.attribs['class'] ?? ''))) &&
      !saysChange(element),
  );

export function markedDate(page: Page, rules: DateRules): string | undefined {
  for (const element of datedElements(page)) {
    const found = isOfOtherStory(element) ? undefined : dateOfElement(element, rules);
    if (found) return found;
  }
  return undefined;
}

/** A day in an element whose class names a day in one language and other things in another, and nothing beside it. */
export function doubtfullyMarked(page: Page, rules: DateRules): string | undefined {
  for (const element of page.tree.marked) {
    const label = hyphenated(element.attribs['class'] ?? '');
    if (!DOUBTFUL_DATE_CLASS.test(label) || OTHER_MARK.any.test(label)) continue;
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
    if (OTHER_MARK.any.test(label) && !/\bpublished\b/.test(label)) continue;
    // A list that leads to other stories may stand before the date of this one.
    const isInList = /list-?item/i.test(label);
    const found = dateOfElement(element, rules);
    if (found && !isInList) return found;
    inList ??= found;
  }
  return inList;
}

/** Whether an element says when the article was changed. */
export const saysChange = ({ attribs }: Element): boolean =>
  attribs['itemprop'] === 'dateModified' || OTHER_MARK.any.test(hyphenated(attribs['class'] ?? ''));

/**
 * When the article was published, in the text of an element whose attribute says when it was changed: "09/11/2026 01:57
 * | Actualizado a 09/11/2026 19:20". Both are by one clock.
 */
export function publishedBesideChange(element: Element, rules: DateRules): string | undefined {
  const whole = textOf(element);
  const text = whole.replace(CHANGE_WORDS.any, '');
  if (text === whole || whole.length > MAX_TEXT) return undefined;
  const found = parseDate(text, rules);
  const offset = /[+-]\d\d:\d\d$/.exec(element.attribs['datetime'] ?? '')?.[0];
  const isBare = found?.endsWith('Z') && !found.endsWith('T00:00:00Z') && !statesZone(text);
  return found && offset && isBare ? `${found.slice(0, 19)}${offset}` : found;
}

export function statedAsChanged(page: Page, rules: DateRules): string | undefined {
  const stated = page.tree.marked.find(
    (element) => element.attribs['itemprop'] === 'dateModified' && !isOfOtherWork(element),
  );
  return stated && dateOfElement(stated, rules);
}

/** What leads on to other stories, beside what is certainly none of the article. */
const LEADS_ON =
  /^(?:teaser|suggest|card|cards|more|further|ticker|carousel|playlist|discover|list-of)$/;

/** Whether an element stands in what leads to another story, whose day it then is; what holds most of a page is the page's own. */
export function isOfOtherStory(element: Element): boolean {
  for (let at = element.parent; at && isTag(at); at = at.parent) {
    if (at.name === 'article' || at.name === 'main') return false;
    const hint = hintOf(at);
    const isTeaser = at.name === 'a' && holdsMore(at, element);
    const leadsOn = isTeaser || hint?.says === 'strong' || LEADS_ON.test(hint?.word ?? '');
    if (leadsOn) return !holdsMostOfPage(at);
  }
  return false;
}

/** Letters that a link has besides a date where it leads to another story; around the date alone it leads to this one. */
const MIN_TEASER = 10;
const holdsMore = (link: Element, element: Element): boolean =>
  textOf(link).length > textOf(element).length + MIN_TEASER;

/** Marked up as the day of publication, which a reader of the page may see or not. */
export function statedAsPublished(page: Page, rules: DateRules): string | undefined {
  const stated = page.tree.marked.find(
    (element) => element.attribs['itemprop'] === 'datePublished' && !isOfOtherWork(element),
  );
  return stated && dateOfElement(stated, rules);
}
