import { pino, type Logger } from 'pino';
import type { WorkerOptions } from '../queue/worker.ts';
import type { Terminal } from './terminal.ts';

/** JSON lines on stderr; `level` is one of pino's. */
export function createLog({ stderr }: Pick<Terminal, 'stderr'>, level: string): Logger {
  return pino({ level, base: null }, stderr);
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
