import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { Queues } from '../../src/queue/queues.ts';
import { OwnRedis } from '../support/redis/own-redis.ts';
import { Service, writeConfig } from '../support/commands/service.ts';
import { configOf, PREFIX } from './config.ts';
import { cutTail } from './power-cut.ts';
import { fullDisk, type SmallDisk } from './small-disk.ts';
import { readJournal, type JournalLine } from './journal.ts';
import { HOSTS, stepKeys, WORKERS, type Fault, type FaultKind, type Plan } from './plan.ts';
import { Proxy } from '../support/site/proxy.ts';
import { Sources, type SourceTrouble } from './sources.ts';

const RESTART_MS = 200;

type ConfigFile = { path: string; dir: string } & AsyncDisposable;

async function during(durationMs: number, begin: () => unknown, end: () => unknown): Promise<void> {
  await begin();
  await delay(durationMs);
  await end();
}

/** Redis, workers and a site in processes of their own, between them a network that can be hurt. */
export class World implements AsyncDisposable {
  readonly sources: Sources;
  readonly redis: OwnRedis;
  readonly proxy: Proxy;
  readonly workers: Service[] = [];
  /** Bytes that workers of the past have logged; `logBytes` has all. */
  #loggedBefore = 0;
  readonly journalPath: string;
  readonly #config: ConfigFile;
  readonly #disk: SmallDisk | undefined;
  #consumer: ChildProcess | undefined;
  #isOpen = true;
  /** Folders of the versions that workers run, in turn. */
  readonly #versions: (string | undefined)[];
  #starts = 0;
  /** Workers that ended although nobody had them end, with their last words. */
  readonly unexpectedEnds: string[] = [];
  readonly #asked = new Set<Service>();

  private constructor(parts: {
    sources: Sources;
    redis: OwnRedis;
    proxy: Proxy;
    config: ConfigFile;
    disk: SmallDisk | undefined;
    beside: string | undefined;
  }) {
    this.sources = parts.sources;
    this.redis = parts.redis;
    this.proxy = parts.proxy;
    this.#config = parts.config;
    this.#disk = parts.disk;
    this.#versions = parts.beside === undefined ? [undefined] : [undefined, parts.beside];
    this.journalPath = join(parts.config.dir, 'journal');
  }

  /** All is up and works when this resolves. `beside`: the folder of a version that every other worker runs. */
  static async open(plan: Plan, beside?: string): Promise<World> {
    const sources = await Sources.start(plan);
    const needsDisk = plan.faults.some(({ kind }) => kind === 'full-disk');
    const disk = needsDisk ? await fullDisk() : undefined;
    const redis = await OwnRedis.prepare({}, disk?.dir);
    await redis.start();
    const proxy = await Proxy.start(redis.port);
    const url = `redis://127.0.0.1:${proxy.port}`;
    const config = await writeConfig(configOf(sources, url));
    const world = new World({ sources, redis, proxy, config, disk, beside });
    for (let number = 0; number < WORKERS; number += 1) world.#startWorker(number);
    world.#startConsumer();
    await Promise.all(world.workers.map((worker) => worker.says('"working"')));
    return world;
  }

