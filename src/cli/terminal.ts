import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads from and writes to: results on stdout, everything else on stderr. */
export interface Terminal {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean; columns?: number };
  environment: Readonly<Record<string, string | undefined>>;
  /** Raised by SIGINT and SIGTERM. */
  signal: AbortSignal;
  /** Emits `hangup` for each SIGHUP; without a listener that ends the command. */
  hangups?: EventEmitter;
}

/**
 * C0 and C1 controls but line ends and tabs, and what turns the direction of text about: a terminal would obey
 * what a stranger wrote. Invisible line ends are among them, since programs that read lines differ about them.
 */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text as a terminal may have it: what it would obey is shown, in a way that means the same in JSON. */
export function visible(text: string): string {
  return text.replaceAll(
    OBEYED,
    (mark) => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

export interface TextOutput {
  write(text: string): boolean;
}

/** The one way out to a person or a program. False where the stream is to be waited for. */
export function put(stream: TextOutput, text: string): boolean {
  return stream.write(visible(text));
}

export function print(stream: TextOutput, text: string): void {
  put(stream, `${text}\n`);
}

/** Columns as wide as their widest cell, two spaces apart; the last one is not padded. */
export function table(rows: string[][]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export interface Progress {
  /** Shows the newest state of things. */
  update(text: string): void;
  /** Ends the line, so that what follows stands on its own. */
  done(): void;
}

// Piped output is read later, by people or programs: a line for every tenth of the way is too much
// for them and a line every few seconds is enough.
const PLAIN_INTERVAL_MS = 5_000;

const CLEAR_LINE = '\r\u001B[2K';

/** One line that is written over on a terminal; plain lines now and then when piped. */
export function progress({ stderr }: Terminal, now: () => number): Progress {
  if (stderr.isTTY !== true) {
    let shown = '';
    let shownAt = now();
    return {
      update: (text) => {
        if (text === shown || now() - shownAt < PLAIN_INTERVAL_MS) return;
        shown = text;
        shownAt = now();
        print(stderr, text);
      },
      done: () => {},
    };
  }
  return {
    update: (text) => {
      stderr.write(CLEAR_LINE);
      put(stderr, text.slice(0, (stderr.columns || 80) - 1));
    },
    done: () => stderr.write(CLEAR_LINE),
  };
}
