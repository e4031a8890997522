import { pino, stdTimeFunctions, type Logger, type LoggerOptions } from 'pino';
import type { DestinationChange } from '../../deliver/guard.ts';
import type { Fetch } from '../../http/fetch.ts';
import { isoTime } from '../../iso-time.ts';
import { printableUrl, withoutSecretValues } from '../../printable-url.ts';
import type { Notice } from '../../processors/pipeline.ts';
import type { WorkerOptions } from '../../queue/worker.ts';
import { textLine } from './log-text.ts';
import { print, put, type Terminal } from '../terminal.ts';

const MOST_MESSAGE_CHARACTERS = 2_000;

/** Titles and answers of strangers get into messages: no longer than a person reads. */
function shown(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.length > MOST_MESSAGE_CHARACTERS
    ? `${value.slice(0, MOST_MESSAGE_CHARACTERS)}…`
    : value;
}

function shownFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return shown(value);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shown(field)]));
}

/** Lines for people, or JSON for programs. */
export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface LogOptions {
  /** One of pino's. */
  level: string;
  /** Text on a terminal and JSON elsewhere, unless it is said. */
  format?: LogFormat | undefined;
}

/** Lines on stderr. */
export function createLog(
  { stderr }: Pick<Terminal, 'stderr'>,
  { level, format = stderr.isTTY === true ? 'text' : 'json' }: LogOptions,
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (name) => ({ level: name }) },
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map(shownFields) as typeof args);
      },
    },
  };
  const write = (json: string) =>
    format === 'json'
      ? put(stderr, withoutSecretValues(json))
      : print(stderr, withoutSecretValues(textLine(json)));
  return pino(options, { write });
}

/** A line for each thing that an operator ought to know. */
export function noticeLog(log: Logger): (notice: Notice) => void {
  return ({ level = 'warn', sourceId, message, ...fields }) => {
    log[level]({ ...(sourceId === undefined ? {} : { source: sourceId }), ...fields }, message);
  };
}

/** One line when a destination begins to be put off, and one when it is back. */
export function destinationLog(log: Logger): (change: DestinationChange) => void {
  return (change) => {
    const { destination, sinceMs } = change;
    const since = isoTime(sinceMs);
    if (change.kind === 'put-off') {
      const { reason, nextTryMs } = change;
      const fields = { destination, reason, since, next: isoTime(nextTryMs) };
      log.warn(fields, 'destination is put off: its jobs wait and lose no try');
    } else {
      const seconds = Math.round((change.atMs - sinceMs) / 1_000);
      log.info({ destination, since }, `destination is back after ${seconds} s`);
    }
  };
}

/** The same fetch, with a line for each request at the level `debug`. */
export function loggedFetch(fetch: Fetch, log: Logger): Fetch {
  return async (request) => {
    const startedAtMs = Date.now();
    const told = (outcome: object) => {
      const facts = { url: printableUrl(request.url), kind: request.kind, ...outcome };
      log.debug({ ...facts, ms: Date.now() - startedAtMs }, 'request');
    };
    try {
      const response = await fetch(request);
      told({ status: response.status });
      return response;
    } catch (error) {
      told({ reason: error instanceof Error ? error.message : String(error) });
      throw error;
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
    // What failed once is tried again by itself; what is given up waits for a person.
    else if (final) log.warn({ jobId, final, reason: error.message }, 'job failed');
    else log.info({ jobId, reason: error.message }, 'try of a job failed');
  };
}
