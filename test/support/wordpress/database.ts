import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stop, until } from './child-processes.ts';

const run = promisify(execFile);

export interface Database {
  process: ChildProcess;
  /** As WordPress takes it. */
  host: string;
}

const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/**
 * Small, and free to lose its data. Its temporary tables bear the number of its process, which is the same
 * in every bootstrap: in a folder that is shared, two that start at once take each other's away.
 */
const settings = (folder: string) => [
  ...asRoot,
  `--datadir=${join(folder, 'db')}`,
  `--tmpdir=${folder}`,
  '--innodb-log-file-size=8M',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=0',
];

/** Makes `db` in the folder: the database `wp`, and in it the user of that name. */
export async function installDatabase(folder: string, password: string): Promise<void> {
  await run('mariadb-install-db', [
    '--no-defaults',
    ...settings(folder),
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const database = await startDatabase(folder);
  const sql = `create database wp character set utf8mb4; create user wp@localhost identified by '${password}'; grant all on wp.* to wp@localhost;`;
  await run('mariadb', ['--no-defaults', '-S', socketIn(folder), '-uroot', '-e', sql]);
  await stop(database.process);
}

const socketIn = (folder: string) => join(folder, 'db.sock');

/** MariaDB over the folder's `db`, on a socket of its own and without a port. */
export async function startDatabase(folder: string): Promise<Database> {
  const socket = socketIn(folder);
  const log = await open(join(folder, 'db.log'), 'w');
  const child = spawn(
    existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd',
    [
      '--no-defaults',
      ...settings(folder),
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=48M',
      '--character-set-server=utf8mb4',
    ],
    { stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  await until(async () => {
    const greeted = connect(socket);
    await once(greeted, 'data');
    greeted.destroy();
  }, child);
  return { process: child, host: `localhost:${socket}` };
}
