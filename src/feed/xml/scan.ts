import { decodeReferences } from './entities.ts';

/** A piece of XML-like text by its place in the source; comments, instructions and doctypes are left out. */
export type Token = CharacterData | EndTag | StartTag;
export interface CharacterData {
  kind: 'text' | 'cdata';
  start: number;
  end: number;
}
export interface EndTag {
  kind: 'close';
  start: number;
  end: number;
  name: string;
}
export interface StartTag {
  kind: 'open';
  start: number;
  end: number;
  name: string;
  selfClosing: boolean;
}

/**
 * Finds the next place of a string, from positions that only grow. Every search goes on where the
 * last one for the same string ended, so that a whole document costs one pass for each string.
 */
export class ForwardSearch {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Index of `needle` at or after `from`; Infinity when there is none. */
  next(needle: string, from: number): number {
    const known = this.#found.get(needle);
    if (known !== undefined && known >= from) return known;
    if (known === undefined && this.#found.size >= MAX_NEEDLES) return Infinity;
    const index = this.#text.indexOf(needle, from);
    this.#found.set(needle, index < 0 ? Infinity : index);
    return index < 0 ? Infinity : index;
  }
}
const MAX_NEEDLES = 200;

const NAME = /[A-Za-z_:\u{80}-\u{10ffff}][\w:.\-\u{80}-\u{10ffff}]*/uy;
const PLAIN_RUN = /[^<>"']*/y;
const QUOTED = /"[^"<]*"|'[^'<]*'/y;
/** A value with a stray `<` is taken as one where the quote is closed before the tag seems to be. */
const QUOTED_WITH_BRACKET = /(?:"[^">]{0,4000}"|'[^'>]{0,4000}')(?=[\s/>])/y;

/** Index of the `>` of a start tag; -1 when another tag or the end comes first: then it is no tag. */
function tagEnd(source: string, from: number): number {
  let at = from;
  for (;;) {
    PLAIN_RUN.lastIndex = at;
    PLAIN_RUN.test(source);
    at = PLAIN_RUN.lastIndex;
    const character = source[at];
    if (character === '>') return at;
    if (character === undefined || character === '<') return -1;
    QUOTED.lastIndex = at;
    QUOTED_WITH_BRACKET.lastIndex = at;
    if (QUOTED.test(source)) at = QUOTED.lastIndex;
    else if (QUOTED_WITH_BRACKET.test(source)) at = QUOTED_WITH_BRACKET.lastIndex;
    else at += 1;
  }
}

/** A linear scanner of XML and of whatever resembles it: every input is some sequence of tokens. */
export class Scanner {
  readonly source: string;
  readonly search: ForwardSearch;
  #at: number;
  /** The token after a text, found in looking for the text's end. */
  #ahead: Token | null = null;

  constructor(source: string, from: number) {
    this.source = source;
    this.search = new ForwardSearch(source);
    this.#at = from;
  }

  /** Goes back to the start of a token that was looked at. */
  rewind(token: Token): void {
    this.#at = token.start;
    this.#ahead = null;
  }

  /** `cdataLimit` is the end tag that a CDATA section without an end is taken to run to. */
  next(cdataLimit?: string): Token | null {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead) return ahead;
    const { source } = this;
    const start = this.#at;
    for (let at = source.indexOf('<', start); at >= 0; at = source.indexOf('<', at + 1)) {
      const token = this.#markup(at, cdataLimit);
      if (token === 'text') continue;
      if (token === 'skipped') {
        if (at > start) return { kind: 'text', start, end: at };
        return this.next(cdataLimit);
      }
      if (at === start) return token;
      this.#ahead = token;
      return { kind: 'text', start, end: at };
    }
    this.#at = source.length;
    return start < source.length ? { kind: 'text', start, end: source.length } : null;
  }

  /** What stands at a `<`; `text` if it begins nothing. Leaves the scanner behind what it found. */
  #markup(start: number, cdataLimit: string | undefined): Token | 'skipped' | 'text' {
    const { source } = this;
    const second = source[start + 1];
    if (second === '/') return this.#endTag(start);
    if (second === '!') return this.#declaration(start, cdataLimit);
    if (second === '?') return this.#skipTo('?>', start);
    NAME.lastIndex = start + 1;
    const match = NAME.exec(source);
    const end = match ? tagEnd(source, NAME.lastIndex) : -1;
    if (!match || end < 0) return 'text';
    this.#at = end + 1;
    const selfClosing = source[end - 1] === '/';
    return { kind: 'open', start, end: this.#at, name: match[0], selfClosing };
  }

  #endTag(start: number): Token | 'text' {
    NAME.lastIndex = start + 2;
    const match = NAME.exec(this.source);
    if (!match) return 'text';
    const close = this.search.next('>', NAME.lastIndex);
    const next = this.search.next('<', NAME.lastIndex);
    this.#at = Math.min(close + 1, next, this.source.length);
    return { kind: 'close', start, end: this.#at, name: match[0] };
  }

  #skipTo(end: string, start: number): 'skipped' {
    let at = this.search.next(end, start + 2) + end.length;
    if (at === Infinity) at = this.search.next('>', start) + 1;
    this.#at = Math.min(at, this.source.length);
    return 'skipped';
  }

  #declaration(start: number, cdataLimit: string | undefined): Token | 'skipped' {
    const { source, search } = this;
    if (source.startsWith('<![CDATA[', start)) return this.#cdata(start, cdataLimit);
    if (source.startsWith('<!--', start)) return this.#skipTo('-->', start);
    const subset = search.next('[', start);
    // An internal subset is skipped unread: no entity it declares is ever expanded.
    if (subset < search.next('>', start)) return this.#skipTo(']>', start);
    return this.#skipTo('>', start);
  }

  #cdata(start: number, cdataLimit: string | undefined): Token {
    const { source, search } = this;
    const from = start + '<![CDATA['.length;
    let end = search.next(']]>', from);
    let skip = 3;
    const limit = cdataLimit === undefined ? Infinity : search.next(cdataLimit, from);
    const another = search.next('<![CDATA[', from);
    if (limit < another && another < end) [end, skip] = [limit, 0];
    if (end === Infinity) [end, skip] = [source.length, 0];
    this.#at = end + skip;
    return { kind: 'cdata', start: from, end };
  }
}

const XML_ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g;
const ATTRIBUTE_SPELLING = new Map([
  ['ispermalink', 'isPermaLink'],
  ['filesize', 'fileSize'],
]);

/** No real tag has so many. */
const MAX_ATTRIBUTES = 200;

/** The attributes of a start tag, names in lower case save where we know better. */
export function attributesOf(tag: string, tagName: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const match of tag.slice(tagName.length + 1, -1).matchAll(XML_ATTRIBUTE)) {
    if (++count > MAX_ATTRIBUTES) break;
    const key = match[1]?.toLowerCase() ?? '';
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    attributes[ATTRIBUTE_SPELLING.get(key) ?? key] ??= decodeReferences(value);
  }
  return attributes;
}
