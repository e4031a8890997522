// Runs tests in a scratch copy and says what failed first. What takes far too long failed, too.

import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { UnitRequest } from './unit-server.ts';

const TIMED_OUT = 'no end within the time limit';
const server = join(import.meta.dirname, 'unit-server.ts');

/** The unit tests, in a process that stays. */
export class UnitTests implements AsyncDisposable {
  readonly #dir: string;
  #child: ChildProcess | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @param changed files that are other than at the last call */
  async failure(request: UnitRequest, timeoutMs: number): Promise<string | undefined> {
    this.#child ??= await this.#start();
    const child = this.#child;
    const answered = new AbortController();
    const { signal } = answered;
    const answer = once(child, 'message', { signal }).then(
      ([{ failure }]) => failure as string | undefined,
    );
    const end = once(child, 'exit', { signal }).then(() => 'the end of the process');
    const late = delay(timeoutMs, TIMED_OUT, { signal });
    child.send(request);
    const failure = await Promise.race([answer, end, late]);
    answered.abort();
    await Promise.allSettled([answer, end, late]);
    if (failure === TIMED_OUT || child.exitCode !== null) await this[Symbol.asyncDispose]();
    return failure;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(server, [this.#dir], {
      cwd: this.#dir,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'message');
    return child;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

function failureIn({ testResults }: Report, dir: string): string | undefined {
  for (const { name, status, assertionResults } of testResults) {
    const file = name.replace(`${dir}/test/`, '');
    const failed = assertionResults.find((test) => test.status === 'failed');
    if (failed) return `${file} > ${failed.fullName}`;
    if (status === 'failed') return `${file} does not load`;
  }
  return undefined;
}

/** Ends a process and all that it started. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Test files of any project, each in a process of its own, until the first failure. */
export async function otherFailure(
  dir: string,
  tests: string[],
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const report = join(dir, 'mutants-report.json');
  await rm(report, { force: true });
  const vitest = join(dir, 'node_modules/vitest/vitest.mjs');
  const output = ['--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', '--bail=1', ...output, ...tests], {
    cwd: dir,
    detached: true,
    stdio: 'ignore',
  });
  const stop = () => killGroup(child.pid);
  signal?.addEventListener('abort', stop, { once: true });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, timeoutMs);
  const [status] = await once(child, 'exit');
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  stop();
  if (isLate) return TIMED_OUT;
  if (status === 0) return undefined;
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return 'the tests do not start';
  return failureIn(JSON.parse(text) as Report, dir) ?? 'an error that no test awaits';
}
