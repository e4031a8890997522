import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unavailable } from './reply.ts';

/**
 * Replaces a file as a whole: readers see the old text or the new one, never a part, also after a power
 * cut (temporary file in the same folder, fsync, rename, fsync of the folder). Makes the folder.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  // Named by the process: two of them must not write into one temporary file.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  await onDisk(async () => {
    await mkdir(folder, { recursive: true });
    try {
      await synced(temporary, 'w', (file) => file.writeFile(text));
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await synced(folder, 'r', () => Promise.resolve());
  });
}

/** Removes a file that may not be there. */
export async function removeFile(path: string): Promise<void> {
  await onDisk(() => rm(path, { force: true }));
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return onDisk(async () => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Writes a file into a folder and removes it again; throws `unavailable` where that cannot be done. */
export async function tryFolder(folder: string): Promise<void> {
  const path = join(folder, '.newsrelay-test');
  await replaceFile(path, 'test\n');
  await removeFile(path);
}

type OpenFile = Awaited<ReturnType<typeof open>>;

async function synced(
  path: string,
  flags: 'r' | 'w',
  use: (file: OpenFile) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await use(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A full disk, a missing mount or a wrong owner. */
async function onDisk<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw unavailable(error instanceof Error ? error.message : String(error), error);
  }
}
