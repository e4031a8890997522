import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../redis/own-redis.ts';
import { stop } from './child-processes.ts';
import { startDatabase } from './database.ts';
import { openPhpConsole, startPhpServer } from './php.ts';
import { logIn, writeSiteConfig } from './site-config.ts';
import { copyInstalled, type Installed, SOURCE } from './template.ts';

export interface Wordpress extends Pick<Installed, 'version' | 'accounts'> {
  url: string;
  /** Runs PHP inside the site and gives what it prints. */
  php(code: string): Promise<string>;
  /** What PHP complained about so far. */
  complaints(): Promise<string>;
  /** Code that the site runs with every request, as another plugin of its owner's; empty takes it away. */
  meddle(code: string): Promise<void>;
  /** Stops the web server only, or starts it again, on the same port. */
  stopWeb(): Promise<void>;
  startWeb(): Promise<void>;
  close(): Promise<void>;
}

/** What is missing to run a WordPress on this machine, in plain words; empty when nothing is. */
export function missingForWordpress(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = ['php', 'mariadbd', 'mariadb-install-db', 'mariadb']
    .filter((name) => ![...folders, '/usr/sbin'].some((folder) => existsSync(join(folder, name))))
    .concat(existsSync(join(SOURCE, 'wp-load.php')) ? [] : [`WordPress in ${SOURCE}`]);
  return missing.join(', ');
}

async function meddleWith(folder: string, code: string): Promise<void> {
  const file = join(folder, 'site/wp-content/mu-plugins/meddling.php');
  await mkdir(dirname(file), { recursive: true });
  // Whole at once: the site may be reading it.
  await writeFile(`${file}.new`, code === '' ? '' : `<?php ${code}`);
  await rename(`${file}.new`, file);
}

/** A throwaway WordPress on loopback with its own database, in a folder of its own. */
export async function startWordpress({
  workers = 4,
  phpOptions = [],
}: { workers?: number; phpOptions?: string[] } = {}): Promise<Wordpress> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-wp-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o700);
  const [port, { version, accounts, databasePassword }] = await Promise.all([
    freePort(),
    copyInstalled(folder),
  ]);
  const database = await startDatabase(folder);
  // What it has not written yet is lost, as all of it is.
  stack.defer(() => stop(database.process, { signal: 'SIGKILL' }));
  await writeSiteConfig(folder, { port, host: database.host, databasePassword });
  const startWeb = () =>
    startPhpServer({ folder, port, script: 'router.php', workers, options: phpOptions });
  let web = await startWeb();
  stack.defer(() => web.stop());
  const console = await openPhpConsole(folder, port);
  stack.defer(() => console.stop());
  const started = stack.move();
  return {
    url: `http://127.0.0.1:${port}`,
    version,
    accounts,
    php: (code) => console.run(code),
    complaints: async () => (existsSync(logIn(folder)) ? readFile(logIn(folder), 'utf8') : ''),
    meddle: (code) => meddleWith(folder, code),
    stopWeb: () => web.stop(),
    startWeb: async () => {
      web = await startWeb();
    },
    close: () => started.disposeAsync(),
  };
}
