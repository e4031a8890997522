import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../redis/own-redis.ts';
import { stop, until } from './child-processes.ts';

export const PHP = 'php';

export const LIMITS = [
  ['memory_limit', '256M'],
  ['upload_max_filesize', '16M'],
  ['post_max_size', '20M'],
  // Code that a test puts in is run at once.
  ['opcache.revalidate_freq', '0'],
].flatMap(([name, value]) => ['-d', `${name}=${value}`]);

/** PHP's own web server, and the processes that answer for it. */
export interface PhpServer {
  stop(): Promise<void>;
}

interface ServerOptions {
  /** Of the folder's `site`, where it also writes its log. */
  folder: string;
  port: number;
  /** In this folder. */
  script: string;
  workers: number;
  options?: string[];
  environment?: Record<string, string>;
}

export async function startPhpServer({
  folder,
  port,
  script,
  workers,
  options = [],
  environment = {},
}: ServerOptions): Promise<PhpServer> {
  const log = await open(join(folder, `${script}.log`), 'a');
  const site = join(folder, 'site');
  const child = spawn(
    PHP,
    [
      ...LIMITS,
      ...options,
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      site,
      join(import.meta.dirname, script),
    ],
    {
      // Its workers are its children: a group of their own ends with one signal.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, ...environment, PHP_CLI_SERVER_WORKERS: String(workers) },
    },
  );
  await log.close();
  await until(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/wp-json/?_fields=name`);
    if (response.status >= 500) throw new Error(`answered ${response.status}`);
  }, child);
  return { stop: () => stop(child, { isLeader: true }) };
}

export interface PhpConsole extends PhpServer {
  /** Runs code inside the site and gives what it prints. */
  run(code: string): Promise<string>;
}

/** Whoever else is on this machine may not run code in the site. */
const SECRET_HEADER = 'x-console-secret';

/** Runs PHP inside a site that is at `sitePort`, in a server that has WordPress compiled already: a process for each piece of code would compile it anew. */
export async function openPhpConsole(folder: string, sitePort: number): Promise<PhpConsole> {
  const port = await freePort();
  const secret = randomUUID();
  const server = await startPhpServer({
    folder,
    port,
    script: 'console.php',
    workers: 2,
    options: ['-d', 'max_execution_time=0'],
    environment: { CONSOLE_SECRET: secret, SITE_PORT: String(sitePort) },
  });
  return {
    ...server,
    run: async (code) => {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        redirect: 'manual',
        headers: { [SECRET_HEADER]: secret, 'content-type': 'text/plain' },
        body: code,
      });
      const printed = await response.text();
      if (response.status !== 200) throw new Error(`${code}\n${response.status}: ${printed}`);
      return printed;
    },
  };
}
