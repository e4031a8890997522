import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { stop } from './child-processes.ts';
import { installDatabase, startDatabase } from './database.ts';
import { LIMITS, PHP } from './php.ts';
import { writeSiteConfig } from './site-config.ts';

const run = promisify(execFile);

export interface Account {
  username: string;
  password: string;
}

export interface Installed {
  version: string;
  accounts: { admin: Account; publisher: Account; author: Account };
  databasePassword: string;
}

export const SOURCE = '/usr/share/wordpress';
const PLUGIN = join(import.meta.dirname, '../../../wordpress/newsrelay');

/** Names the folder in which the test files of one run share what they copy their sites from. */
export const TEMPLATE_VARIABLE = 'NEWSRELAY_TEST_WORDPRESS';

async function copySource(site: string): Promise<void> {
  // Links are followed: through one, WordPress would find Debian's own configuration.
  await run('cp', ['-rL', SOURCE, site]);
  await rm(join(site, '.htaccess'), { force: true });
  await mkdir(join(site, 'wp-content/uploads'), { recursive: true });
  await run('cp', ['-r', PLUGIN, join(site, 'wp-content/plugins/newsrelay')]);
}

/** Installs a WordPress into the folder: its files, its database at rest, and who may log in. */
async function install(folder: string): Promise<void> {
  const databasePassword = randomBytes(12).toString('hex');
  const site = join(folder, 'site');
  await Promise.all([copySource(site), installDatabase(folder, databasePassword)]);
  const database = await startDatabase(folder);
  // Each copy has an address of its own, which its config states; nobody asks this one anything.
  const port = 1;
  const { host } = database;
  try {
    await writeSiteConfig(folder, { port, host, databasePassword });
    const installer = join(import.meta.dirname, 'install.php');
    const { stdout } = await run(PHP, [...LIMITS, installer, site, String(port)]);
    const { version, ...accounts } = JSON.parse(stdout);
    await rm(join(site, 'wp-config.php'));
    const installed: Installed = { version, accounts, databasePassword };
    await writeFile(join(folder, 'installed.json'), JSON.stringify(installed), { mode: 0o600 });
  } finally {
    await stop(database.process);
  }
}

/** The template is there once, whoever of the run's processes needs it first. */
async function installOnce(template: string): Promise<void> {
  const making = `${template}-making`;
  const isFirst = await mkdir(making, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await install(making);
    await rename(making, template);
  }
  // Who waits in vain is stopped by the time limit of its hook.
  while (!existsSync(template)) await delay(50);
}

/** Puts a WordPress that is installed into the folder: `site` without a config, and `db`. */
export async function copyInstalled(folder: string): Promise<Installed> {
  const template = process.env[TEMPLATE_VARIABLE];
  if (template === undefined) {
    await install(folder);
  } else {
    if (!existsSync(template)) await installOnce(template);
    // Files that nobody writes to are shared. Those of the database are not of that kind.
    await Promise.all([
      run('cp', ['-al', join(template, 'site'), join(folder, 'site')]),
      run('cp', ['-a', join(template, 'db'), join(folder, 'db')]),
    ]);
  }
  const told = join(template ?? folder, 'installed.json');
  return JSON.parse(await readFile(told, 'utf8')) as Installed;
}
