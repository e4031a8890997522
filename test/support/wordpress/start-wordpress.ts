import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Account {
  username: string;
  password: string;
}

export interface Wordpress {
  url: string;
  version: string;
  accounts: { admin: Account; publisher: Account; author: Account };
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

const SOURCE = '/usr/share/wordpress';
const PLUGIN = join(import.meta.dirname, '../../../wordpress/newsrelay');
const PHP = 'php';
const LIMITS = [
  '-d',
  'memory_limit=256M',
  '-d',
  'upload_max_filesize=16M',
  '-d',
  'post_max_size=20M',
  // Code that a test puts in is run at once.
  '-d',
  'opcache.revalidate_freq=0',
];

/** What is missing to run a WordPress on this machine, in plain words; empty when nothing is. */
export function missingForWordpress(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = ['php', 'mariadbd', 'mariadb-install-db', 'mariadb']
    .filter((name) => ![...folders, '/usr/sbin'].some((folder) => existsSync(join(folder, name))))
    .concat(existsSync(join(SOURCE, 'wp-load.php')) ? [] : [`WordPress in ${SOURCE}`]);
  return missing.join(', ');
}

async function copySite(site: string): Promise<void> {
  // Links are followed: through one, WordPress would find Debian's own configuration.
  await cp(SOURCE, site, { recursive: true, dereference: true });
  await rm(join(site, '.htaccess'), { force: true });
  await mkdir(join(site, 'wp-content/uploads'), { recursive: true });
  await cp(PLUGIN, join(site, 'wp-content/plugins/newsrelay'), { recursive: true });
}

/** What code prints that runs inside the site. */
async function runPhp(site: string, port: number, code: string): Promise<string> {
  const server = `$_SERVER += ['HTTP_HOST' => '127.0.0.1:${port}', 'REQUEST_URI' => '/'];`;
  const load = `${server} require ${JSON.stringify(`${site}/wp-load.php`)};`;
  return (await run(PHP, [...LIMITS, '-r', `${load} ${code}`])).stdout;
}

/** A throwaway WordPress on loopback with its own database, in a folder of its own. */
export async function startWordpress({
  workers = 4,
  phpOptions = [],
}: { workers?: number; phpOptions?: string[] } = {}): Promise<Wordpress> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-wp-'));
  await chmod(folder, 0o700);
  const site = join(folder, 'site');
  const log = join(folder, 'php.log');
  const port = await freePort();
  await copySite(site);
  const database = await startDatabase(folder);
  let web: ChildProcess | undefined;
  const startWeb = async () => {
    web = await startPhp(folder, port, workers, phpOptions);
  };
  try {
    await writeFile(join(site, 'wp-config.php'), configFile(port, database, log), { mode: 0o600 });
    const installer = join(import.meta.dirname, 'install.php');
    const { stdout } = await run(PHP, [...LIMITS, installer, site, String(port)]);
    const { version, ...accounts } = JSON.parse(stdout);
    await startWeb();
    return {
      url: `http://127.0.0.1:${port}`,
      version,
      accounts,
      php: (code) => runPhp(site, port, code),
      complaints: async () => (existsSync(log) ? readFile(log, 'utf8') : ''),
      meddle: async (code) => {
        const file = join(site, 'wp-content/mu-plugins/meddling.php');
        await mkdir(dirname(file), { recursive: true });
        // Whole at once: the site may be reading it.
        await writeFile(`${file}.new`, code === '' ? '' : `<?php ${code}`);
        await rename(`${file}.new`, file);
      },
      stopWeb: async () => stop(web),
      startWeb,
      close: async () => {
        await stop(web);
        await stop(database.process);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stop(web);
    await stop(database.process);
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Database {
  process: ChildProcess;
  host: string;
  password: string;
}

/** MariaDB on a socket of its own, without a port; small, and free to lose its data. */
async function startDatabase(folder: string): Promise<Database> {
  const data = `--datadir=${join(folder, 'db')}`;
  const socket = join(folder, 'db.sock');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  // Its temporary tables bear the number of its process, which is the same in every bootstrap: in a
  // folder that is shared, two that start at once take each other's away.
  const small = ['--innodb-log-file-size=8M', `--tmpdir=${folder}`];
  await run('mariadb-install-db', [
    '--no-defaults',
    ...asRoot,
    data,
    ...small,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const log = await open(join(folder, 'db.log'), 'w');
  const child = spawn(
    existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd',
    [
      '--no-defaults',
      ...asRoot,
      data,
      ...small,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=48M',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      '--character-set-server=utf8mb4',
    ],
    { stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  const password = randomBytes(12).toString('hex');
  const query = (sql: string) =>
    run('mariadb', ['--no-defaults', '-S', socket, '-uroot', '-e', sql]);
  await until(() => query('select 1'), child);
  await query(
    `create database wp character set utf8mb4; create user wp@localhost identified by '${password}'; grant all on wp.* to wp@localhost;`,
  );
  return { process: child, host: `localhost:${socket}`, password };
}

async function startPhp(
  folder: string,
  port: number,
  workers: number,
  phpOptions: string[],
): Promise<ChildProcess> {
  const log = await open(join(folder, 'web.log'), 'a');
  const router = join(import.meta.dirname, 'router.php');
  const child = spawn(
    PHP,
    [...LIMITS, ...phpOptions, '-S', `127.0.0.1:${port}`, '-t', join(folder, 'site'), router],
    {
      // Its workers are its children: a group of their own ends with one signal.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: String(workers) },
    },
  );
  await log.close();
  await until(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/wp-json/?_fields=name`);
    if (!response.ok) throw new Error(`answered ${response.status}`);
  }, child);
  return child;
}

function configFile(port: number, { host, password }: Database, log: string): string {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    [`${name}_KEY`, randomBytes(32).toString('hex')],
    [`${name}_SALT`, randomBytes(32).toString('hex')],
  ]);
  const values: [string, string | boolean][] = [
    ['DB_NAME', 'wp'],
    ['DB_USER', 'wp'],
    ['DB_PASSWORD', password],
    ['DB_HOST', host],
    ['DB_CHARSET', 'utf8mb4'],
    ['DB_COLLATE', ''],
    ['WP_HOME', `http://127.0.0.1:${port}`],
    ['WP_SITEURL', `http://127.0.0.1:${port}`],
    // Application passwords over plain http are for local sites only.
    ['WP_ENVIRONMENT_TYPE', 'local'],
    ['WP_DEBUG', true],
    ['WP_DEBUG_DISPLAY', false],
    ['WP_DEBUG_LOG', log],
    ['DISABLE_WP_CRON', true],
    ['WP_HTTP_BLOCK_EXTERNAL', true],
    ['AUTOMATIC_UPDATER_DISABLED', true],
    ...(keys as [string, string][]),
  ];
  const defines = values.map(([name, value]) => `define('${name}', ${JSON.stringify(value)});`);
  return [
    '<?php',
    ...defines,
    "$table_prefix = 'wp_';",
    "if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );",
    "require_once ABSPATH . 'wp-settings.php';",
    '',
  ].join('\n');
}

async function until(attempt: () => Promise<unknown>, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error('the server ended at once', { cause: error });
      if (Date.now() > deadline) throw error;
      await delay(25);
    }
  }
}

/** Ends a child and, where it leads a group, its children. */
async function stop(child: ChildProcess | undefined): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const isLeader = child.spawnargs.includes('-S') && child.spawnfile === PHP;
  process.kill(isLeader ? -child.pid : child.pid, 'SIGTERM');
  const gaveUp = new AbortController();
  await Promise.race([
    ended,
    delay(10_000, undefined, { signal: gaveUp.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    ),
  ]);
  gaveUp.abort();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
