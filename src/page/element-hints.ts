import { type Element, isTag } from 'domhandler';
import type { RowPattern } from '../pattern-rows.ts';
import { PICTURE_HINTS, STRONG_HINTS, TEXT_HINTS, WEAK_HINTS } from './element-names/hint-words.ts';
import { MODIFIERS, WANTED_NAMES } from './element-names/part-names.ts';
import { askedByClass } from './element-names/class-names.ts';
import { hyphenated, withoutHashes } from './element-words.ts';
import { memoized } from '../memo.ts';

/** WordPress lists a post's categories and tags among the classes of its element. */
export const POST = /(?:^|\s)(?:hentry|type-post|status-publish|post-\d+)(?:\s|$)/;
/** How pages that are set with Tailwind's typography say what is none of the text. */
const NO_PROSE = /(?:^|\s)not-prose(?:\s|$)/;
const NO_PROSE_HINT: Hint = { says: 'weak', word: 'not-prose' };
const ASIDE_TAGS = new Set([
  'aside',
  'figure',
  'figcaption',
  'footer',
  'header',
  'address',
  'details',
  'form',
]);
const PAGE_TAGS = new Set(['html', 'body', 'main', 'article']);

export const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** `article-body-share`: a part of what is wanted, by a name of its own. */
const PART = new RegExp(`(?:${WANTED_NAMES.any.source})[_-]+(\\S+)`, 'i');

/** What an element's name, class and id say about its text; `word` is what said so. */
export interface Hint {
  says: 'wanted' | 'strong' | 'weak';
  word: string;
}

const WANTED_HINT: Hint = { says: 'wanted', word: '' };

/** An article in an article is another one: a teaser, a comment (HTML Living Standard, 4.3.2). */
const OTHER_ARTICLE: Hint = { says: 'weak', word: 'article' };

/** Whether one of the elements around it has the name. */
export function standsIn({ parent }: Element, name: string): boolean {
  for (let at = parent; at && isTag(at); at = at.parent) if (at.name === name) return true;
  return false;
}

/** Items that are works of others, by the property that they are a value of (schema.org). */
const OTHER_WORK = /^(?:citation|comment|reviews?|mentions|isBasedOn|hasPart)$/;

/** A value stands no deeper in its item. */
const MOST_ABOVE = 8;

/** Whether the microdata item around an element is another work: one that is cited, a comment. */
export function isOfOtherWork({ parent }: Element): boolean {
  let at = parent;
  for (let up = 0; up < MOST_ABOVE && at && isTag(at); up += 1, at = at.parent) {
    if (at.attribs['itemscope'] !== undefined) return OTHER_WORK.test(at.attribs['itemprop'] ?? '');
  }
  return false;
}

/** Whether the page's own markup hides the element. */
export function isHidden({ attribs }: Element): boolean {
  if (attribs['hidden'] !== undefined) return true;
  const style = attribs['style'];
  return style !== undefined && /display\s*:\s*none/i.test(style);
}

export function hintOf(element: Element): Hint | undefined {
  const { name, attribs } = element;
  if (attribs['itemprop'] === 'articleBody') return WANTED_HINT;
  if (isHidden(element)) return { says: 'strong', word: 'hidden' };
  const { isWanted, isPost, named } = labelOfElement(element);
  if (isWanted) return partOfWanted(name, labelIn(attribs)) ?? WANTED_HINT;
  if (name === 'article' && standsIn(element, 'article')) return named ?? OTHER_ARTICLE;
  if (PAGE_TAGS.has(name) || isPost) return undefined;
  const said = named ?? ofTag(name);
  return said && FRAMES.test(said.word) && framesText(element) ? undefined : said;
}

/** Names of frames: mostly a picture's, but a highlighter of code and a quotation with its source have one, too. */
const FRAMES = /^(?:figure|highlight)/;
const PICTURES = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'object', 'svg', 'canvas']);

/** Words of the text itself, set large beside it. */
const PULLED = /pull-?_?quote/i;

/** Whether what a frame holds is a quotation or code (HTML Living Standard, 4.4.12: `figure`), and no picture. */
function framesText({ attribs, children }: Element): boolean {
  const held = children.filter(isTag);
  if (PULLED.test(attribs['class'] ?? '')) return false;
  if (held.some(({ name }) => PICTURES.has(name))) return false;
  return held.some(({ name }) => name === 'blockquote' || name === 'pre');
}

function said(
  says: 'strong' | 'weak',
  { any: names }: RowPattern,
  words: string,
): Hint | undefined {
  const word = names.exec(words)?.[1];
  return word ? { says, word: word.toLowerCase() } : undefined;
}

function partOfWanted(name: string, label: string): Hint | undefined {
  const part = PART.exec(hyphenated(label))?.[1];
  if (!part) return undefined;
  const words = part.replace(MODIFIERS.any, ' ');
  // `article-body-header` on a heading is the text's own subhead.
  const weak = HEADINGS.has(name) ? undefined : said('weak', WEAK_HINTS, words);
  return said('strong', STRONG_HINTS, words) ?? weak;
}

function namedBy(label: string): Hint | undefined {
  if (NO_PROSE.test(label)) return NO_PROSE_HINT;
  const spaced = hyphenated(withoutHashes(label));
  if (![STRONG_HINTS, WEAK_HINTS, PICTURE_HINTS].some(({ any }) => any.test(spaced)))
    return undefined;
  const words = spaced.replace(MODIFIERS.any, ' ');
  return (
    said('strong', STRONG_HINTS, words) ??
    said('weak', WEAK_HINTS, words) ??
    (TEXT_HINTS.any.test(words) ? undefined : said('weak', PICTURE_HINTS, words))
  );
}

/** What class and id say, whichever element has them. */
interface Label {
  isWanted: boolean;
  isPost: boolean;
  named: Hint | undefined;
}

const UNNAMED: Label = { isWanted: false, isPost: false, named: undefined };

const readLabel = (label: string): Label => ({
  isWanted: WANTED_NAMES.any.test(label),
  isPost: POST.test(label),
  named: namedBy(label),
});

const labelIn = (attribs: Element['attribs']): string =>
  `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;

const labelOfClass = askedByClass((names) => readLabel(`${names} `), UNNAMED);
const labelWithId = memoized(readLabel);

const labelOfElement = (element: Element): Label =>
  element.attribs['id'] ? labelWithId(labelIn(element.attribs)) : labelOfClass(element);

function ofTag(name: string): Hint | undefined {
  if (!ASIDE_TAGS.has(name)) return undefined;
  return { says: name === 'aside' || name === 'footer' ? 'strong' : 'weak', word: name };
}
