import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { locked, prepareFolder, socketPath } from '../../../src/redis/redis-folder.ts';

/** A folder whose socket's path has so many bytes. */
const folderOf = (bytes: number) => `/${'é'.repeat(5)}${'x'.repeat(bytes - 22)}`;

test('a socket lies in its folder as long as its path fits, and under a short name beyond that', () => {
  const fits = folderOf(103);
  expect(Buffer.byteLength(`${fits}/redis.sock`)).toBe(103);
  expect(socketPath(fits)).toBe(`${fits}/redis.sock`);
  const long = socketPath(folderOf(104));
  expect(long).toMatch(/^\/tmp\/newsrelay-\d+-[0-9a-f]{16}\/redis\.sock$/);
  expect(socketPath(folderOf(104))).toBe(long);
  expect(socketPath(folderOf(105))).not.toBe(long);
});

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-folder-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a folder is its user’s alone, with a pipe that all who need the server can hold', async () => {
  const folder = join(await ownFolder(), 'data', 'redis');
  const files = prepareFolder(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const holders = await stat(files.holders);
  expect([holders.isFIFO(), holders.mode & 0o777]).toEqual([true, 0o600]);
  await chmod(folder, 0o755);
  expect(prepareFolder(folder)).toEqual(files);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('the folder of a socket under a short name is made, too', async () => {
  const folder = join(await ownFolder(), 'x'.repeat(100));
  const { socket } = prepareFolder(folder);
  onTestFinished(() => rm(dirname(socket), { recursive: true }));
  expect((await stat(dirname(socket))).mode & 0o777).toBe(0o700);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('a folder that cannot be made is told with its mend', () => {
  expect(() => prepareFolder('/dev/null/redis')).toThrow(
    /^The private Redis server cannot use \/dev\/null\/redis: .*Choose a dataDir/,
  );
});

test('two who want one lock work one after the other, also when the first fails', async () => {
  const file = join(await ownFolder(), 'lock');
  const steps: string[] = [];
  const work = (name: string) =>
    locked(file, async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      steps.push(`${name} ends`);
      if (name === 'one') throw new Error('failed');
      return name;
    });
  const [one, two] = await Promise.allSettled([work('one'), work('two')]);
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  expect([one.status, two]).toEqual(['rejected', { status: 'fulfilled', value: 'two' }]);
});
