import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startRedisServer } from '../../../src/redis/redis-server.ts';

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-redis-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function withClient<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  redis.on('error', () => {}); // it reconnects while the server is started again
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

const moduleUrl = new URL('../../../src/redis/redis-server.ts', import.meta.url).href;

/** Another process that holds the server until it is killed; resolves to its pid and the server's. */
async function holdInAnotherProcess() {
  const script = `
    import { startRedisServer } from ${JSON.stringify(moduleUrl)};
    const server = await startRedisServer({ dataDir: process.argv[1], persist: true });
    console.log(server.pid);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(holder.stdout), 'line');
  return { holder, serverPid: Number(line) };
}

describe('a private Redis server', () => {
  test('is a real server without eviction that no other user can reach', async () => {
    await using server = await startRedisServer({ dataDir, persist: true });
    await withClient(server.url, async (redis) => {
      expect(await redis.config('GET', 'maxmemory-policy')).toEqual([
        'maxmemory-policy',
        'noeviction',
      ]);
      expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
      expect(await redis.config('GET', 'port')).toEqual(['port', '0']);
    });
    expect((await stat(join(dataDir, 'redis'))).mode & 0o077).toBe(0);
  });

  test('keeps its data over a stop and a new start, on the same socket', async () => {
    const first = await startRedisServer({ dataDir, persist: true });
    await withClient(first.url, (redis) => redis.set('k', 'v'));
    await first.stop();
    await gone(first.pid);

    await using second = await startRedisServer({ dataDir, persist: true });
    expect(second.url).toBe(first.url);
    expect(await withClient(second.url, (redis) => redis.get('k'))).toBe('v');
  });

  test('leaves nothing on disk to load when it is not to persist', async () => {
    const first = await startRedisServer({ dataDir, persist: false });
    await withClient(first.url, (redis) => redis.set('k', 'v'));
    await first.stop();

    await using second = await startRedisServer({ dataDir, persist: false });
    expect(await withClient(second.url, (redis) => redis.get('k'))).toBeNull();
  });

  test('is shared by all who start at once, and stops with the last', async () => {
    const servers = await Promise.all(
      Array.from({ length: 4 }, () => startRedisServer({ dataDir, persist: true })),
    );
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    const [last, ...others] = servers;
    await Promise.all(others.map((server) => server.stop()));
    expect(await withClient(last!.url, (redis) => redis.ping())).toBe('PONG');
    await last!.stop();
    await gone(last!.pid);
  });

  test('is shared with another process and outlives the process that started it', async () => {
    const { holder, serverPid } = await holdInAnotherProcess();
    await using server = await startRedisServer({ dataDir, persist: true });
    expect(server.pid).toBe(serverPid);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await withClient(server.url, (redis) => redis.ping())).toBe('PONG');
  });

  test('shuts down by itself when its only holder is killed, and keeps the data', async () => {
    const { holder, serverPid } = await holdInAnotherProcess();
    await withClient(join(dataDir, 'redis', 'redis.sock'), (redis) => redis.set('k', 'v'));
    holder.kill('SIGKILL');
    await gone(serverPid);

    await using server = await startRedisServer({ dataDir, persist: true });
    expect(await withClient(server.url, (redis) => redis.get('k'))).toBe('v');
  });

  test('is started again, with its data, when it is killed, and clients reconnect', async () => {
    const log: string[] = [];
    await using server = await startRedisServer({
      dataDir,
      persist: true,
      log: (message) => log.push(message),
    });
    const killed = server.pid;
    await withClient(server.url, async (redis) => {
      await redis.set('k', 'v');
      process.kill(killed, 'SIGKILL');
      await vi.waitFor(() => expect(server.pid).not.toBe(killed), 10_000);
      expect(await redis.get('k')).toBe('v');
    });
    expect(log.join('\n')).toContain('ended unexpectedly');
  });

  test('loads what is left of an append-only file whose end is cut off', async () => {
    const first = await startRedisServer({ dataDir, persist: true });
    await withClient(first.url, async (redis) => {
      await redis.set('first', 'v');
      await redis.set('second', 'w');
    });
    await first.stop();
    const files = await readdir(join(dataDir, 'redis'), { recursive: true });
    const journal = join(
      dataDir,
      'redis',
      files.find((name) => /\.incr\.aof$|\w\.aof$/.test(name))!,
    );
    await truncate(journal, (await stat(journal)).size - 3);

    await using second = await startRedisServer({ dataDir, persist: true });
    const values = await withClient(second.url, (redis) => redis.mget('first', 'second'));
    expect(values).toEqual(['v', null]);
  });

  test('can be reached although its folder is too deep for the path of a socket', async () => {
    const deep = join(dataDir, 'd'.repeat(120));
    const server = await startRedisServer({ dataDir: deep, persist: false });
    expect(await withClient(server.url, (redis) => redis.ping())).toBe('PONG');
    await server.stop();
    await rm(join(server.url, '..'), { recursive: true });
  });

  test('says in its own words why it did not start', async () => {
    await mkdir(join(dataDir, 'redis', 'redis.sock'), { recursive: true });
    await expect(startRedisServer({ dataDir, persist: true })).rejects.toMatchObject({
      code: 'redis-start',
      message: expect.stringContaining('socket'),
    });
  });

  test('names the choices when no server program is installed', () => {
    const script = `
      import { startRedisServer } from ${JSON.stringify(moduleUrl)};
      process.env.PATH = ${JSON.stringify(dataDir)};
      await startRedisServer({ dataDir: process.argv[1], persist: true }).catch((error) => {
        console.log(error.name, error.code, error.message);
      });`;
    // The folder and its pipe are there: making them takes programs from PATH.
    mkdirSync(join(dataDir, 'redis'));
    spawnSync('mkfifo', [join(dataDir, 'redis', 'holders')]);
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, dataDir], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(
      /^PermanentError no-redis-server .*apt-get.*redis\.url.*docker compose/s,
    );
  });
});
