import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  readIfThere,
  removeFile,
  replaceFile,
  tryFolder,
} from '../../../src/deliver/whole-files.ts';

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const unavailable = { name: 'TransientError', code: 'unavailable' };

test('a file is replaced as a whole, its folder made where there is none, and nothing else is left', async () => {
  const folder = join(await ownFolder(), 'a', 'b');
  const path = join(folder, 'x.txt');
  await replaceFile(path, 'a longer text');
  await replaceFile(path, 'short');
  expect(await readFile(path, 'utf8')).toBe('short');
  expect(await readdir(folder)).toEqual(['x.txt']);
});

test('what cannot be replaced is told as unavailable, and the file half written is gone', async () => {
  const folder = await ownFolder();
  await mkdir(join(folder, 'x.txt', 'inside'), { recursive: true });
  await expect(replaceFile(join(folder, 'x.txt'), 'text')).rejects.toMatchObject(unavailable);
  expect(await readdir(folder)).toEqual(['x.txt']);
});

test('a file that is not there is nothing to read or remove; another fault is told', async () => {
  const folder = await ownFolder();
  const path = join(folder, 'x.txt');
  expect(await readIfThere(path)).toBeUndefined();
  await removeFile(path);
  await writeFile(path, 'text');
  expect(await readIfThere(path)).toBe('text');
  await removeFile(path);
  expect(await readdir(folder)).toEqual([]);
  await expect(readIfThere(folder)).rejects.toMatchObject(unavailable);
});

test('a folder is tried without a trace, and one that cannot be written to is told', async () => {
  const folder = join(await ownFolder(), 'new');
  await tryFolder(folder);
  expect(await readdir(folder)).toEqual([]);
  await expect(tryFolder('/dev/null/x')).rejects.toMatchObject(unavailable);
});
