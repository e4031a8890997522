import { type Element, isTag, isText, Text } from 'domhandler';
import { isCalled } from '../element-names/class-names.ts';
import { isHidden } from '../element-hints.ts';
import { UNSEEN_CLASS, UNSEEN_STYLE } from '../element-names/block-names.ts';
import { textOf } from '../plain-text.ts';

const isCalledUnseen = isCalled((label) => UNSEEN_CLASS.any.test(label));

/** Whether an inline element's text is none of the line that it stands in. */
export function isOutOfSight(element: Element): boolean {
  const { style, role } = element.attribs;
  return (
    isHidden(element) ||
    role === 'tooltip' ||
    isCalledUnseen(element) ||
    (style !== undefined && UNSEEN_STYLE.any.test(style))
  );
}

/** "1", "[12]", "(a)", "*" */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/i;
const NOTE = /^[^#]*#.*(?:note|fn|cite|ref)/i;

const linkIn = (element: Element): Element | undefined =>
  element.name === 'a' ? element : element.children.filter(isTag).find(({ name }) => name === 'a');

/** A mark that leads to a note below the text: "2019[1]" is no word of it. */
export function isNoteMark(element: Element): boolean {
  const isRaised = element.name === 'sup';
  if (!isRaised && element.name !== 'a') return false;
  const link = linkIn(element);
  const { href = '', role } = link?.attribs ?? {};
  const leadsToNote = role === 'doc-noteref' || (isRaised ? href.includes('#') : NOTE.test(href));
  if (!link || !leadsToNote) return false;
  return MARK.test(textOf(element));
}

const DROP_CAP =
  /(?:^|[\s_-])(?:drop-?caps?|drop-?letter|first-?letter|lettrine|versal|initial)(?=$|[\s_-])/i;
const isCalledDropCap = isCalled((label) => DROP_CAP.test(label));
/** One capital, with the quote that may open before it. */
const CAPITAL = /^[“„«"'‘]?\p{Lu}$/u;

/** An element that holds the first letter of the paragraph after it. */
export const isDropCap = (element: Element): boolean =>
  isCalledDropCap(element) && CAPITAL.test(textOf(element));

/** The letter that a picture is of, where the paragraph goes on with the rest of the word. */
export function letterOfPicture(element: Element): Text | undefined {
  const letter = element.attribs['alt'] ?? '';
  const next = element.nextSibling;
  if (!CAPITAL.test(letter) || !next || !isText(next) || !/^\p{Ll}/u.test(next.data))
    return undefined;
  const text = new Text(letter);
  text.parent = element.parent;
  return text;
}

const SET_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flow-root|list-item|flex|grid)/i;
const PARAGRAPH = /(?:^|\s)para(?:graph)?(?:\s|$)/i;

/** Whether the page sets an inline element as a block of its own. */
export function isSetAsBlock({ name, attribs }: Element): boolean {
  if (name === 'a') return false;
  const { style, class: label } = attribs;
  return (
    (style !== undefined && SET_AS_BLOCK.test(style)) ||
    (name === 'span' && label !== undefined && PARAGRAPH.test(label))
  );
}

const MIN_PARAGRAPHS = 2;
const MIN_CHARACTERS = 300;

/** Whether what is there for browsers without scripts is the article: several paragraphs, no plea to turn scripts on. */
export function holdsArticle({ children }: Element): boolean {
  const paragraphs = children.filter(isTag).filter(({ name }) => name === 'p');
  const inside =
    paragraphs.length > 0
      ? paragraphs
      : children
          .filter(isTag)
          .flatMap((child) => child.children.filter(isTag))
          .filter(({ name }) => name === 'p');
  const characters = inside.reduce((sum, paragraph) => sum + textOf(paragraph).length, 0);
  return inside.length >= MIN_PARAGRAPHS && characters >= MIN_CHARACTERS;
}
