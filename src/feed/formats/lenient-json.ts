import { CUT_OFF } from '../repairs.ts';

/** JSON that a parser takes, and what had to be mended, in plain words. */
export interface MendedJson {
  json: string;
  repairs: string[];
}

interface OpenBracket {
  end: '}' | ']';
  members: number;
  /** Of an object: the name of the value to come, written with its quotes. */
  key: string | null;
}

const LITERAL = /[^\s,:{}[\]"]+/y;
const NUMBER_OR_WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)$/i;
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const STRING_PART = /[^"\\\u0000-\u001F]*/y;

/**
 * Writes a document again in sound JSON: raw line breaks inside texts are escaped, commas that are too many
 * go and missing ones come, unknown escapes stand for themselves, and what was cut off is closed. A text
 * that was cut in two is left out with its name: half an address leads nowhere.
 */
class JsonMender {
  readonly #source: string;
  readonly #repairs = new Set<string>();
  readonly #stack: OpenBracket[] = [];
  #at = 0;
  #out = '';
  #comma = false;

  constructor(source: string) {
    this.#source = source;
  }

  mend(): MendedJson {
    const source = this.#source;
    while (this.#at < source.length) {
      const character = source[this.#at] ?? '';
      if (character === '"') this.#string();
      else if (character === '{' || character === '[') this.#open(character);
      else if (character === '}' || character === ']') this.#close(character);
      else if (character === ',') this.#takeComma();
      else if (character === ':' || /\s|\uFEFF/.test(character)) this.#at += 1;
      else this.#literal();
      if (this.#stack.length === 0 && this.#out !== '') break;
    }
    if (this.#stack.length > 0) this.#repairs.add(CUT_OFF);
    for (let frame = this.#stack.pop(); frame; frame = this.#stack.pop()) this.#out += frame.end;
    return { json: this.#out, repairs: [...this.#repairs] };
  }

  /** A value, with its name and the comma before it. */
  #write(value: string): void {
    const frame = this.#stack.at(-1);
    if (frame) {
      if (frame.end === '}' && frame.key === null) return;
      if (frame.members > 0) {
        if (!this.#comma) this.#repairs.add('missing commas');
        this.#out += ',';
      }
      if (frame.key !== null) this.#out += `${frame.key}:`;
      frame.members += 1;
      frame.key = null;
    }
    this.#comma = false;
    this.#out += value;
  }

  #takeComma(): void {
    if (this.#comma || this.#stack.at(-1)?.members === 0) this.#repairs.add('superfluous commas');
    this.#comma = true;
    this.#at += 1;
  }

  #open(character: '{' | '['): void {
    this.#at += 1;
    const frame = this.#stack.at(-1);
    // An object without a name inside an object: nothing says what it is.
    if (frame?.end === '}' && frame.key === null) frame.key = '""';
    this.#write(character);
    this.#stack.push({ end: character === '{' ? '}' : ']', members: 0, key: null });
  }

  #close(character: '}' | ']'): void {
    this.#at += 1;
    const depth = this.#stack.findLastIndex(({ end }) => end === character);
    if (depth < 0) return;
    if (this.#comma) this.#repairs.add('superfluous commas');
    if (depth < this.#stack.length - 1) this.#repairs.add('brackets without an end');
    while (this.#stack.length > depth) this.#out += this.#stack.pop()?.end ?? '';
    this.#comma = false;
  }

  #literal(): void {
    LITERAL.lastIndex = this.#at;
    const [word = ''] = LITERAL.exec(this.#source) ?? [];
    this.#at += Math.max(word.length, 1);
    const frame = this.#stack.at(-1);
    if (!frame) return;
    if (frame.end === '}' && frame.key === null) {
      this.#repairs.add('names without quotes');
      frame.key = JSON.stringify(word);
      return;
    }
    const isSound = NUMBER_OR_WORD.test(word);
    if (!isSound) this.#repairs.add('words that JSON does not know');
    this.#write(isSound ? word.toLowerCase() : 'null');
  }

  #string(): void {
    const text = this.#readString();
    if (text === null) return;
    const frame = this.#stack.at(-1);
    if (frame?.end === '}' && frame.key === null) frame.key = text;
    else this.#write(text);
  }

  /** The string at this place in sound JSON; null where the document ends within it. */
  #readString(): string | null {
    const source = this.#source;
    let text = '"';
    this.#at += 1;
    for (;;) {
      STRING_PART.lastIndex = this.#at;
      const [part = ''] = STRING_PART.exec(source) ?? [];
      text += part;
      this.#at += part.length;
      const character = source[this.#at];
      if (character === undefined) return null;
      this.#at += 1;
      if (character === '"') return `${text}"`;
      if (character === '\\') text += this.#escape();
      else {
        this.#repairs.add('line breaks and other controls inside texts');
        text += JSON.stringify(character).slice(1, -1);
      }
    }
  }

  #escape(): string {
    const [escape] =
      /^(?:["\\/bfnrt]|u[\da-f]{4})/i.exec(this.#source.slice(this.#at, this.#at + 5)) ?? [];
    if (escape === undefined || /^[BFNRT]$/.test(escape)) {
      this.#repairs.add('unknown escapes inside texts');
      return this.#source[this.#at] === "'" ? '' : '\\\\';
    }
    this.#at += escape.length;
    return `\\${escape.replace('U', 'u')}`;
  }
}

export function mendedJson(source: string): MendedJson {
  return new JsonMender(source).mend();
}
