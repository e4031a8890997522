import { Parser } from 'htmlparser2';
import { windows1252At } from './controls.ts';

const ENTITY_NAMES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Names that are none, so that a document that uses one a thousand times looks it up once. */
const NO_NAMES = new Set<string>();
/** Where a hostile document has invented so many, the next begin anew: HTML's own 2,231 names are never given up. */
const MOST_NO_NAMES = 4_000;

// htmlparser2 brings the table of HTML's names. What it leaves as it was, or takes only the start
// of, is not a name.
function lookUp(reference: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(reference);
  return text.endsWith(';') ? reference : text;
}

function namedEntity(reference: string, name: string): string {
  const known = ENTITY_NAMES.get(name);
  if (known !== undefined) return known;
  if (NO_NAMES.has(name)) return reference;
  const text = lookUp(reference);
  if (text === reference) {
    if (NO_NAMES.size >= MOST_NO_NAMES) NO_NAMES.clear();
    NO_NAMES.add(name);
  } else ENTITY_NAMES.set(name, text);
  return text;
}

/** HTML gives 128 to 159 the meaning windows-1252 has there; XML allows no other controls. */
function numbered(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252At(code);
  if (code > 0x10_ffff) return '\u{fffd}';
  if (code < 0x20) return code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : '';
  // Two references may be the halves of one character, so no half is replaced here.
  return code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code);
}

const ENTITY_REFERENCE = /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi;

/**
 * Replaces the character references of XML and the names of HTML. Names without a semicolon stay,
 * since `&copy=1` in a link is not a copyright sign; so do unknown ones.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  let done = 0;
  let count = 0;
  for (const match of text.matchAll(ENTITY_REFERENCE)) {
    const [whole, hex, decimal, name] = match;
    decoded += text.slice(done, match.index);
    if (name !== undefined) decoded += namedEntity(whole, name);
    else decoded += numbered(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    done = match.index + whole.length;
    if (++count === MAX_ENTITY_REFERENCES) break;
  }
  return (decoded + text.slice(done)).toWellFormed();
}

/** A long article in a script that is written in references alone has 50,000. */
const MAX_ENTITY_REFERENCES = 200_000;

const BARE_AMPERSAND = /&(?!(?:#(?:x[\da-f]{1,6}|\d{1,7})|[a-z][a-z\d]{1,31});)/i;
const FOREIGN_ENTITY = /&(?!#|(?:amp|lt|gt|quot|apos);)/;

/** Whether a text holds an `&` that begins no reference, or names an entity XML does not know. */
export function brokenReference(text: string): 'bare' | 'unknown' | null {
  if (!text.includes('&')) return null;
  if (BARE_AMPERSAND.test(text)) return 'bare';
  return FOREIGN_ENTITY.test(text) ? 'unknown' : null;
}
