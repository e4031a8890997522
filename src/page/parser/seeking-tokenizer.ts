import { Tokenizer } from 'htmlparser2';

/** What htmlparser2's tokenizer keeps to itself of its place in the text; private by its types alone. */
interface Place {
  readonly cbs: TokenizerArguments[1];
  buffer: string;
  index: number;
  /** Where the name of the present tag begins. */
  sectionStart: number;
  stateBeforeTagName(code: number): void;
  /** Decides by its second letter whether a tag that begins with `t` or `x` is one of raw text. */
  stateBeforeSpecialT(code: number): void;
  stateInTagName(code: number): void;
  stateBeforeClosingTagName(code: number): void;
  stateInClosingTagName(code: number): void;
  stateBeforeAttributeName(code: number): void;
  stateInAttributeName(code: number): void;
}

type TokenizerArguments = ConstructorParameters<typeof Tokenizer>;
const Base = Tokenizer as unknown as new (...args: TokenizerArguments) => Place;

/** Most names and values end within this many characters, where asking the engine costs more than looking. */
const NEAR = 24;

const SPACE = 0x20;
const QUOTE = 0x22;
const DASH = 0x2d;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LOWER_A = 0x61;
const LOWER_M = 0x6d;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_X = 0x78;
const LOWER_Z = 0x7a;

/** Signs that end no name: letters of any script, digits, `-`, `:`, `_`, `@`. */
const isOfName = (code: number): boolean =>
  code > GREATER || code === DASH || (code >= DIGIT_0 && code <= COLON);
/** The letter of that code in lower case. */
const lowerCode = (code: number): number => code | 0x20;
const isLetter = (code: number): boolean =>
  lowerCode(code) >= LOWER_A && lowerCode(code) <= LOWER_Z;
/** Letters with which the names of elements begin whose text is raw: those are looked at more closely. */
const mayBeRaw = (code: number): boolean =>
  code === LOWER_S || code === LOWER_T || code === LOWER_X;

/** htmlparser2's `QuoteType.Double`, which its package keeps to itself. */
const IN_DOUBLE_QUOTES = 3;

/**
 * htmlparser2's tokenizer, which leaps to the next `<`, quote or end of a comment by the engine's own search, and over
 * names, closing tags and attributes of the usual form in one step, instead of a step a character: a third of a page is
 * scripts. For a page given whole, in one piece; entities stay as they are written, for the tokenizer leaps over text
 * and values only where it need not look for `&`.
 */
class Seeking extends Base {
  constructor(options: TokenizerArguments[0], callbacks: TokenizerArguments[1]) {
    super({ ...options, decodeEntities: false }, callbacks);
  }

  override stateBeforeTagName(code: number): void {
    if (code === SLASH && isLetter(this.buffer.charCodeAt(this.index + 1))) {
      this.index += 1;
      this.stateBeforeClosingTagName(this.buffer.charCodeAt(this.index));
      return;
    }
    super.stateBeforeTagName(code);
    if (!isLetter(code) || mayBeRaw(lowerCode(code))) return;
    const end = this.endOfName(this.index + 1);
    if (end === this.buffer.length) return;
    this.index = end;
    super.stateInTagName(this.buffer.charCodeAt(end));
  }

  // htmlparser2 10.1 takes `<tmp>`, which some publishers put around their text, for `<xmp>`: all that follows would be
  // raw text. A letter that begins no name of raw text is as good as the `m`.
  override stateBeforeSpecialT(code: number): void {
    const isTm =
      lowerCode(code) === LOWER_M &&
      lowerCode(this.buffer.charCodeAt(this.sectionStart)) === LOWER_T;
    super.stateBeforeSpecialT(isTm ? LOWER_Z : code);
  }

  override stateInTagName(code: number): void {
    if (!this.passName(code)) super.stateInTagName(code);
  }

  override stateBeforeClosingTagName(code: number): void {
    const end = isLetter(code) ? this.endOfName(this.index + 1) : this.index;
    if (this.buffer.charCodeAt(end) !== GREATER || end === this.index) {
      super.stateBeforeClosingTagName(code);
      return;
    }
    this.sectionStart = this.index;
    this.index = end;
    super.stateInClosingTagName(GREATER);
  }

  override stateInClosingTagName(code: number): void {
    if (!this.passName(code)) super.stateInClosingTagName(code);
  }

  override stateBeforeAttributeName(code: number): void {
    const start = code === SPACE ? this.index + 1 : this.index;
    if (!this.passAttributes(start)) super.stateBeforeAttributeName(code);
  }

  override stateInAttributeName(code: number): void {
    if (!this.passName(code)) super.stateInAttributeName(code);
  }

  /** Reads the attributes from there on that are written `name="value"`, a blank apart; says whether any is. */
  private passAttributes(from: number): boolean {
    const { buffer, cbs } = this;
    let start = from;
    for (;;) {
      const end = this.endOfName(start);
      if (end === start || buffer.charCodeAt(end) !== EQUALS) break;
      if (buffer.charCodeAt(end + 1) !== QUOTE) break;
      const close = this.next(QUOTE, end + 2);
      if (close === -1) break;
      this.index = close;
      cbs.onattribname(start, end);
      cbs.onattribdata(end + 2, close);
      cbs.onattribend(IN_DOUBLE_QUOTES, close + 1);
      start = close + 2;
      if (buffer.charCodeAt(close + 1) !== SPACE) break;
    }
    return start > from;
  }

  /** Moves to the last of the signs that follow and end no name. */
  private passName(code: number): boolean {
    if (!isOfName(code)) return false;
    this.index = this.endOfName(this.index) - 1;
    return true;
  }

  private endOfName(start: number): number {
    const { buffer } = this;
    let at = start;
    while (isOfName(buffer.charCodeAt(at))) at += 1;
    return at;
  }

  /** Where the next `code` stands, from `start` on; -1 if nowhere. */
  private next(code: number, start: number): number {
    const { buffer } = this;
    const near = Math.min(start + NEAR, buffer.length);
    for (let at = start; at < near; at += 1) {
      if (buffer.charCodeAt(at) === code) return at;
    }
    return buffer.indexOf(String.fromCharCode(code), near);
  }

  /** Stands in for the method of this name: moves to the next `code`, or to the last character. */
  fastForwardTo(code: number): boolean {
    const found = this.next(code, this.index + 1);
    this.index = found === -1 ? this.buffer.length - 1 : found;
    return found !== -1;
  }
}

export const SeekingTokenizer = Seeking as unknown as typeof Tokenizer;
