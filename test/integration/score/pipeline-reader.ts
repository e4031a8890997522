import { completeSources } from '../../../src/config/load.ts';
import { configSchema } from '../../../src/config/schema.ts';
import { ThrottledError } from '../../../src/errors.ts';
import { createHttpClient } from '../../../src/http/client.ts';
import { OpenPipeline } from '../../../src/service/open-pipeline.ts';
import { pollFeed } from '../../../src/processors/poll/poll.ts';
import { feedId } from '../../../src/queue/queues.ts';
import { share, tickMs } from '../../../src/queue/schedule.ts';
import type { PollJob } from '../../../src/queue/topology.ts';
import type { Reader, ReaderOptions } from './simulation.ts';

interface Ticking {
  job: PollJob;
  nextTickMs: number;
  everyMs: number;
  /** When a job that was told to wait comes back. */
  delayedUntilMs: number | null;
}

/**
 * The service's own poll processor on a real Redis. What BullMQ does for it, ticks and delays, is done
 * here by the simulation's clock.
 */
export function createPipelineReader(
  options: ReaderOptions,
  redis: { url: string; prefix: string },
): Reader {
  const { clock } = options;
  const config = configOf(options, redis.prefix);
  const ticks = new Map(
    config.sources.map((source): [string, Ticking] => {
      const feedUrl = source.feeds[0] ?? '';
      const job = { sourceId: source.id, feedUrl, scheduled: true };
      const everyMs = tickMs(source.schedule);
      const nextTickMs = clock.nowMs + Math.floor(share(feedId(job)) * everyMs);
      return [feedUrl, { job, nextTickMs, everyMs, delayedUntilMs: null }];
    }),
  );
  const random = seededRandom(20_260_112);
  const open = () => openService(options, config, redis.url, random);
  let service = open();

  return {
    nextPollAtMs(feedUrl) {
      const { nextTickMs, delayedUntilMs } = ticking(ticks, feedUrl);
      return Math.min(nextTickMs, delayedUntilMs ?? Infinity);
    },
    async poll(feedUrl) {
      const tick = ticking(ticks, feedUrl);
      if (clock.nowMs >= tick.nextTickMs) tick.nextTickMs += tick.everyMs;
      tick.delayedUntilMs = null;
      const context = { id: `tick-${feedId(tick.job)}`, attempt: 1, starts: 1, signal: undefined };
      try {
        await pollFeed(tick.job, context, service.pipeline);
      } catch (error) {
        if (!(error instanceof ThrottledError)) throw error;
        tick.delayedUntilMs = error.untilMs;
      }
    },
    async restart() {
      await service.close();
      service = open();
    },
    close: () => service.close(),
  };
}

function openService(
  { clock, userAgent, lookup }: ReaderOptions,
  config: ReturnType<typeof configOf>,
  redisUrl: string,
  random: () => number,
) {
  const client = createHttpClient({
    userAgent,
    allowPrivateAddresses: config.http.allowPrivateAddresses,
    allowPorts: config.http.allowPorts,
    timeoutMs: config.http.timeout,
    lookup,
  });
  const pipeline = new OpenPipeline(config, {
    redisUrl,
    fetch: client.fetch,
    destinations: [],
    now: () => clock.nowMs,
    random,
    onTrouble: ({ error }) => {
      throw error;
    },
  });
  const close = async () => {
    await pipeline[Symbol.asyncDispose]();
    await client.close();
  };
  return { pipeline: pipeline.pipeline, close };
}

function configOf({ feedUrls, port }: ReaderOptions, prefix: string) {
  const { include: _, ...config } = configSchema.parse({
    queue: { prefix },
    http: { allowPrivateAddresses: ['127.0.0.0/8'], allowPorts: [port] },
    sources: feedUrls.map((feedUrl) => ({
      id: new URL(feedUrl).pathname.slice(1),
      name: 'Simulated news',
      feeds: [feedUrl],
      schedule: '1h',
      republish: 'link',
      recheck: [],
      firstReading: { newest: 'all' },
      minConfidence: 0,
    })),
  });
  return { ...config, sources: completeSources(config), baseDir: '.', faults: [] };
}

function ticking(ticks: Map<string, Ticking>, feedUrl: string): Ticking {
  const tick = ticks.get(feedUrl);
  if (!tick) throw new Error(`${feedUrl} is not among the feeds`);
  return tick;
}

/** The same numbers in every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
