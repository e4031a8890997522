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

export function print(stream: Writable, text: string): void {
  stream.write(`${text}\n`);
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
    update: (text) => stderr.write(`\r\u001B[2K${text.slice(0, (stderr.columns || 80) - 1)}`),
    done: () => stderr.write('\r\u001B[2K'),
  };
}
