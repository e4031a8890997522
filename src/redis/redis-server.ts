import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { PermanentError, TransientError } from '../errors.ts';
import { type Files, locked, prepareFolder } from './redis-folder.ts';

export interface RedisServerOptions {
  /** The server's files lie in its folder `redis`. */
  dataDir: string;
  /** Keep an append-only file, flushed every second; otherwise the data ends with the server. */
  persist: boolean;
  log?: (message: string) => void;
}

export interface RedisServer extends AsyncDisposable {
  /** Path of a Unix socket, which ioredis and BullMQ take as an URL. It stays the same over restarts. */
  readonly url: string;
  readonly pid: number;
  /** Lets go of the server; the last holder shuts it down and waits until its data is on disk. */
  stop(): Promise<void>;
}

const HOLDER = 'newsrelay-holder';
const REVIVAL_DELAY_MS = 500;

/**
 * Runs a private Redis, reachable only by this user, or joins the one that another process runs on
 * the same `dataDir`. The server lives as long as somebody holds it: after `kill -9` of the last
 * holder it shuts down cleanly by itself, and when the server itself dies it is started again on
 * the same socket, so that clients reconnect.
 *
 * Throws `PermanentError` (`no-redis-server`, `redis-folder`) or `TransientError` (`redis-start`).
 */
export async function startRedisServer(options: RedisServerOptions): Promise<RedisServer> {
  const { persist, log = () => {} } = options;
  const files = prepareFolder(resolve(options.dataDir, 'redis'));
  // Neither end of a pipe opened for both waits for the other, and every open one counts as a writer.
  const hold = fs.openSync(files.holders, fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
  const enter = () => locked(files.lock, () => joinOrSpawn(files, persist, log));

  let stopping: Promise<void> | undefined;
  let revival = Promise.resolve();
  let server: { client: Redis; pid: number };
  const watch = () =>
    server.client.once('end', () => {
      if (!stopping) revival = revive();
    });
  const revive = async () => {
    log('the private Redis server has ended unexpectedly; starting it again');
    while (!stopping) {
      await delay(REVIVAL_DELAY_MS);
      try {
        server = await enter();
        watch();
        return;
      } catch (error) {
        log(`the private Redis server could not be started again: ${String(error)}`);
      }
    }
  };
  const stop = async () => {
    await revival;
    await locked(files.lock, () => leave(server.client));
    fs.closeSync(hold);
  };

  try {
    server = await enter();
  } catch (error) {
    fs.closeSync(hold);
    throw error;
  }
  watch();
  const stopOnce = () => (stopping ??= stop());
  return {
    url: files.socket,
    get pid() {
      return server.pid;
    },
    stop: stopOnce,
    [Symbol.asyncDispose]: stopOnce,
  };
}

async function joinOrSpawn(files: Files, persist: boolean, log: (message: string) => void) {
  const client = (await connectTo(files.socket)) ?? (await spawnServer(files, persist));
  const info = await client.info('server');
  const pid = Number(/^process_id:(\d+)/m.exec(info)?.[1]);
  log(`private Redis server at ${files.socket}, process ${pid}`);
  return { client, pid };
}

/** Resolves when the server has loaded its data; undefined when nobody listens. */
async function connectTo(path: string): Promise<Redis | undefined> {
  const client = new Redis({
    path,
    connectionName: HOLDER,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: null,
  });
  client.on('error', () => {}); // connect() and `end` tell it as well
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}

// Ends the server when the last writer of the pipe is gone, however it went. The shell is the
// server's parent and reaps it only after `wait`, so that the process id cannot be somebody else's.
const SUPERVISION = `
holders=$1; shift
"$@" & server=$!
{ cat "$holders" >/dev/null; kill "$server"; } & watch=$!
wait "$server"; status=$?
kill "$watch" 2>/dev/null
exit "$status"`;

async function spawnServer(files: Files, persist: boolean): Promise<Redis> {
  const program = findProgram();
  const log = fs.openSync(files.log, 'a', 0o600);
  const supervisor = spawn(
    'sh',
    ['-c', SUPERVISION, 'newsrelay-redis', files.holders, program, ...settings(files, persist)],
    // A session of its own: Ctrl-C is for the holders, who stop the server after their work.
    { cwd: files.folder, detached: true, stdio: ['ignore', log, log] },
  );
  fs.closeSync(log);
  supervisor.unref();
  while (supervisor.exitCode === null && supervisor.signalCode === null) {
    const client = await connectTo(files.socket);
    if (client) return client;
    await delay(10);
  }
  const lastLines = fs.readFileSync(files.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new TransientError(
    'redis-start',
    `${program} did not start. From ${files.log}:\n${lastLines}`,
  );
}

function findProgram(): string {
  const names = ['redis-server', 'valkey-server'];
  const program = names.find((name) => spawnSync(name, ['--version']).status === 0);
  if (program) return program;
  throw new PermanentError(
    'no-redis-server',
    'No Redis server was found: neither redis-server nor valkey-server is on PATH. Install one ' +
      '(such as: sudo apt-get install redis-server), or set redis.url in the config (REDIS_URL) ' +
      'to a server that you have, or run `docker compose up`.',
  );
}

function settings({ folder, socket }: Files, persist: boolean): string[] {
  return Object.entries({
    port: '0',
    unixsocket: socket,
    unixsocketperm: '600',
    dir: folder,
    daemonize: 'no',
    save: '',
    appendonly: persist ? 'yes' : 'no',
    appendfsync: 'everysec',
    'aof-load-truncated': 'yes', // the last moment before a power cut may be half written
    'maxmemory-policy': 'noeviction', // BullMQ loses jobs under every other policy
  }).flatMap(([name, value]) => [`--${name}`, value]);
}

/** How many connections hold the server, by the answer to CLIENT LIST. */
export function holdersIn(clients: string): number {
  return clients.split('\n').filter((line) => line.split(' ').includes(`name=${HOLDER}`)).length;
}

async function leave(client: Redis): Promise<void> {
  if (client.status !== 'ready') return;
  if (holdersIn(String(await client.client('LIST'))) > 1) {
    await client.quit(); // answered, so that the next to leave no longer counts this connection
    return;
  }
  // The answer to SHUTDOWN is the end of the connection, when the process is gone.
  const ended = once(client, 'end');
  await client.shutdown().catch((error: unknown) => {
    if (client.status === 'ready') {
      throw new TransientError('redis-stop', `Redis refuses to stop: ${String(error)}`);
    }
  });
  await ended;
}
