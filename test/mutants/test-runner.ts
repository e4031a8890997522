// Runs tests in a scratch copy and says what failed first. What takes far too long failed, too.

import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestRequest } from './test-server.ts';

export const TIMED_OUT = 'no end within the time limit';
const server = join(import.meta.dirname, 'test-server.ts');

type Answer = { progress: true } | { ready: true } | { failure?: string };

/** Tests of one project of Vitest, in a process that stays. */
export class WarmTests implements AsyncDisposable {
  readonly #dir: string;
  readonly #project: string;
  #child: ChildProcess | undefined;

  constructor(dir: string, project: 'unit' | 'integration') {
    this.#dir = dir;
    this.#project = project;
  }

  /** Whether the process is there; what is started now starts with the sources as they are. */
  get isOpen(): boolean {
    return this.#child !== undefined;
  }

  /**
   * @param request `changed`: files that are other than at the last call
   * @param limitMs between the ends of two test files
   */
  async failure(request: TestRequest, limitMs: number): Promise<string | undefined> {
    this.#child ??= await this.#start();
    const child = this.#child;
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const timer = setTimeout(() => resolve(TIMED_OUT), limitMs);
    const onEnd = () => resolve('the end of the process');
    const onMessage = (answer: Answer) => {
      if ('progress' in answer) timer.refresh();
      else if (!('ready' in answer)) resolve(answer.failure);
    };
    child.on('message', onMessage).once('exit', onEnd);
    child.send(request);
    const failure = await promise;
    clearTimeout(timer);
    child.off('message', onMessage).off('exit', onEnd);
    if (failure === TIMED_OUT || child.exitCode !== null) await this[Symbol.asyncDispose]();
    return failure;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(server, [this.#dir, this.#project], {
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

/**
 * Test files of any project, each in a process of its own, until the first failure.
 * @param limitMs between two signs of life
 */
export async function otherFailure(
  dir: string,
  tests: string[],
  limitMs: number,
): Promise<string | undefined> {
  const report = join(dir, 'mutants-report.json');
  await rm(report, { force: true });
  const vitest = join(dir, 'node_modules/vitest/vitest.mjs');
  const output = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', '--bail=1', ...output, ...tests], {
    cwd: dir,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = () => killGroup(child.pid);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, limitMs);
  child.stdout.on('data', () => timer.refresh());
  const [status] = await once(child, 'exit');
  clearTimeout(timer);
  stop();
  if (isLate) return TIMED_OUT;
  if (status === 0) return undefined;
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return 'the tests do not start';
  return failureIn(JSON.parse(text) as Report, dir) ?? 'an error that no test awaits';
}
