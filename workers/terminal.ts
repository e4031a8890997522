import { EventEmitter } from 'node:events';
import { readEnvironment, type Environment } from '../src/config/environment.ts';
import type { Terminal } from '../src/cli/terminal.ts';

// Whatever hangs, and however often it is asked, a process that is to stop is gone after this long:
// just before supervisors lose patience, who kill after half a minute at the soonest.
const LAST_RESORT_MS = 24_000;

const PARENT_CHECK_MS = 500;

/**
 * npx hands SIGTERM to the shell between us and it, and the shell dies without a word to us: that our parent has
 * gone is how we hear of it.
 */
function onOrphaned({ npm_command: command }: Environment, stop: () => void): void {
  if (command === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS).unref();
}

/** This process's own streams and variables, with a signal for SIGINT and SIGTERM, and for SIGHUP where nobody listens to it. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  // Repetitions change nothing: a shell and npm both pass on one Ctrl-C.
  const stopFor = (reason: string) => {
    if (stop.signal.aborted) return;
    stop.abort(reason);
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopFor(name));
  const hangups = new EventEmitter();
  process.on('SIGHUP', () => {
    if (!hangups.emit('hangup')) stopFor('SIGHUP');
  });
  const environment = readEnvironment();
  onOrphaned(environment, () => stopFor('orphaned'));
  // Whoever reads our output may close it early, as `| head` does: then nobody is left to work for.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', ({ code }: NodeJS.ErrnoException) => stop.abort(code));
  }
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment,
    signal: stop.signal,
    hangups,
  };
}

// Connections that cannot be closed, to a Redis that is dead, must not keep a finished command alive.
const LINGER_MS = 1_000;

/** Ends the process with this status, as soon as what it wrote is out. */
export function exitWith(status: number): void {
  process.exitCode = status;
  setTimeout(() => process.exit(status), LINGER_MS).unref();
}
