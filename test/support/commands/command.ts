import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';

const program = resolve(import.meta.dirname, '../../../workers/newsrelay.ts');
const TIME_LIMIT_MS = 240_000;

export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  input?: string;
  environment?: Record<string, string>;
  /** Nothing more comes on standard input, and yet it does not end. */
  keepInputOpen?: boolean;
  /** Called with everything on that stream so far. */
  onStdout?: (text: string, child: ChildProcessWithoutNullStreams) => void;
  onStderr?: (text: string, child: ChildProcessWithoutNullStreams) => void;
}

/** Runs `newsrelay` as a user does, to its end. */
export async function newsrelay(args: string[], options: CommandOptions = {}): Promise<Finished> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...options.environment },
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
    options.onStdout?.(output.stdout, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
    options.onStderr?.(output.stderr, child);
  });
  // What it does not read is its own affair.
  child.stdin.on('error', () => {});
  child.stdin.write(options.input ?? '');
  if (!options.keepInputOpen) child.stdin.end();
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, ...output };
}

export interface Workplace extends AsyncDisposable {
  folder: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | object): Promise<string>;
}

/** An empty folder for a command's files. */
export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-e2e-'));
  return {
    folder,
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, typeof content === 'string' ? content : stringify(content));
      return path;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
