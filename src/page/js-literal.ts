// Data as scripts write it: JSON, and what else a literal may hold that no program has to run for: names without
// quotes, single quotes, `undefined`, `!0`, `void 0`, a date, `JSON.parse("…")`. Read as data, never evaluated.

const MOST_LITERAL_DEPTH = 60;
const BLANKS = /\s*/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const WORD = /true\b|false\b|null\b|undefined\b|NaN\b|!0|!1|void 0/y;
const DOUBLE = /"(?:[^"\\]|\\[\s\S])*"/y;
const SINGLE = /'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S])*`/y;
const PARSED = /JSON\.parse\(\s*/y;
const DATE = /new Date\(\s*/y;

const VALUES: Record<string, unknown> = {
  true: true,
  false: false,
  null: null,
  '!0': true,
  '!1': false,
};

/** A text in single or slanted quotes as JSON would have it. */
const requoted = (quoted: string): string =>
  `"${quoted
    .slice(1, -1)
    .replaceAll(/\\x([\da-f]{2})/gi, '\\u00$1')
    .replaceAll(/\\([^"\\/bfnrtu])/g, '$1')
    .replaceAll(/(?<!\\)"/g, '\\"')
    .replaceAll('\n', '\\n')}"`;

/** One for all: a stack for each would cost more than the reading. */
const NO_LITERAL = new SyntaxError('The script has no literal there.');

class LiteralReader {
  private readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private has(sign: string): boolean {
    this.take(BLANKS);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private need(sign: string): void {
    if (!this.has(sign)) throw NO_LITERAL;
  }

  value(depth: number): unknown {
    if (depth > MOST_LITERAL_DEPTH) throw NO_LITERAL;
    if (this.has('{')) return this.entries(depth);
    if (this.has('[')) return this.items(depth);
    const quoted = this.string();
    if (quoted !== undefined) return quoted;
    if (this.take(PARSED) !== undefined) return this.call(() => JSON.parse(this.string() ?? ''));
    if (this.take(DATE) !== undefined) return this.call(() => this.value(depth + 1));
    const word = this.take(WORD);
    if (word !== undefined) return VALUES[word];
    const number = this.take(NUMBER);
    if (number === undefined) throw NO_LITERAL;
    return Number(number);
  }

  private call(read: () => unknown): unknown {
    const value = read();
    this.need(')');
    return value;
  }

  private string(): string | undefined {
    const double = this.take(DOUBLE);
    if (double !== undefined) return readString(double) ?? readString(requoted(double));
    const other = this.take(SINGLE);
    return other === undefined ? undefined : (readString(requoted(other)) ?? '');
  }

  private entries(depth: number): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    while (!this.has('}')) {
      const name = this.string() ?? this.take(NAME) ?? this.take(NUMBER);
      if (name === undefined) throw NO_LITERAL;
      this.need(':');
      Object.defineProperty(entries, name, {
        value: this.value(depth + 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      if (!this.has(',') && this.text[this.at] !== '}') throw NO_LITERAL;
    }
    return entries;
  }

  private items(depth: number): unknown[] {
    const items: unknown[] = [];
    while (!this.has(']')) {
      items.push(this.value(depth + 1));
      if (!this.has(',') && this.text[this.at] !== ']') throw NO_LITERAL;
    }
    return items;
  }
}

function readString(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

/** The value of the literal at a place of a script, and where it, or what could be read of it, ends. */
export function readLiteral(script: string, at: number): { value: unknown; end: number } {
  const reader = new LiteralReader(script, at);
  try {
    return { value: reader.value(0), end: reader.at };
  } catch {
    return { value: undefined, end: reader.at };
  }
}
