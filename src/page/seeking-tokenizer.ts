import { Tokenizer } from 'htmlparser2';

/** What htmlparser2's tokenizer keeps to itself of its place in the text; private by its types alone. */
interface Place {
  buffer: string;
  index: number;
  /** Where the name of the present tag begins. */
  sectionStart: number;
  /** Decides by its second letter whether a tag that begins with `t` or `x` is one of raw text. */
  stateBeforeSpecialT(code: number): void;
  stateInTagName(code: number): void;
  stateInClosingTagName(code: number): void;
  stateInAttributeName(code: number): void;
}

type TokenizerArguments = ConstructorParameters<typeof Tokenizer>;
const Base = Tokenizer as unknown as new (...args: TokenizerArguments) => Place;

/** Most names and values end within this many characters, where asking the engine costs more than looking. */
const NEAR = 24;

const LOWER_M = 0x6d;
const LOWER_T = 0x74;
const LOWER_Z = 0x7a;
const LOWER_A = 0x61;
const DASH = 0x2d;
const isOfName = (code: number): boolean => (code >= LOWER_A && code <= LOWER_Z) || code === DASH;
/** The letter of that code in lower case. */
const lowerCode = (code: number): number => code | 0x20;

/**
 * htmlparser2's tokenizer, which leaps to the next `<`, quote or end of a comment by the engine's own search, and over
 * names in one step, instead of a step a character: a third of a page is scripts. For a page given whole, in one
 * piece; entities stay as they are written, for the tokenizer leaps over text and values only where it need not look
 * for `&`.
 */
class Seeking extends Base {
  constructor(options: TokenizerArguments[0], callbacks: TokenizerArguments[1]) {
    super({ ...options, decodeEntities: false }, callbacks);
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

  override stateInClosingTagName(code: number): void {
    if (!this.passName(code)) super.stateInClosingTagName(code);
  }

  override stateInAttributeName(code: number): void {
    if (!this.passName(code)) super.stateInAttributeName(code);
  }

  /** Moves to the last of the letters and dashes that follow, which end no name. */
  private passName(code: number): boolean {
    if (!isOfName(code)) return false;
    const { buffer } = this;
    let at = this.index;
    while (isOfName(buffer.charCodeAt(at + 1))) at += 1;
    this.index = at;
    return true;
  }

  /** Stands in for the method of this name: moves to the next `code`, or to the last character. */
  fastForwardTo(code: number): boolean {
    const { buffer } = this;
    const near = Math.min(this.index + NEAR, buffer.length);
    for (let at = this.index + 1; at < near; at += 1) {
      if (buffer.charCodeAt(at) !== code) continue;
      this.index = at;
      return true;
    }
    const found = buffer.indexOf(String.fromCharCode(code), near);
    this.index = found === -1 ? buffer.length - 1 : found;
    return found !== -1;
  }
}

export const SeekingTokenizer = Seeking as unknown as typeof Tokenizer;
