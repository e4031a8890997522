import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** What a power cut does: the last moments before it never reached the disk. */
export function cutTail(dir: string, bytes: number): void {
  const folder = join(dir, 'appendonlydir');
  const name = readdirSync(folder).find((file) => file.endsWith('.incr.aof'));
  if (!name) return;
  const path = join(folder, name);
  truncateSync(path, Math.max(0, statSync(path).size - bytes));
}
