import { type Element, isTag } from 'domhandler';
import type { Block } from '../../page/blocks/blocks.ts';
import { isOutOfSight } from '../../page/blocks/inline.ts';
import { HEADINGS, isOfOtherWork, POST, standsIn } from '../../page/element-hints.ts';
import { AUTHOR_BOX_CLASS, AUTHOR_CLASS, hyphenated } from '../../page/element-words.ts';
import { relOf } from '../metadata/page-links.ts';
import type { Page } from '../../page/page.ts';
import { MOST_OF_A_BYLINE, spelledNames } from './spelled-byline.ts';
import { isFullName, namesIn } from '../names/person-name.ts';
import { folded, textOf } from '../../page/plain-text.ts';
import { AUTHOR_LINK, NOT_A_NAME_CLASS } from './author-marks.ts';

const BESIDE_NAME_CLASS =
  /(?:^|[\s_-])(?:bio|about|tool-?tip|pop-?up|pop-?over|card|hover|description|follow|share)(?=$|[\s_-])/i;
/** Lines so close to the headline are about it. */
export const CLOSE = 6;

function isMarked({ attribs }: Element): boolean {
  if (attribs['rel'] === 'author' || attribs['itemprop'] === 'author') return true;
  const label = hyphenated(attribs['class'] ?? '');
  return AUTHOR_CLASS.test(label) && !NOT_A_NAME_CLASS.any.test(label) && !POST.test(label);
}

/** The way to the page has names too (schema.org). */
const BREADCRUMBS = /\/Breadcrumb/i;

function elementsLike(
  root: Element,
  test: (element: Element) => boolean,
  found: Element[] = [],
): Element[] {
  for (const child of root.children) {
    if (!isTag(child) || BREADCRUMBS.test(child.attribs['itemtype'] ?? '')) continue;
    if (test(child)) found.push(child);
    else elementsLike(child, test, found);
  }
  return found;
}

const NAME_CLASS =
  /(?:^|[\s_-])(?:(?:author|byline|contributor|person|reporter|writer)[_-]?)?name(?:$|\s)/i;
const isAuthorItem = ({ attribs }: Element): boolean => attribs['itemprop'] === 'author';
const isNameElement = ({ attribs }: Element): boolean => attribs['itemprop'] === 'name';
const isCalledName = ({ attribs }: Element): boolean => NAME_CLASS.test(attribs['class'] ?? '');
/** The microformat h-card's older form. */
const isFormattedName = ({ attribs }: Element): boolean =>
  /(?:^|\s)fn(?:\s|$)/.test(attribs['class'] ?? '');
const isAuthorLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && (attribs['rel'] === 'author' || AUTHOR_LINK.any.test(attribs['href'] ?? ''));

/** A link to what the article is about (HTML Living Standard, link type "tag"). */
const isSubjectLink = (element: Element): boolean =>
  element.name === 'a' && relOf(element).includes('tag');

/** What is said of the writer in the byline's own element, in a box that opens. */
const isBesideName = (element: Element): boolean => {
  const label = hyphenated(element.attribs['class'] ?? '');
  return isOutOfSight(element) || BESIDE_NAME_CLASS.test(label);
};

/** Names in a byline element: of the parts that are marked, linked or called as names, else of its text. */
function namesInElement(element: Element): string[] {
  for (const test of [isAuthorItem, isNameElement, isAuthorLink, isCalledName, isFormattedName]) {
    const names = elementsLike(element, test).flatMap((part) => namesIn(textOf(part)));
    if (names.length > 0) return names;
  }
  const text = textOf(element, isBesideName);
  const isSubjects = elementsLike(element, isSubjectLink).length > 0;
  return text.length <= MOST_OF_A_BYLINE && !isSubjects ? namesIn(text) : [];
}

/** Where readers give their own names. */
const isInForm = (element: Element): boolean =>
  element.name === 'form' || standsIn(element, 'form');

/** Writers' names where the page marks them up: several stand beside each other. */
function markedNames(elements: Element[]): string[] {
  const names: string[] = [];
  let first: Element | undefined;
  for (const element of elements) {
    if (!isMarked(element) || isInForm(element) || isOfOtherWork(element)) continue;
    const beside =
      !first || element.parent === first.parent || element.parent?.parent === first.parent?.parent;
    if (!beside) continue;
    const found = namesInElement(element);
    if (found.length === 0) continue;
    first ??= element;
    names.push(...found);
  }
  return names;
}

/** The full name over what is said about the writer below or beside the text. */
export function boxedNames(elements: Element[]): string[] {
  const box = elements.find(
    (element) => AUTHOR_BOX_CLASS.test(element.attribs['class'] ?? '') && !isInForm(element),
  );
  const isName = (element: Element): boolean =>
    HEADINGS.has(element.name) || isAuthorLink(element) || isCalledName(element);
  const [name] = box ? elementsLike(box, isName) : [];
  return name ? namesIn(textOf(name)).filter(isFullName) : [];
}

/** Names that lead to their writers' pages, in the lines near the headline. */
export function linkedNames(near: Block[]): string[] {
  const lines = near
    .slice(0, CLOSE)
    .filter(({ linkChars, text }) => linkChars > 0 && text.length <= MOST_OF_A_BYLINE);
  for (const { element } of new Set(lines.map(({ region }) => region))) {
    const links = elementsLike(element, isAuthorLink).map((element) => textOf(element));
    const names = links.filter((link) => link.includes(' ')).flatMap(namesIn);
    if (names.length > 0) return names;
  }
  return [];
}

/** The byline a reader sees: spelled out right below the headline, marked up, or spelled out further on. */
export function visibleByline(page: Page, near: Block[]): string[] {
  const marked = markedNames(page.tree.marked);
  const isNear = marked.some((name) => near.some(({ text }) => text.includes(name)));
  // What is marked elsewhere may be the writer of another story that the page points to.
  const spelled = isNear ? [] : spelledNames(near.slice(0, CLOSE));
  const names = [spelled, marked].find((found) => found.length > 0) ?? spelledNames(near);
  const distinct = new Map(names.map((name) => [folded(name), name]));
  return [...distinct.values()].slice(0, 8);
}
