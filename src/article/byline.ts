import { type Element, isTag } from 'domhandler';
import type { Block } from './blocks.ts';
import { standsIn } from './element-hints.ts';
import { relOf } from './page-links.ts';
import type { Page } from './page.ts';
import { isName, namesIn, ROLE, startsByline } from './person-name.ts';
import { folded, textOf } from './plain-text.ts';

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|authors|authorname|byline|bylines|byline-name|writer|reporter|contributor|autor|autore|auteur|verfasser|journalist)(?:$|[\s_-]|names?\b|link\b)/i;
const NOT_A_NAME =
  /(?:bio|about|image|avatar|photo|picture|social|twitter|email|follow|share|comment|date|time|role|title|position|desc|count|related|box-content|\bnav\b)/i;
const HUMP = /([a-z\d])(?=[A-Z])/g;
const AUTHOR_LINK =
  /\/(?:authors?|autor(?:en|es|a)?|auteurs?|people|person|profiles?|profil|staff|newsteam|writers?|contributors?|reporters?|by|byline|journalists?|redaktion|team|columnists?|users?|editors)\/[^/]/i;
const MAX_LENGTH = 140;
/** Lines so close to the headline are about it. */
export const CLOSE = 6;

function isMarked({ attribs }: Element): boolean {
  if (attribs['rel'] === 'author' || attribs['itemprop'] === 'author') return true;
  const label = (attribs['class'] ?? '').replace(HUMP, '$1-');
  return AUTHOR_CLASS.test(label) && !NOT_A_NAME.test(label);
}

function gather(
  root: Element,
  test: (element: Element) => boolean,
  found: Element[] = [],
): Element[] {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    if (test(child)) found.push(child);
    else gather(child, test, found);
  }
  return found;
}

const NAME_CLASS =
  /(?:^|[\s_-])(?:(?:author|byline|contributor|person|reporter|writer)[_-]?)?name(?:$|\s)/i;
const isNameElement = ({ attribs }: Element): boolean => attribs['itemprop'] === 'name';
const isCalledName = ({ attribs }: Element): boolean => NAME_CLASS.test(attribs['class'] ?? '');
const isAuthorLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && (attribs['rel'] === 'author' || AUTHOR_LINK.test(attribs['href'] ?? ''));

/** A link to what the article is about (HTML Living Standard, link type "tag"). */
const isSubjectLink = (element: Element): boolean =>
  element.name === 'a' && relOf(element).includes('tag');

/** Names in a byline element: of the parts that are marked, linked or called as names, else of its text. */
function namesOf(element: Element): string[] {
  for (const test of [isNameElement, isAuthorLink, isCalledName]) {
    const names = gather(element, test).flatMap((part) => namesIn(textOf(part)));
    if (names.length > 0) return names;
  }
  const text = textOf(element);
  const isSubjects = gather(element, isSubjectLink).length > 0;
  return text.length <= MAX_LENGTH && !isSubjects ? namesIn(text) : [];
}

/** Where readers give their own names. */
const isInForm = (element: Element): boolean =>
  element.name === 'form' || standsIn(element, 'form');

/** Writers' names where the page marks them up: several stand beside each other. */
function markedNames(elements: Element[]): string[] {
  const names: string[] = [];
  let first: Element | undefined;
  for (const element of elements) {
    if (!isMarked(element) || isInForm(element)) continue;
    const beside =
      !first || element.parent === first.parent || element.parent?.parent === first.parent?.parent;
    if (!beside) continue;
    const found = namesOf(element);
    if (found.length === 0) continue;
    first ??= element;
    names.push(...found);
  }
  return names;
}

/** Names in "By Ann Lee", set as a line of its own near the headline. */
export function spelledNames(blocks: Block[]): string[] {
  for (const { text } of blocks) {
    const byline = startsByline(text) && text.length <= MAX_LENGTH ? namesIn(text) : [];
    if (byline.length > 0) return byline;
  }
  return [];
}

const FULL_NAME =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|van|von|bin|al)){0,2} \p{Lu}[\p{L}'’-]+$/u;
const MOST_UNSAID = 60;

/** Whether the whole line is set in bold, as bylines within the text are. */
function isBold({ region }: Block): boolean {
  let bold = false;
  for (const child of region.element.children) {
    const isBlank = 'data' in child && child.data.trim() === '';
    if (isBlank) continue;
    if (bold || !isTag(child) || !/^(?:strong|b)$/.test(child.name)) return false;
    bold = true;
  }
  return bold;
}

/** Full names without a word that says what they are: in bold before the text, or beside the date. */
export function unsaidNames(blocks: Block[]): string[] {
  for (const block of blocks.filter(({ text }) => text.length <= MOST_UNSAID)) {
    const [first = '', ...rest] = block.text.split(' | ');
    const isBesideDate = rest.length > 0 && /\b(?:19|20)\d\d\b/.test(rest.join(' '));
    if (!isBesideDate && !isBold(block)) continue;
    const names = (isBesideDate ? first : block.text).split(/\s*(?:\/|,|&|\band\b)\s*/);
    if (names.every((name) => FULL_NAME.test(name) && isName(name))) return names;
  }
  return [];
}

/** What a line holds that names one more writer, cheaper to look for than names. */
const TWO_CAPITALS = /\p{Lu}[\p{L}.'’-]* (?:\p{Ll}+ )*\p{Lu}/u;

const isFullName = (name: string): boolean => FULL_NAME.test(name) && !ROLE.test(name);

/** All names on a line near the headline that has the given ones, one of which may be a first name alone, and more. */
export function wholeByline(near: Block[], names: string[]): string[] | undefined {
  const areWhole = names.every((name) => name.includes(' '));
  for (const { text } of near) {
    if (text.length > MAX_LENGTH || !names.every((name) => text.includes(name))) continue;
    const rest = names.reduce((left, name) => left.replace(name, ''), text);
    if (areWhole && !TWO_CAPITALS.test(rest)) continue;
    const all = namesIn(text);
    const others = all.filter((name) => !names.includes(name));
    const isIn = (name: string): boolean =>
      all.includes(name) ||
      (!name.includes(' ') && all.some((other) => other.startsWith(`${name} `)));
    if (others.length > 0 && others.every(isFullName) && names.every(isIn)) return all;
  }
  return undefined;
}

/** Names that lead to their writers' pages, in the lines near the headline. */
export function linkedNames(near: Block[]): string[] {
  const lines = near
    .slice(0, CLOSE)
    .filter(({ linkChars, text }) => linkChars > 0 && text.length <= MAX_LENGTH);
  for (const { element } of new Set(lines.map(({ region }) => region))) {
    const links = gather(element, isAuthorLink).map(textOf);
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
