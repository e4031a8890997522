// How many articles a second one process takes from feed to republish queue, beside the floor: what
// any such program has to do for an article, and nothing else, measured in the same run.

import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { parseDocument } from 'htmlparser2';
import { Redis } from 'ioredis';
import { Agent, request } from 'undici';
import { configSchema } from '../src/config/schema.ts';
import { createHttpClient } from '../src/http/client.ts';
import { OpenPipeline } from '../src/service/open-pipeline.ts';
import { pollPass } from '../src/operations/poll-pass.ts';
import { startRedisServer } from '../src/redis/redis-server.ts';
import { inventedArticle } from '../test/support/records/articles.ts';
import { median, rate } from './measure.ts';

const SOURCES = 50;
const ARTICLES = 20;
const PAGE_BYTES = 170_000;
const ROUNDS = 5;
const WIDTH = 20;

async function serveNews(): Promise<{ origin: string } & Disposable> {
  const child = fork(
    join(import.meta.dirname, 'news-server.ts'),
    [SOURCES, ARTICLES, PAGE_BYTES].map(String),
  );
  const { origin } = await new Promise<{ origin: string }>((resolve) =>
    child.once('message', (message) => resolve(message as { origin: string })),
  );
  return { origin, [Symbol.dispose]: () => child.disconnect() };
}

async function floor(origin: string, redisUrl: string): Promise<number> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('floor', { connection });
  const agent = new Agent({ connections: 64 });
  const urls = Array.from({ length: SOURCES }, (_, source) =>
    Array.from(
      { length: ARTICLES },
      (_, n) => `${origin}/${source}${inventedArticle(source, n).path}`,
    ),
  ).flat();
  const data = { text: 'x'.repeat(2_000) };
  const perSecond = await rate(urls, WIDTH, async (url) => {
    const { body } = await request(url, { dispatcher: agent });
    parseDocument(await body.text());
    await queue.add('scrape', data, { removeOnComplete: true });
    await queue.add('republish', data, { removeOnComplete: true });
  });
  await queue.obliterate({ force: true });
  await queue.close();
  await agent.close();
  connection.disconnect();
  return perSecond;
}

async function mainJob(origin: string, redisUrl: string, round: number): Promise<number> {
  const config = configSchema.parse({
    queue: { prefix: `bench-${round}` },
    http: { perHost: { concurrency: 64, spacing: '0ms' } },
    sources: Array.from({ length: SOURCES }, (_, source) => ({
      id: `source-${source}`,
      name: 'Harbour News',
      feeds: [`${origin}/${source}/feed.xml`],
      schedule: '15m',
      republish: 'full',
      recheck: [],
      firstReading: { newest: 'all' },
      minConfidence: 0,
      licence: { basis: 'own text', reference: 'bench' },
    })),
  });
  const client = createHttpClient({
    userAgent: 'newsrelay-bench/1.0',
    allowPrivateAddresses: ['127.0.0.0/8'],
    allowPorts: [Number(new URL(origin).port)],
    timeoutMs: 30_000,
  });
  await using open = new OpenPipeline(config as never, {
    redisUrl,
    fetch: client.fetch,
    destinations: [],
    now: Date.now,
    random: Math.random,
    onTrouble: ({ error }) => console.error(error.message),
  });
  await using pollResults = await open.results('poll');
  await using scrapeResults = await open.results('scrape');
  const start = performance.now();
  await open.work(['poll', 'scrape']);
  const summaries = await pollPass(open.pipeline, {
    sourceIds: [],
    force: true,
    signal: AbortSignal.timeout(120_000),
    pollResults,
    scrapeResults,
    onProgress: () => {},
  });
  const seconds = (performance.now() - start) / 1_000;
  const published = summaries.reduce((sum, summary) => sum + summary.published, 0);
  if (published !== SOURCES * ARTICLES) {
    throw new Error(`${published} articles published instead of ${SOURCES * ARTICLES}`);
  }
  await client.close();
  return published / seconds;
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-bench-'));
  {
    await using redis = await startRedisServer({ dataDir, persist: false });
    using news = await serveNews();
    const ratios: number[] = [];
    // The first round warms up both and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bare = await floor(news.origin, redis.url);
      const ours = await mainJob(news.origin, redis.url, round);
      if (round > 0) ratios.push(ours / bare);
      console.log(
        `round ${round}: floor ${bare.toFixed(0)}/s, newsrelay ${ours.toFixed(0)}/s, ratio ${(ours / bare).toFixed(2)}`,
      );
    }
    console.log(`median ratio ${median(ratios).toFixed(2)} (aim: 0.50)`);
  }
  await rm(dataDir, { recursive: true, force: true });
}
