import { readDate } from '../../dates/date.ts';
import type { ReuseMode, Rights } from '../../article-record.ts';

/** What one directive takes away. A field that is absent takes nothing away. */
export interface DirectiveEffect {
  effect?: ReuseMode;
  images?: Rights['images'];
  /** Longest excerpt in characters. */
  maxExcerptLength?: number;
  /** RFC 3339, UTC: the publisher wants the article gone after this moment. */
  expiresAt?: string;
}

export interface RobotsDirective extends DirectiveEffect {
  /** As it was written, such as `max-snippet:50`. */
  written: string;
}

/** What directives without a value do; those that ask nothing of us are known as well. */
const DIRECTIVES: Record<string, DirectiveEffect | null> = {
  noindex: { effect: 'drop' },
  none: { effect: 'drop' },
  nosnippet: { effect: 'link' },
  // It forbids keeping a copy for readers, which is what a full text on another site is.
  noarchive: { effect: 'excerpt' },
  nocache: { effect: 'excerpt' },
  noimageindex: { images: 'none' },
  // About AI use: nothing here is one. They travel with the record for consumers that are.
  noai: {},
  noimageai: {},
  all: null,
  index: null,
  follow: null,
  nofollow: null,
  archive: null,
  snippet: null,
  notranslate: null,
  noodp: null,
  noydir: null,
  nositelinkssearchbox: null,
  indexifembedded: null,
};

/** Directives with a value, each with what such a value looks like. */
const VALUED: Record<string, RegExp> = {
  'max-snippet': /^\s*(?:[:=]\s*)?-?\d{1,9}(?![\w.])/,
  'max-image-preview': /^\s*(?:[:=]\s*)?(?:none|standard|large)\b/i,
  'max-video-preview': /^\s*(?:[:=]\s*)?-?\d{1,9}(?![\w.])/,
};
const EXPIRY = 'unavailable_after';

/** Whoever may be addressed as everybody. */
const EVERYBODY = '*';
const DIRECTIVE_WORD = /[a-z][\w-]*|\*(?=\s*:)/gi;
/** No honest date is longer, with whatever stands around it. */
const MOST_EXPIRY_CHARACTERS = 120;

/**
 * The directives of one header line or meta element that speak to everybody or to one of `agents` (lower case).
 * Crawlers take them apart at anything that is no part of a word: commas, semicolons, spaces, lines, slashes and
 * bars. A name with a colon before a directive is an agent, whom what follows is for until the next one; before
 * anything else it is an unknown directive with its value.
 */
export function readRobots(
  value: string,
  agents: ReadonlySet<string>,
  now: Date,
): RobotsDirective[] {
  const found = new Map<string, RobotsDirective>();
  let isForUs = true;
  let from = 0;
  for (const { 0: word, index } of value.matchAll(DIRECTIVE_WORD)) {
    if (index < from) continue;
    const name = word.toLowerCase();
    const end = index + word.length;
    if (name === EXPIRY || isValuedDirective(name)) {
      const text = directiveValue(name, value, end);
      from = end + text.length;
      const written = `${word}${text}`.trim().replace(/(?<![\s,;|/])[\s,;|/]+$/, '');
      if (isForUs) found.set(written, { written, ...effectOf(name, text, now) });
    } else if (isPlainDirective(name)) {
      const effect = DIRECTIVES[name];
      if (isForUs && effect) found.set(name, { written: word, ...effect });
    } else if (isAgentAt(value, end)) {
      isForUs = name === EVERYBODY || agents.has(name);
    }
  }
  return [...found.values()];
}

const isPlainDirective = (name: string): boolean => Object.hasOwn(DIRECTIVES, name);
const isValuedDirective = (name: string): boolean => Object.hasOwn(VALUED, name);

const NEXT_NAME = /^\s*:\s*([a-z][\w-]*)/i;
/** A directive's name is short: what stands far behind a colon is not looked for. */
const MOST_NAME_REACH = 60;

function isAgentAt(value: string, end: number): boolean {
  const next = NEXT_NAME.exec(value.slice(end, end + MOST_NAME_REACH))?.[1]?.toLowerCase();
  return (
    next !== undefined && (next === EXPIRY || isValuedDirective(next) || isPlainDirective(next))
  );
}

/** The text behind a directive's name that belongs to it. */
function directiveValue(name: string, value: string, end: number): string {
  const rest = value.slice(end, end + MOST_EXPIRY_CHARACTERS);
  if (name !== EXPIRY) return VALUED[name]?.exec(rest)?.[0] ?? '';
  // A date goes on until the next directive: it holds commas, spaces and slashes itself.
  for (const { 0: word, index } of rest.matchAll(DIRECTIVE_WORD)) {
    const isNext = isPlainDirective(word.toLowerCase()) || isValuedDirective(word.toLowerCase());
    if (isNext || isAgentAt(rest, index + word.length)) return rest.slice(0, index);
  }
  return rest;
}

function effectOf(name: string, text: string, now: Date): DirectiveEffect {
  const value = text.replace(/^\s*[:=]?\s*/, '').toLowerCase();
  if (name === 'max-snippet') return snippetEffect(value);
  if (name === 'max-image-preview') {
    return value === 'none' ? { images: 'none' } : value === 'standard' ? { images: 'link' } : {};
  }
  return name === EXPIRY ? expiryEffect(value, now) : {};
}

function snippetEffect(value: string): DirectiveEffect {
  const length = Number(value);
  // -1 is "no limit".
  if (value === '' || length < 0) return {};
  return length === 0 ? { effect: 'link' } : { effect: 'excerpt', maxExcerptLength: length };
}

/** Nobody knows what a date that cannot be read asks for: then no more than an excerpt is shown. */
function expiryEffect(value: string, now: Date): DirectiveEffect {
  const text = value.replace(/(?<![\s,;|/])[\s,;|/]+$/, '');
  // Of a date that can be read in two ways, the earlier is the stricter.
  const [expiresAt] = [true, false]
    .flatMap((monthFirst) => readDate(text, { monthFirst }) ?? [])
    .toSorted();
  if (expiresAt === undefined) return { effect: 'excerpt' };
  return new Date(expiresAt) <= now ? { effect: 'drop' } : { expiresAt };
}