  #startWorker(number: number): void {
    const version = this.#versions[this.#starts % this.#versions.length];
    this.#starts += 1;
    const worker = new Service(this.#config.path, ['run'], {}, version);
    const before = this.workers[number];
    this.#loggedBefore += before?.output.length ?? 0;
    this.workers[number] = worker;
    void worker.exited.then(async () => {
      if (!this.#isOpen) return;
      if (!this.#asked.has(worker)) this.unexpectedEnds.push(worker.output.slice(-1_000));
      await delay(RESTART_MS);
      if (this.#isOpen) this.#startWorker(number);
    });
  }

  #startConsumer(): void {
    const program = new URL('consumer.ts', import.meta.url).pathname;
    const args = [program, `redis://127.0.0.1:${this.proxy.port}`, PREFIX, this.journalPath];
    const consumer = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    this.#consumer = consumer;
    void once(consumer, 'exit').then(async () => {
      await delay(RESTART_MS);
      if (this.#isOpen) this.#startConsumer();
    });
  }

  journal(): JournalLine[] {
    return existsSync(this.journalPath) ? readJournal(readFileSync(this.journalPath, 'utf8')) : [];
  }

  logBytes(): number {
    return this.#loggedBefore + this.workers.reduce((sum, { output }) => sum + output.length, 0);
  }

  /** Resolves when the fault is over. */
  async suffer(fault: Fault): Promise<void> {
    const ways: Record<FaultKind, () => unknown> = {
      ...this.#faultsOfWorkers(fault),
      ...this.#faultsOfRedis(fault),
      ...this.#faultsOfNetwork(fault),
      ...this.#faultsOfSites(fault),
    };
    await ways[fault.kind]();
  }

  #faultsOfWorkers({ target, durationMs }: Fault) {
    const worker = this.workers[target % WORKERS]!;
    const end = (each: Service, signal: 'SIGKILL' | 'SIGTERM') => {
      this.#asked.add(each);
      each.child.kill(signal);
    };
    return {
      'kill-worker': () => end(worker, 'SIGKILL'),
      'restart-worker': () => end(worker, 'SIGTERM'),
      'kill-at-step': () =>
        this.proxy.setTrap(stepKeys[target]!, durationMs % 2 === 0 ? 'before' : 'after', () => {
          for (const each of this.workers) end(each, 'SIGKILL');
        }),
      'stop-worker': () =>
        during(
          durationMs,
          () => worker.child.kill('SIGSTOP'),
          () => worker.child.kill('SIGCONT'),
        ),
    };
  }

  #faultsOfRedis({ durationMs }: Fault) {
    const { redis } = this;
    const outOfMemory = () =>
      during(
        durationMs,
        () => redis.use((client) => client.config('SET', 'maxmemory', '1')),
        () => this.#roomInMemory(),
      );
    return {
      'kill-redis': () =>
        during(
          durationMs,
          () => redis.kill(),
          () => redis.start(),
        ),
      'stop-redis': () =>
        during(
          durationMs,
          () => redis.signal('SIGSTOP'),
          () => redis.signal('SIGCONT'),
        ),
      'power-cut': async () => {
        await redis.kill();
        cutTail(redis.dir, durationMs * 4);
        await delay(durationMs);
        await redis.start();
      },
      'lose-everything': () => redis.use(async (client) => void (await client.flushall())),
      'full-memory': outOfMemory,
      'full-disk': () => {
        const disk = this.#disk;
        if (!disk) return outOfMemory();
        return during(
          durationMs,
          () => disk.fill(),
          () => disk.empty(),
        );
      },
    };
  }

  #faultsOfNetwork({ durationMs }: Fault) {
    const { proxy } = this;
    return {
      'cut-connections': () => proxy.cutAll(),
      'black-hole': () => proxy.swallowAll(),
      'refuse-connections': () => {
        proxy.cutAll();
        return during(
          durationMs,
          () => (proxy.isRefusing = true),
          () => (proxy.isRefusing = false),
        );
      },
      'slow-network': () =>
        during(
          durationMs,
          () => (proxy.latencyMs = 150),
          () => (proxy.latencyMs = 0),
        ),
      'lose-reply': () => (proxy.losesNextReply = true),
    };
  }

  #faultsOfSites({ target, durationMs }: Fault) {
    const consumer = this.#consumer;
    const failing = `${this.journalPath}.fails`;
    const source = (trouble: SourceTrouble) => () =>
      during(
        durationMs,
        () => this.sources.trouble.set(target % HOSTS.length, trouble),
        () => this.sources.trouble.delete(target % HOSTS.length),
      );
    return {
      'kill-consumer': () => consumer?.kill('SIGKILL'),
      'stop-consumer': () =>
        during(
          durationMs,
          () => consumer?.kill('SIGSTOP'),
          () => consumer?.kill('SIGCONT'),
        ),
      'site-fails': () =>
        during(
          durationMs,
          () => writeFileSync(failing, ''),
          () => rmSync(failing, { force: true }),
        ),
      'source-slow': source('slow'),
      'source-errors': source('errors'),
      'source-cuts': source('cuts'),
      'source-throttles': source('throttles'),
    };
  }

  async #roomInMemory(): Promise<void> {
    await this.redis.use((client) => client.config('SET', 'maxmemory', '0'));
  }

  /** Ends every fault: from here on all must come right by itself. */
  async heal(): Promise<void> {
    this.proxy.heal();
    await this.#roomInMemory();
    await Promise.all(this.workers.map((worker) => worker.says('"working"').catch(() => {})));
  }

  /** A connection around the proxy, with the queues on it. */
  async look<T>(work: (redis: Redis, queues: Queues) => Promise<T>): Promise<T> {
    return await this.redis.use(async (client) => {
      const queues = new Queues(client, PREFIX, [{ type: 'queue', name: 'republish' }]);
      try {
        return await work(client, queues);
      } finally {
        await queues.close();
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOpen = false;
    this.#consumer?.kill('SIGKILL');
    for (const worker of this.workers) await worker[Symbol.asyncDispose]();
    await this.proxy[Symbol.asyncDispose]();
    await this.redis[Symbol.asyncDispose]();
    await this.sources[Symbol.asyncDispose]();
    await this.#config[Symbol.asyncDispose]();
    await this.#disk?.[Symbol.asyncDispose]();
  }
}
