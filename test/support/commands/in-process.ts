import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from '../../../src/cli/main.ts';

/** Runs one command in this process: many times as fast as starting the program. */
export async function runInProcess(
  args: string[],
): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const status = await main(args, {
    stdin: new PassThrough(),
    stdout,
    stderr,
    environment: {},
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { status, stdout: out, stderr: err };
}
