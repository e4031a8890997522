import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { runInProcess } from '../../support/commands/in-process.ts';

/** Runs a command that reads this. */
async function runReading(
  stdin: Readable,
  signal = new AbortController().signal,
  ...args: string[]
) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await main(args, { stdin, stdout, stderr, environment: {}, signal });
  return { status, err: String(stderr.read() ?? '') };
}

test('help, and the version, are answers and no mistakes', async () => {
  const help = await runInProcess(['--help']);
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: newsrelay/);
  expect(help.stdout).toContain('First steps:');
  expect(await runInProcess(['--version'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/),
  });
});

test('a command that there is not is wrong usage, with where to read on', async () => {
  expect(await runInProcess(['nosuch'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/nosuch[\s\S]*\(add --help for what can be written here\)/),
  });
});

test('a default that only says off or none is left out of the help, any other is there', async () => {
  const { stdout } = await runInProcess(['held', 'list', '--help']);
  expect(stdout).toMatch(/--limit <n> .*\(default: 100\)/);
  expect(stdout).toMatch(/--json +print the whole records as JSON\n/);
  expect(stdout).toMatch(/--source <id> +only of this source; may be given again\n/);
});

test('what went wrong by name is one line, a fault of our own has its place', async () => {
  expect(await runInProcess(['feed', '/no/such/file'])).toMatchObject({
    status: 1,
    stderr: 'newsrelay: cannot read /no/such/file; give an address, a file or -\n',
  });
  const broken = new Readable({
    read() {
      this.destroy(new Error('the pipe broke'));
    },
  });
  expect(await runReading(broken, undefined, 'feed', '-')).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^Error: the pipe broke\n +at /),
  });
});

test('a command that was to stop says nothing of it, and has failed', async () => {
  const stopped = await runReading(new PassThrough(), AbortSignal.abort(), 'feed', '-');
  expect(stopped).toEqual({ status: 1, err: '' });
});
