import { isTag } from 'domhandler';
import type { Block } from '../../page/blocks/blocks.ts';
import { isFullName, isName, isSetLikeName, namesIn, startsByline } from '../names/person-name.ts';
import { LABELLED_BYLINE } from './author-marks.ts';

/** Longer lines are sentences. */
export const MOST_OF_A_BYLINE = 140;

/** What is said of a book that is reviewed, beside its own author. */
const OF_A_BOOK =
  /\bisbn\b|(?<!\p{L})(?:verlag|seiten|pages|publisher|éditeur|editorial|editora|genre)\s*:/iu;
const isOfBook = (blocks: Block[], at: number): boolean =>
  blocks.slice(Math.max(0, at - 2), at + 3).some(({ text }) => OF_A_BOOK.test(text));

/** "05.02.2026 - ". */
const LEADING_DAY = /^\d{1,2}[./]\d{1,2}[./]\d{4}\s[-–|•·]\s/;
/** What names the line below it. */
const LABEL = /^(?:autor(?:in(?:nen)?|en)?|authors?|auteure?s?|autore|by|von)\W*$/i;

/** Names in "By Ann Lee", set as a line of its own near the headline, or on the line below "Author". */
export function spelledNames(blocks: Block[]): string[] {
  for (const [at, { text }] of blocks.entries()) {
    const line = text.replace(LEADING_DAY, '');
    const isByline = startsByline(line) && line.length <= MOST_OF_A_BYLINE && !isOfBook(blocks, at);
    const byline = isByline ? namesIn(line) : [];
    if (byline.length > 0) return byline;
    const named = LABEL.test(text) ? namesIn(blocks[at + 1]?.text ?? '') : [];
    if (named.length > 0 && named.every(isFullName)) return named;
  }
  return [];
}

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
  for (const block of blocks.filter(
    ({ text, kind }) => text.length <= MOST_UNSAID && kind !== 'h',
  )) {
    const [first = '', ...rest] = block.text.split(' | ');
    const isBesideDate = rest.length > 0 && /\b(?:19|20)\d\d\b/.test(rest.join(' '));
    if (!isBesideDate && !isBold(block)) continue;
    const names = (isBesideDate ? first : block.text).split(/(?:(?<!\s)\s+)?(?:\/|,|&|\band\b)\s*/);
    if (names.every((name) => isSetLikeName(name) && isName(name))) return names;
  }
  return [];
}

/** What a line holds that names one more writer, cheaper to look for than names. */
const TWO_CAPITALS = /\p{Lu}[\p{L}.'’-]{0,40} (?:\p{Ll}{1,20} ){0,9}\p{Lu}/u;

/** Paragraphs that make what they stand in an article's text rather than a teaser. */
const MIN_PARAGRAPHS = 3;
/** "(Reporting by Ann Lee; Editing by Bob Ray)" */
const REPORTED = /^\(?reporting by ([^;()]{3,100}?)[.;)]*(?:$|\s*;)/i;

/** Full names on a line beside the paragraphs, "Von Ann Lee", or that says in so many words who the author is. */
export function namesBesideText(scope: Block[]): string[] {
  const paragraphs = new Map<unknown, number>();
  const places = ({ region: { element } }: Block): unknown[] => [element, element.parent];
  for (const block of scope.filter(({ good }) => good > 0)) {
    for (const place of places(block)) paragraphs.set(place, (paragraphs.get(place) ?? 0) + 1);
  }
  const isBeside = (block: Block): boolean =>
    places(block).some((place) => (paragraphs.get(place) ?? 0) >= MIN_PARAGRAPHS);
  for (const [at, block] of scope.entries()) {
    const { text } = block;
    const reported = REPORTED.exec(text)?.[1];
    if (reported && isBeside(block)) return namesIn(reported);
    if (text.length > MOST_OF_A_BYLINE || !startsByline(text)) continue;
    if (!(LABELLED_BYLINE.any.test(text) || isBeside(block)) || isOfBook(scope, at)) continue;
    const names = namesIn(text);
    if (names.length > 0 && names.every(isFullName)) return names;
  }
  return [];
}

/** All names on a line near the headline that has the given ones, one of which may be a first name alone, and more. */
export function wholeByline(near: Block[], names: string[]): string[] | undefined {
  const areWhole = names.every((name) => name.includes(' '));
  for (const { text } of near) {
    if (text.length > MOST_OF_A_BYLINE || !names.every((name) => text.includes(name))) continue;
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
