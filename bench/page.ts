// How long the operators' front page takes and how many bytes it has, with 1,000 and 10,000 sources that
// have a week behind them; and what the same status costs as JSON and as metrics.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { configSchema } from '../src/config/schema.ts';
import { completeSources, type LoadedConfig } from '../src/config/load.ts';
import { feedId } from '../src/queue/queues.ts';
import { startRedisServer } from '../src/redis/redis-server.ts';
import { OpenPipeline } from '../src/service/open-pipeline.ts';
import { serveWeb } from '../src/web/web-server.ts';
import { median, processorMs } from './measure.ts';

const SIZES = [1_000, 10_000];
const ROUNDS = 9;
const HOUR_MS = 3_600_000;

function configOf(count: number, prefix: string): LoadedConfig {
  const { include: _, ...config } = configSchema.parse({
    queue: { prefix },
    sources: Array.from({ length: count }, (__, n) => ({
      id: `source-${n}`,
      name: `The Daily Number ${n}`,
      feeds: [`https://site-${n}.example/feed.xml`],
      schedule: '15m',
      republish: 'excerpt',
      recheck: [],
      minConfidence: 0,
    })),
  });
  return {
    ...config,
    sources: completeSources(config),
    baseDir: '.',
    faults: [],
  };
}

/** A week of every source: what it brought, how its feed fares; every fiftieth fails. */
async function fill({ pipeline }: OpenPipeline): Promise<void> {
  const nowMs = Date.now();
  const ids = [...pipeline.sources.values()];
  for (const [n, { id, feeds }] of ids.entries()) {
    const times = Array.from({ length: 40 }, (_, k) => nowMs - k * 4 * HOUR_MS);
    const { lastHour } = await pipeline.health.pulses.note(id, times, nowMs);
    const pauses = { firstHour: lastHour - 168, newAtMs: nowMs - HOUR_MS, gaps: [1, 1, 2] };
    await pipeline.health.pulses.save(id, pauses, nowMs + 9 * HOUR_MS);
    const failure = {
      sinceMs: nowMs - HOUR_MS,
      failures: 3,
      code: 'http-503',
      message: 'HTTP 503',
    };
    await pipeline.health.feeds.save(feedId({ sourceId: id, feedUrl: feeds[0]! }), {
      sourceId: id,
      polledAtMs: nowMs,
      succeededAtMs: nowMs,
      nextPollAtMs: nowMs + HOUR_MS,
      ...(n % 50 === 0 ? { failure } : {}),
    });
  }
}

async function measure(count: number, redisUrl: string): Promise<void> {
  const config = configOf(count, `bench-page-${count}`);
  await using open = new OpenPipeline(config, {
    redisUrl,
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    destinations: [],
    now: Date.now,
    random: Math.random,
    onTrouble: ({ error }) => console.error(error),
  });
  await fill(open);
  const { pipeline } = open;
  const options = { listen: '127.0.0.1:0', token: '' };
  await using page = await serveWeb({
    options,
    config,
    pipeline,
    faults: () => Promise.resolve([]),
  });
  for (const path of ['', 'status.json', 'metrics']) {
    const times: number[] = [];
    const spent: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      const ask = async () => {
        bytes = (await (await fetch(page.url + path)).arrayBuffer()).byteLength;
      };
      spent.push(await processorMs(ask));
      times.push(performance.now() - start);
    }
    const name = path === '' ? 'front page' : path;
    console.log(
      `${count} sources, ${name}: ${median(times).toFixed(0)} ms (${median(spent).toFixed(0)} ms of processor), ${(bytes / 1024).toFixed(0)} KiB`,
    );
  }
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-bench-'));
  {
    await using server = await startRedisServer({ dataDir, persist: false });
    const redis = new Redis(server.url);
    await redis.flushall();
    redis.disconnect();
    for (const size of SIZES) await measure(size, server.url);
  }
  await rm(dataDir, { recursive: true, force: true });
}
