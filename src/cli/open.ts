import type { Logger } from 'pino';
import type { LoadedConfig } from '../config/load.ts';
import { OpenPipeline } from '../processors/open-pipeline.ts';
import { writeSeedText } from '../article/seed-format.ts';
import { createSend } from '../http/send.ts';
import { pushDestinations } from './destinations.ts';
import { startRedisServer } from '../store/redis-server.ts';
import { httpClientFor } from './http-client.ts';
import { troubleLog } from './log.ts';

/** Where the pipeline's Redis is: the configured one, or a private server of our own in `dataDir`. */
async function redisFor(config: LoadedConfig): Promise<{ url: string } & Partial<AsyncDisposable>> {
  if (config.redis.url !== '') return { url: config.redis.url };
  return await startRedisServer({ dataDir: config.dataDir, persist: true });
}

export interface Work extends AsyncDisposable {
  open: OpenPipeline;
}

/**
 * Opens everything a command that works the queues needs. What was opened is closed in the opposite
 * order when the result is disposed of: workers first, the private Redis server last.
 */
export async function openForWork(config: LoadedConfig, log: Logger): Promise<Work> {
  await using stack = new AsyncDisposableStack();
  const redis = await redisFor(config);
  stack.defer(() => redis[Symbol.asyncDispose]?.());
  const client = stack.use(httpClientFor(config));
  const sender = createSend({ userAgent: config.http.userAgent });
  stack.defer(() => sender.close());
  const open = stack.use(
    new OpenPipeline(config, {
      redisUrl: redis.url,
      fetch: client.fetch,
      destinations: pushDestinations(config, {
        send: sender.send,
        fetch: client.fetch,
        renderText: writeSeedText,
        random: Math.random,
      }),
      now: Date.now,
      random: Math.random,
      onTrouble: troubleLog(log, Date.now),
      onHeld: (held) => log.warn(held, 'feed is held'),
    }),
  );
  const opened = stack.move();
  return { open, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
