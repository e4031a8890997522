import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** A config file in a folder of its own. */
export async function writeConfig(
  config: object,
): Promise<{ path: string; dir: string } & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'newsrelay-config-'));
  const path = join(dir, 'newsrelay.yaml');
  await writeFile(path, stringify(config));
  const dispose = () => rm(dir, { recursive: true, force: true });
  return { path, dir, [Symbol.asyncDispose]: dispose };
}

/** The project's own folder. */
export const HERE = new URL('../../..', import.meta.url).pathname;

/** The real program in a process of its own. */
export class Service implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly exited: Promise<{ status: number | null; signal: string | null }>;
  output = '';
  #onOutput = () => {};

  /**
   * `tree`: the folder of the version to run, just as its users do. Without one it is this version, which takes up its
   * work without a warm-up: that would cost more than all the rest of its start.
   */
  constructor(
    configPath: string,
    args: string[],
    environment: Record<string, string> = {},
    tree?: string,
  ) {
    const program = join(tree ?? HERE, 'workers/newsrelay.ts');
    const cold = tree === undefined && args[0] === 'run' ? ['--no-warm-up'] : [];
    this.child = spawn(process.execPath, [program, '--config', configPath, ...args, ...cold], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.#onOutput();
      });
    }
    this.exited = once(this.child, 'exit').then(([status, signal]) => ({ status, signal }));
  }

  /** Resolves when the output holds the text; rejects when the process ends without it. */
  async says(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#onOutput = () => {
        if (this.output.includes(text)) resolve();
      };
      this.#onOutput();
      void this.exited.then(() => {
        reject(new Error(`ended without "${text}":\n${this.output.slice(-3_000)}`));
      });
    });
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isAlive) this.child.kill('SIGKILL');
    await this.exited;
  }
}
