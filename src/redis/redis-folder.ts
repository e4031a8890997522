import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { PermanentError } from '../errors.ts';

/** Where the files of a private Redis server lie. */
export interface Files {
  folder: string;
  socket: string;
  /** A pipe that everybody who needs the server holds open. */
  holders: string;
  lock: string;
  log: string;
}

/** Paths of Unix sockets end at 104 bytes on macOS, 108 on Linux, with the final zero. */
const SOCKET_PATH_MAX_BYTES = 103;

/** Makes the folder, readable by this user alone; throws `PermanentError` `redis-folder`. */
export function prepareFolder(folder: string): Files {
  const files = {
    folder,
    socket: socketPath(folder),
    holders: join(folder, 'holders'),
    lock: join(folder, 'lock'),
    log: join(folder, 'redis.log'),
  };
  try {
    for (const path of [folder, dirname(files.socket)]) makePrivate(path);
    if (!fs.existsSync(files.holders)) {
      const { status, stderr } = spawnSync('mkfifo', ['-m', '600', files.holders]);
      // Somebody who starts at the same moment may have made it.
      if (status !== 0 && !fs.existsSync(files.holders)) throw new Error(String(stderr));
    }
    return files;
  } catch (cause) {
    throw new PermanentError(
      'redis-folder',
      `The private Redis server cannot use ${folder}: ${String(cause)}. Choose a dataDir on a local disk that this user may write to.`,
      { cause },
    );
  }
}

/** The socket of the private server in this folder. */
export function socketPath(folder: string): string {
  const path = join(folder, 'redis.sock');
  if (Buffer.byteLength(path) <= SOCKET_PATH_MAX_BYTES) return path;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return `/tmp/newsrelay-${process.getuid?.()}-${name}/redis.sock`;
}

function makePrivate(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = fs.lstatSync(folder);
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to another user`);
  fs.chmodSync(folder, 0o700);
}

/**
 * Does the work while nobody else does any under the same lock. SQLite's is the one lock in Node's library
 * that the kernel lifts when its holder is killed.
 */
export async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!tryLock(database)) await delay(20);
    return await work();
  } finally {
    database.close();
  }
}

function tryLock(database: DatabaseSync): boolean {
  const SQLITE_BUSY = 5;
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
