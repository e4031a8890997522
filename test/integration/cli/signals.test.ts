// SIGTERM goes to whatever an operator started: npm, npx or an example, not to the process that works.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { writeConfig } from '../../support/commands/service.ts';

const HERE = new URL('../../..', import.meta.url).pathname;

/** Starts a program, waits until a line of it matches, sends SIGTERM to it; resolves when nobody writes to its output any more. */
async function terminated(command: string, args: string[], ready: RegExp, env = {}) {
  const child = spawn(command, args, {
    cwd: HERE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let processId: number | undefined;
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        const pid = /"pid":(\d+)/.exec(line)?.[1];
        if (pid !== undefined) processId = Number(pid);
        if (ready.test(line)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(lines.join('\n'))));
  });
  onTestFinished(() => {
    if (processId !== undefined && isAlive(processId)) process.kill(processId, 'SIGKILL');
  });
  child.kill('SIGTERM');
  // The pipes close when their last writer has ended, whoever it is.
  await once(child, 'close');
  return { lines, status: child.exitCode, processId };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['npm start', 'npm', ['start', '--', '--config']],
  ['npx newsrelay run', 'npx', ['newsrelay', 'run', '--config']],
])(
  'a service that %s started stops when that is told to',
  async (_name, command, args) => {
    await using config = await writeConfig({
      dataDir: './data',
      http: { userAgent: 'newsrelay-test/1.0 (+https://harbour.example/bot)' },
      // Never polled: the service has nothing to do but to stop.
      sources: [{ id: 'harbour', name: 'Harbour', feeds: ['http://127.0.0.1:1/'], enabled: false }],
    });
    const { lines, processId } = await terminated(command, [...args, config.path], /"working"/);
    expect(lines.at(-1)).toContain('stopped');
    await expect.poll(() => processId !== undefined && isAlive(processId)).toBe(false);
  },
  300_000,
);

test('the example consumer stops while its Redis is away', async () => {
  const { status, lines } = await terminated(
    process.execPath,
    ['examples/consumer.js'],
    /ECONNREFUSED/,
    { REDIS_URL: 'redis://127.0.0.1:1', SITE_DB: ':memory:' },
  );
  expect(status).toBe(0);
  expect(lines.filter((line) => line.includes('ECONNREFUSED'))).toHaveLength(1);
});
