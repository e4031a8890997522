import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from '../../src/cli/main.ts';

export interface CommandRun {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs one command of the program in this process, with a config file of that text. */
export async function runCommand(config: string, ...args: string[]): Promise<CommandRun> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-command-'));
  const file = join(folder, 'newsrelay.yaml');
  await writeFile(file, config);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = Promise.all([text(stdout), text(stderr)]);
  const status = await main(['--config', file, ...args], {
    stdin: new PassThrough(),
    stdout,
    stderr,
    environment: {},
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  await rm(folder, { recursive: true });
  const [out, err] = await output;
  return { status, stdout: out, stderr: err };
}
