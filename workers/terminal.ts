import { readEnvironment } from '../src/config/environment.ts';
import type { Terminal } from '../src/cli/terminal.ts';

/** This process's own streams and variables, with a signal for SIGINT and SIGTERM. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name));
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: readEnvironment(),
    signal: stop.signal,
  };
}
