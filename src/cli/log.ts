import { pino, type Logger, type LoggerOptions } from 'pino';
import type { WorkerOptions } from '../queue/worker.ts';
import type { DestinationChange } from '../deliver/guard.ts';
import type { Terminal } from './terminal.ts';

const MOST_MESSAGE_CHARACTERS = 2_000;

/** Titles and answers of strangers get into messages: no longer than a person reads, and nothing for a terminal to obey. */
function shown(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const cut =
    value.length > MOST_MESSAGE_CHARACTERS ? `${value.slice(0, MOST_MESSAGE_CHARACTERS)}…` : value;
  // JSON escapes the controls below 32 by itself.
  return cut.replace(/[\u007f-\u009f\u2028\u2029]/g, ' ');
}

function shownFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return shown(value);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shown(field)]));
}

/** JSON lines on stderr; `level` is one of pino's. */
export function createLog({ stderr }: Pick<Terminal, 'stderr'>, level: string): Logger {
  const hooks: LoggerOptions['hooks'] = {
    logMethod(args, method) {
      method.apply(this, args.map(shownFields) as typeof args);
    },
  };
  return pino({ level, base: null, hooks }, stderr);
}

const instant = (ms: number) => new Date(ms).toISOString();

/** One line when a destination begins to be put off, and one when it is back. */
export function destinationLog(log: Logger): (change: DestinationChange) => void {
  return (change) => {
    const { destination, sinceMs } = change;
    const since = instant(sinceMs);
    if (change.kind === 'put-off') {
      const { reason, nextTryMs } = change;
      const fields = { destination, reason, since, next: instant(nextTryMs) };
      log.warn(fields, 'destination is put off: its jobs wait and lose no try');
    } else {
      const seconds = Math.round((change.atMs - sinceMs) / 1_000);
      log.info({ destination, since }, `destination is back after ${seconds} s`);
    }
  };
}

// A Redis in trouble makes a worker report thousands of errors a second; the disk must survive it.
const WINDOW_MS = 1_000;
const LINES_PER_WINDOW = 10;

/** Logs trouble with Redis and failed jobs, at most ten lines a second and a count of the rest. */
export function troubleLog(log: Logger, now: () => number): WorkerOptions['onTrouble'] {
  let windowStart = 0;
  let lines = 0;
  return ({ error, jobId, final }) => {
    if (now() - windowStart >= WINDOW_MS) {
      if (lines > LINES_PER_WINDOW) {
        log.warn(
          { suppressed: lines - LINES_PER_WINDOW },
          'more errors than are worth a line each',
        );
      }
      windowStart = now();
      lines = 0;
    }
    lines += 1;
    if (lines > LINES_PER_WINDOW) return;
    if (jobId === undefined) log.error({ reason: error.message }, 'trouble with Redis');
    else
      log.warn(
        { jobId, final, reason: error.message },
        final ? 'job failed' : 'try of a job failed',
      );
  };
}
