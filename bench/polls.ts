// How many unchanged feeds (304) a second one process polls through the real queue, beside a bare
// undici loop over the same feeds in the same run, and what a source costs Redis; with 1,000 and with
// 10,000 sources, ten of each host.

import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Agent, request } from 'undici';
import { configSchema } from '../src/config/schema.ts';
import { createHttpClient } from '../src/http/client.ts';
import { OpenPipeline } from '../src/service/open-pipeline.ts';
import { feedId } from '../src/queue/queues.ts';
import { startRedisServer } from '../src/redis/redis-server.ts';
import { median, rate } from './measure.ts';

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

async function measure(count: number, port: string, redisUrl: string): Promise<void> {
  const urls = feedUrls(count, port);
  const config = configSchema.parse({
    queue: { prefix: `bench-${count}` },
    http: { perHost: { concurrency: 64, spacing: '0ms' } },
    sources: urls.map((url, n) => ({
      id: `source-${n}`,
      name: 'Harbour News',
      feeds: [url],
      schedule: '15m',
    })),
  });
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const before = await usedMemory(redis);
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const client = createHttpClient({
      userAgent: 'newsrelay-bench/1.0',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(port)],
      timeoutMs: 30_000,
      lookup: loopback as never,
    });
    const bare = await bareLoop(urls);
    const open = new OpenPipeline(config as never, {
      redisUrl,
      fetch: client.fetch,
      destinations: [],
      now: Date.now,
      random: Math.random,
      onTrouble: ({ error }) => console.error(error.message),
    });
    const ours = await pollAll(open, urls, round);
    await open[Symbol.asyncDispose]();
    await client.close();
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

export async function run(): Promise<void> {
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
    for (const size of SIZES) await measure(size, new URL(origin).port, redis.url);
  }
  child.disconnect();
  await rm(dataDir, { recursive: true, force: true });
}
