import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk extends AsyncDisposable {
  dir: string;
  fill(): void;
  empty(): void;
}

/** A file system of 16 MB in memory; undefined where this user may not mount one. */
export async function fullDisk(): Promise<SmallDisk | undefined> {
  const dir = mkdtempSync(join(tmpdir(), 'newsrelay-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', dir]);
  if (mounted.status !== 0) {
    await rm(dir, { recursive: true });
    return undefined;
  }
  const ballast = join(dir, 'ballast');
  return {
    dir,
    fill: () => {
      try {
        writeFileSync(ballast, Buffer.alloc(17 * 2 ** 20, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    [Symbol.asyncDispose]: async () => {
      spawnSync('umount', [dir]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
