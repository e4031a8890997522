import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { decodeHTML } from 'entities';
import { parseDocument } from 'htmlparser2';

// Soft hyphen, zero-width space, word joiner, byte order mark, control characters: nobody sees them, and
// they make equal texts differ. Joiners and direction marks stay: they change how a word is read.
const UNSEEN_CHARACTERS = /[\u00ad\u200b\u2060\ufeff]/g;
/** All that most texts have to be rid of. */
const USUAL_SPACES = /[ \t\r\n\u00a0]{2,}|[\t\r\n\u00a0]/g;
const SPACES = /[\s\u0085]+/g;
const CONTROLS = /\p{Cc}/gu;
const NOT_ASCII = /[^ -~]/;
/** Anything but spaces, composed letters and signs. */
const UNPLAIN = /[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]/;

/** Whether a trimmed text is plain already. The engine looks for signs beyond ASCII many times faster. */
const isPlainAlready = (text: string): boolean =>
  !text.includes('  ') && !(NOT_ASCII.test(text) && UNPLAIN.test(text));

/** White space collapsed and trimmed, invisible characters dropped, NFC. Quotes and dashes stay as written. */
export function plain(text: string): string {
  const trimmed = text.trim();
  if (isPlainAlready(trimmed)) return trimmed;
  const spaced = trimmed.replace(USUAL_SPACES, ' ');
  if (isPlainAlready(spaced)) return spaced;
  return trimmed
    .replace(UNSEEN_CHARACTERS, '')
    .replace(SPACES, ' ')
    .replace(CONTROLS, '')
    .trim()
    .normalize('NFC');
}

/** Elements whose text nobody reads. */
export const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe']);

/** Elements that hold no prose and whose end a cut text may lack: what follows one is then no part of it. */
const HOLDS_NO_PROSE = /<(noscript|template|svg|iframe)\b[^<>]{0,500}>/gi;

/** Markup without the start of such elements as never end. */
export function withoutUnended(value: string): string {
  const lower = value.toLowerCase();
  return value.replaceAll(HOLDS_NO_PROSE, (tag, name: string) =>
    lower.includes(`</${name.toLowerCase()}`) ? tag : ' ',
  );
}

const textOfMarkup = (value: string): string => textOf(parseDocument(withoutUnended(value)));

/** Whether an element is no part of the text around it. */
type IsLeftOut = (element: Element) => boolean;

function collectText(node: AnyNode, parts: string[], isLeftOut: IsLeftOut | undefined): void {
  if (isText(node)) parts.push(node.data);
  else if (hasChildren(node)) {
    if ('name' in node && UNREAD.has(node.name)) return;
    for (const child of node.children) {
      if (!(isLeftOut && isTag(child) && isLeftOut(child))) collectText(child, parts, isLeftOut);
    }
    if ('name' in node && (node.name === 'br' || node.name === 'p' || node.name === 'div')) {
      parts.push(' ');
    }
  }
}

/** What a reader sees of a subtree, as one line. */
export function textOf(node: AnyNode, isLeftOut?: IsLeftOut): string {
  const parts: string[] = [];
  collectText(node, parts, isLeftOut);
  return plain(parts.join(''));
}

/** Text of a value that may hold markup or character references, as JSON-LD and meta values do. */
export function plainFromMarkup(value: string): string {
  if (!/[<&]/.test(value)) return plain(value);
  const once = value.includes('<') ? textOfMarkup(value) : plain(decodeHTML(value));
  // Twice-escaped values (`&amp;quot;`) are common; a third round never is.
  return /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(once) ? textOfMarkup(once) : once;
}

/** "&lt;p&gt;", "&ldquo;": markup and signs that were escaped once too often. */
const ESCAPED_TOO_OFTEN =
  /&lt;\/?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|strong|em|a)\b|&(?:[lr][ds]quo|nbsp|[mn]dash|hellip|#\d{2,5}|amp|quot);/i;

/** A text of data, decoded once more where it shows markup or character references in place of what they stand for. */
export const decodedOnceMore = (text: string): string =>
  ESCAPED_TOO_OFTEN.test(text) ? decodeHTML(text) : text;

/** Letters and digits alone, lower case: for asking whether two texts say the same. */
export function folded(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** A sign of a script that says as much in half the characters: Chinese, Japanese, Korean. */
export const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Whether a text is more than stars, dashes and blanks. */
export const hasWords = (text: string): boolean => /[\p{L}\d]/u.test(text);

const MIN_DOUBLED = 12;

/** Some headings hold their text twice, for a wide and for a narrow screen. */
export function undoubled(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half.length >= MIN_DOUBLED && text === `${half} ${half}` ? half : text;
}
