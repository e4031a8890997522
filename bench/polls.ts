// How many unchanged feeds (304) a second one process polls through the real queue, beside a bare
// undici loop over the same feeds in the same run, and what a source costs Redis; with 1,000 and with
// 10,000 sources, ten of each host. `npm run bench -- polls page` tells what the operators' page costs beside it.

import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Agent, request } from 'undici';
import { completeSources, type LoadedConfig } from '../src/config/load.ts';
import { configSchema } from '../src/config/schema.ts';
import { createHttpClient } from '../src/http/client.ts';
import { OpenPipeline } from '../src/service/open-pipeline.ts';
import { feedId } from '../src/queue/queues.ts';
import { startRedisServer } from '../src/redis/redis-server.ts';
import { serveWeb, type WebServer } from '../src/web/web-server.ts';
import { median, processorMs, rate } from './measure.ts';

const SIZES = [1_000, 10_000];
const FEEDS_PER_HOST = 10;
const ROUNDS = 3;
const WIDTH = 50;

const loopback = (
  _host: string,
  options: { all?: boolean },
  done: (...answer: never[]) => void,
) => {
  const address = { address: '127.0.0.1', family: 4 };
  const reply = done as unknown as (error: null, ...answer: unknown[]) => void;
  if (options.all) reply(null, [address]);
  else reply(null, address.address, address.family);
};

function feedUrls(count: number, port: string): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `http://site-${Math.floor(n / FEEDS_PER_HOST)}.example:${port}/${n % FEEDS_PER_HOST}/feed.xml`,
  );
}

async function bareLoop(urls: string[]): Promise<number> {
  const agent = new Agent({ connect: { lookup: loopback as never } });
  const perSecond = await rate(urls, WIDTH, async (url) => {
    const headers = { 'if-none-match': '"bench"' };
    const { statusCode, body } = await request(url, { dispatcher: agent, headers });
    await body.dump();
    if (statusCode !== 304) throw new Error(`status ${statusCode}`);
  });
  await agent.destroy();
  return perSecond;
}

