import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../src/cli/log/log.ts';
import { nextConfig } from '../../../src/cli/reload.ts';

const SOUND = `sources: [{ id: harbour, name: Harbour, feeds: ['https://harbour.example/f'], schedule: 15m }]\n`;

/** Waits for the next config of a file of its own. */
async function waiting(hangups: EventEmitter | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-reload-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'newsrelay.yaml');
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const stop = new AbortController();
  const terminal = { stdin, stdout, stderr, environment: {}, signal: stop.signal };
  const log = createLog(terminal, { level: 'info', format: 'json' });
  const next = nextConfig(file, log, { ...terminal, ...(hangups && { hangups }) });
  const logged = async () => {
    if (stderr.readableLength === 0) await once(stderr, 'readable');
    const lines = String(stderr.read()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as { msg: string; problem?: string });
  };
  return { next, stop, logged, write: (text: string) => writeFile(file, text) };
}

test('a config that is wrong is refused with each of its mistakes, and the next one is waited for', async () => {
  const hangups = new EventEmitter();
  const { next, logged, write } = await waiting(hangups);
  await write(`${SOUND}stie: {}\n`);
  hangups.emit('hangup');
  expect(await logged()).toMatchObject([
    { level: 'error', problem: expect.stringContaining('stie'), msg: 'the config' },
    { level: 'error', problems: 1, msg: 'the new config is refused, the one before stays' },
  ]);
  await write(SOUND);
  hangups.emit('hangup');
  expect(await next).toMatchObject({ sources: [{ id: 'harbour' }] });
});

test('a new config of which a file is wrong is refused as a whole', async () => {
  const hangups = new EventEmitter();
  const { next, logged, write, stop } = await waiting(hangups);
  await write(`include: [none.yaml]\n${SOUND}`);
  hangups.emit('hangup');
  expect((await logged()).at(-1)).toMatchObject({ problems: 1 });
  stop.abort();
  expect(await next).toBeUndefined();
});

test('there is no next config for who is to stop, nor where nobody can ask for one', async () => {
  for (const hangups of [new EventEmitter(), undefined]) {
    const { next, stop } = await waiting(hangups);
    stop.abort();
    expect(await next).toBeUndefined();
  }
});
