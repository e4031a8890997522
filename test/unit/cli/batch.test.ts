import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type BatchAnswer, runBatch } from '../../../src/cli/batch.ts';

const schema = z.object({ id: z.string().optional(), say: z.string() });
const echo = ({ say }: { say: string }): BatchAnswer => {
  if (say === 'slip') throw new Error('a slip');
  return { ok: true, said: say };
};

async function batch(input: string): Promise<unknown[]> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const answers = text(stdout);
  stdin.end(input);
  await runBatch({ stdin, stdout, signal: new AbortController().signal }, schema, echo);
  stdout.end();
  return (await answers)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

test('each line is answered in order, also the last without a line end, and empty ones are not', async () => {
  const lines = ['{"id":"a","say":"one"}', '', '  ', '{"id":"b","say":"two\u2028three"}'];
  expect(await batch(lines.join('\n'))).toEqual([
    { id: 'a', ok: true, said: 'one' },
    { id: 'b', ok: true, said: 'two\u2028three' },
  ]);
});

test('a bad line fails alone, with its id where it has one', async () => {
  const lines = ['{"id":7', '{"id":7}', '{"say":3}', '{"id":"x","say":"slip"}', '{"say":"on"}'];
  const [broken, lacking, wrong, slip, last] = await batch(`${lines.join('\n')}\n`);
  expect(broken).toMatchObject({ id: null, ok: false, error: { code: 'bad-json' } });
  expect(lacking).toMatchObject({ id: 7, ok: false, error: { code: 'bad-request' } });
  expect(wrong).toMatchObject({ id: null, ok: false, error: { code: 'bad-request' } });
  expect((wrong as { error: { message: string } }).error.message).toContain('say');
  expect(slip).toEqual({ id: 'x', ok: false, error: { code: 'internal', message: 'a slip' } });
  expect(last).toEqual({ id: null, ok: true, said: 'on' });
});

test('an answer waits until the reader has room', async () => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough({ highWaterMark: 1 })];
  stdin.end('{"say":"one"}\n{"say":"two"}\n');
  const done = runBatch({ stdin, stdout, signal: new AbortController().signal }, schema, echo);
  await expect.poll(() => stdout.writableLength + stdout.readableLength).toBeGreaterThan(0);
  expect(String(stdout.read())).toContain('one');
  await expect.poll(() => String(stdout.read() ?? '')).toContain('two');
  stdout.resume();
  await done;
});

test('a batch that is stopped says so', async () => {
  const stop = new AbortController();
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const done = runBatch({ stdin, stdout, signal: stop.signal }, schema, echo);
  stop.abort();
  await expect(done).rejects.toMatchObject({ name: 'AbortError' });
});
