import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Tries again and again until it works, for as long as the server that it asks runs. */
export async function until(attempt: () => Promise<unknown>, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error('the server ended at once', { cause: error });
      if (Date.now() > deadline) throw error;
      await delay(25);
    }
  }
}

/** Ends a child, or with it the group that it leads. */
export async function stop(
  child: ChildProcess | undefined,
  { signal = 'SIGTERM', isLeader = false }: { signal?: NodeJS.Signals; isLeader?: boolean } = {},
): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(isLeader ? -child.pid : child.pid, signal);
  const gaveUp = new AbortController();
  await Promise.race([
    ended,
    delay(10_000, undefined, { signal: gaveUp.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    ),
  ]);
  gaveUp.abort();
}