/** Enqueues a visit to every feed, then times the worker until the queue is empty. */
async function pollAll(open: OpenPipeline, urls: string[], round: number): Promise<number> {
  const { poll } = open.pipeline.queues;
  await poll.addBulk(
    urls.map((feedUrl, n) => {
      const data = { sourceId: `source-${n}`, feedUrl, force: true };
      return { name: 'poll', data, opts: { jobId: `bench-${round}-${feedId(data)}` } };
    }),
  );
  const start = performance.now();
  await open.work(['poll']);
  for (;;) {
    const left = await poll.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
    if (left === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (urls.length / (performance.now() - start)) * 1_000;
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

function configOf(urls: string[], prefix: string): LoadedConfig {
  const { include: _, ...config } = configSchema.parse({
    queue: { prefix },
    http: { perHost: { concurrency: 64, spacing: '0ms' } },
    sources: urls.map((url, n) => ({
      id: `source-${n}`,
      name: 'Harbour News',
      feeds: [url],
      schedule: '15m',
    })),
  });
  return { ...config, sources: completeSources(config), baseDir: '.', faults: [] };
}

/** A client that finds every host on loopback, and a pipeline on it. */
async function openOver(config: LoadedConfig, port: string, redisUrl: string) {
  await using stack = new AsyncDisposableStack();
  const client = stack.adopt(
    createHttpClient({
      userAgent: 'newsrelay-bench/1.0',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(port)],
      timeoutMs: 30_000,
      lookup: loopback as never,
    }),
    (one) => one.close(),
  );
  const open = stack.use(
    new OpenPipeline(config, {
      redisUrl,
      fetch: client.fetch,
      destinations: [],
      now: Date.now,
      random: Math.random,
      onTrouble: ({ error }) => console.error(error.message),
    }),
  );
  const opened = stack.move();
  return { open, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function measure(count: number, port: string, redisUrl: string): Promise<void> {
  const urls = feedUrls(count, port);
  const config = configOf(urls, `bench-${count}`);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const before = await usedMemory(redis);
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await bareLoop(urls);
    await using opened = await openOver(config, port, redisUrl);
    const ours = await pollAll(opened.open, urls, round);
    // The first round reads every feed for the first time, and its robots.txt: no 304 in it.
    if (round === 0) continue;
    ratios.push(ours / bare);
    console.log(
      `${count} sources, round ${round}: bare ${bare.toFixed(0)}/s, newsrelay ${ours.toFixed(0)}/s, ratio ${(ours / bare).toFixed(2)}`,
    );
  }
  // The articles found in the first round belong to the next stage, not to the sources.
  const scrapes = new Queue('scrape', { connection: redis, prefix: config.queue.prefix });
  await scrapes.obliterate({ force: true });
  await scrapes.close();
  const bytes = (await usedMemory(redis)) - before;
  console.log(
    `${count} sources: median ratio ${median(ratios).toFixed(2)}, ${(bytes / count).toFixed(0)} bytes of Redis a source`,
  );
  redis.disconnect();
}

const PAGE_SOURCES = 2_000;
const PAGE_ROUNDS = 11;

/**
 * What the operators' page costs the service: the processor time of the same polls with the page served and without,
 * which take turns, and that of a look at the page and at the metrics.
 */
async function measurePage(port: string, redisUrl: string): Promise<void> {
  const urls = feedUrls(PAGE_SOURCES, port);
  const config = configOf(urls, 'bench-page');
  const served = async (open: OpenPipeline): Promise<WebServer> => {
    const options = { listen: '127.0.0.1:0', token: '' };
    const faults = () => open.faults();
    return await serveWeb({ options, config, pipeline: open.pipeline, faults });
  };
  const pollsMs = async (round: number, hasPage: boolean): Promise<number> => {
    await using opened = await openOver(config, port, redisUrl);
    await using _page = hasPage ? await served(opened.open) : null;
    return await processorMs(() => pollAll(opened.open, urls, round));
  };
  // The first round reads every feed for the first time, and loads the page's code.
  await pollsMs(0, true);
  const ratios: number[] = [];
  for (let round = 1; round <= PAGE_ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [false, true] : [true, false];
    const spent = new Map<boolean, number>();
    for (const hasPage of order) {
      spent.set(hasPage, await pollsMs(2 * round + Number(hasPage), hasPage));
    }
    ratios.push(spent.get(true)! / spent.get(false)!);
  }
  await using opened = await openOver(config, port, redisUrl);
  await using page = await served(opened.open);
  const looks: number[] = [];
  for (let look = 0; look < PAGE_ROUNDS; look += 1) {
    looks.push(
      await processorMs(async () => {
        for (const path of ['', 'metrics']) await (await fetch(page.url + path)).arrayBuffer();
      }),
    );
  }
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  console.log(
    `${PAGE_SOURCES} sources polled with the page served: ${median(ratios).toFixed(3)} of the processor time without it (median of ${PAGE_ROUNDS} rounds, ${spread}); a look at the page and the metrics takes ${median(looks).toFixed(0)} ms of processor`,
  );
}

/** @param args `page`: what the operators' page costs, instead of how fast polls are */
export async function run([what]: string[] = []): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-bench-'));
  const child = fork(join(import.meta.dirname, 'news-server.ts'), [
    String(FEEDS_PER_HOST),
    '20',
    '4000',
  ]);
  const origin = await new Promise<string>((resolve) =>
    child.once('message', (message) => resolve((message as { origin: string }).origin)),
  );
  {
    await using redis = await startRedisServer({ dataDir, persist: false });
    const { port } = new URL(origin);
    if (what === 'page') await measurePage(port, redis.url);
    else for (const size of SIZES) await measure(size, port, redis.url);
  }
  child.disconnect();
  await rm(dataDir, { recursive: true, force: true });
}
