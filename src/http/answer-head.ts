import type { Socket } from 'node:net';

/** Of one answer, as browsers and curl take it; what is longer has no end. */
export const MAX_HEAD_BYTES = 64 * 1024;

const TOKEN = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
const HEAD_END = /\r?\n\r?\n/;
/** What undici's parser takes as it is: lines that end in CRLF, names that are tokens, no controls. */
const ODD =
  // oxlint-disable-next-line no-control-regex -- controls are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\n[ \t]|(?<!\r)\n|\r(?!\n)|content-length|transfer-encoding/i;

interface Field {
  name: string;
  value: string;
}

/** RFC 9112, section 5.2: a line that begins with a space goes on with the one before. */
function fieldsInLines(lines: readonly string[]): Field[] {
  const fields: Field[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.value = `${last.value} ${line.trim()}`.trim();
    else {
      const colon = line.indexOf(':');
      const name = line.slice(0, Math.max(colon, 0));
      // As browsers do, a line that is no field is passed over.
      if (TOKEN.test(name)) fields.push({ name, value: line.slice(colon + 1).trim() });
    }
  }
  return fields;
}

const isField = (name: string) => (field: Field) => field.name.toLowerCase() === name;

/**
 * How the body is framed (RFC 9112, section 6.3): chunked coding is believed before a length, and a length
 * that is repeated is one length. Throws for lengths that differ or are no numbers.
 */
function withOneFraming(fields: readonly Field[]): Field[] {
  const codings = fields.filter(isField('transfer-encoding'));
  const isChunked = codings.some(({ value }) => /\bchunked\b/i.test(value));
  const lengths = fields.filter(isField('content-length')).flatMap(({ value }) => value.split(','));
  const distinct = [...new Set(lengths.map((length) => length.trim().replace(/^0+(?=\d)/, '')))];
  const rest = fields.filter(
    (field) => !isField('content-length')(field) && !isField('transfer-encoding')(field),
  );
  if (isChunked) return [...rest, { name: 'Transfer-Encoding', value: 'chunked' }];
  if (distinct.length > 1 || distinct.some((length) => !/^\d{1,15}$/.test(length))) {
    const shown = lengths.join(' and ').slice(0, 60);
    const message = `the header Content-Length says ${shown}`;
    throw Object.assign(new Error(message), { code: 'HPE_CONTENT_LENGTH' });
  }
  return distinct.map((value) => ({ name: 'Content-Length', value })).concat(rest);
}

/**
 * The head of an answer (Latin-1, with its empty line) in the grammar of RFC 9112, for a parser that knows
 * no other: bare line feeds, folded lines, controls in values, lines that are no fields, repeated lengths.
 */
export function soundHead(head: string): string {
  if (!ODD.test(head)) return head;
  const [status = '', ...lines] = head
    .replace(HEAD_END, '\n')
    .split(/\r\n|[\r\n]/)
    // oxlint-disable-next-line no-control-regex -- controls are what it takes out
    .map((line) => line.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ''));
  const fields = withOneFraming(fieldsInLines(lines.filter((line) => line !== '')));
  return [status, ...fields.map(({ name, value }) => `${name}: ${value}`), '', ''].join('\r\n');
}

/** Takes chunks of one connection's answers, and gives them on with sound heads. */
export class AnswerHeads {
  #held: Buffer | null = Buffer.alloc(0);

  /** A new request was written: what comes next is the head of its answer. */
  begin(): void {
    this.#held = Buffer.alloc(0);
  }

  /** Null while the head is not whole. */
  take(chunk: Buffer): Buffer | null {
    if (this.#held === null) return chunk;
    const all = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const text = all.toString('latin1', 0, MAX_HEAD_BYTES + 4);
    const end = HEAD_END.exec(text);
    if (!end && all.length <= MAX_HEAD_BYTES) {
      this.#held = all;
      return null;
    }
    this.#held = null;
    // The parser says what is wrong with a head that has no end.
    if (!end) return all;
    const length = end.index + end[0].length;
    const rest = all.subarray(length);
    const head = Buffer.from(soundHead(text.slice(0, length)), 'latin1');
    if (!/^HTTP\/\d\.\d 1\d\d/.test(text)) return Buffer.concat([head, rest]);
    // An interim answer is followed by another head.
    this.begin();
    const next = rest.length === 0 ? null : this.take(rest);
    return next ? Buffer.concat([head, next]) : head;
  }
}

/** Lets the reader of a socket see sound heads only. One exchange at a time: what is written is a request. */
export function soundenHeads(socket: Socket): void {
  const heads = new AnswerHeads();
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  socket.write = (...args: unknown[]): boolean => {
    heads.begin();
    return write(...args);
  };
  socket.read = (size?: number): Buffer | null => {
    // Node itself asks for nothing, to have the stream filled.
    if (size !== undefined) return read(size);
    for (let chunk = read(); chunk; chunk = read()) {
      try {
        const sound = heads.take(chunk);
        if (sound) return sound;
      } catch (error) {
        socket.destroy(error as Error);
        return null;
      }
    }
    return null;
  };
}
