import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * A Redis server of a test's own, which may be killed, stopped and started again on the same port and
 * the same data. Its settings are a safe production's; `settings` overrides them.
 */
export class OwnRedis implements AsyncDisposable {
  readonly port: number;
  readonly dir: string;
  readonly #settings: Record<string, string>;
  readonly #ownsDir: boolean;
  #child: ChildProcess | undefined;

  private constructor(
    port: number,
    dir: string,
    settings: Record<string, string>,
    ownsDir: boolean,
  ) {
    this.#ownsDir = ownsDir;
    this.port = port;
    this.dir = dir;
    this.#settings = settings;
  }

  /** With a port and an empty folder (or the caller's), but not running yet. */
  static async prepare(settings: Record<string, string> = {}, dir?: string): Promise<OwnRedis> {
    const folder = dir ?? (await mkdtemp(join(tmpdir(), 'newsrelay-own-redis-')));
    return new OwnRedis(await freePort(), folder, settings, dir === undefined);
  }

  static async start(settings: Record<string, string> = {}): Promise<OwnRedis> {
    const redis = await OwnRedis.prepare(settings);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  /** Resolves when the data is loaded. */
  async start(): Promise<void> {
    const settings = {
      bind: '127.0.0.1',
      port: String(this.port),
      dir: this.dir,
      save: '',
      appendonly: 'yes',
      'aof-load-truncated': 'yes',
      'maxmemory-policy': 'noeviction',
      ...this.#settings,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.#child = spawn('redis-server', args, { stdio: 'ignore' });
    await this.use(async (client) => {
      while ((await client.ping().catch(() => '')) !== 'PONG') await delay(10);
    });
  }

  /** A connection for the length of `work`. */
  async use<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const retryStrategy = () => 20;
    const { requirepass: password } = this.#settings;
    const client = new Redis(this.url, {
      maxRetriesPerRequest: null,
      retryStrategy,
      ...(password === undefined ? {} : { password }),
    });
    client.on('error', () => {}); // it may be starting
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  }

  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(name);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    if (this.#ownsDir) await rm(this.dir, { recursive: true, force: true });
  }
}
