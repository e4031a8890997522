import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { LoadedConfig } from '../config/load.ts';
import { printableRedisAddress } from '../config/redis-address.ts';
import { PermanentError, TransientError } from '../errors.ts';
import { OpenPipeline } from '../service/open-pipeline.ts';
import { writeSeedText } from '../record/seed-format.ts';
import { createSend, type Send } from '../http/send.ts';
import { pushDestinations } from './destinations.ts';
import { RedisClock } from '../redis/redis-clock.ts';
import { startRedisServer } from '../redis/redis-server.ts';
import { startTracing } from '../tracing/start-tracing.ts';
import { httpClientFor } from './http-client.ts';
import { destinationLog, loggedFetch, noticeLog, troubleLog } from './log/log.ts';

/** Where the pipeline's Redis is: the configured one, or a private server of our own in `dataDir`. */
async function redisFor(config: LoadedConfig): Promise<{ url: string } & Partial<AsyncDisposable>> {
  if (config.redis.url !== '') return { url: config.redis.url };
  return await startRedisServer({ dataDir: config.dataDir, persist: true });
}

/** How long to wait for a Redis that does not answer. */
export interface Patience {
  /** Milliseconds; a service waits for ever. */
  patienceMs: number;
  /** Ends the waiting. */
  signal: AbortSignal;
}

export interface WorkOptions extends Patience {
  /** Says where traces go, for who works jobs. */
  environment?: Environment;
}

/** Of a command that somebody, or cron, waits for. */
export const REDIS_PATIENCE_MS = 10_000;

const ANSWER_MS = 5_000;
const ASK_AGAIN_MS = 1_000;

/** A Redis that answers, and not to us: no waiting makes it. */
const WANTS_PASSWORD = /\b(?:NOAUTH|WRONGPASS)\b|\bAUTH failed\b|invalid password/i;

function redisTrouble(redisUrl: string, cause: string): string {
  const redis = `Redis at ${printableRedisAddress(redisUrl)}`;
  return WANTS_PASSWORD.test(cause)
    ? `${redis} asks for another user or password (${cause}); write redis://user:\${PASSWORD}@host:port as redis.url, or redis://:\${PASSWORD}@host:port without a user`
    : `${redis} does not answer (${cause}); start it, or mend redis.url in the config`;
}

/**
 * Waits until Redis answers and is fit for us. Commands to a Redis that was never there pend for ever,
 * so that nothing else may be asked of it before. Throws `TransientError` `redis-down` when patience
 * ends, and what `OpenPipeline.enter` refuses.
 */
async function enter(
  open: OpenPipeline,
  log: Logger,
  { patienceMs, signal }: Patience,
  trouble: (cause: string) => string,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let told = '';
  for (;;) {
    try {
      const silence = delay(ANSWER_MS, undefined, { signal, ref: false }).then(() => {
        throw new TransientError('redis-silent', 'no answer');
      });
      const faults = await Promise.race([open.enter(), silence]);
      for (const { message } of faults) log.warn({ reason: message }, 'Redis may lose jobs');
      return;
    } catch (error) {
      if (error instanceof PermanentError) throw error;
      const isClock = error instanceof TransientError && error.code === 'wrong-clock';
      const reason = isClock
        ? error.message
        : trouble(error instanceof Error ? error.message : String(error));
      if (WANTS_PASSWORD.test(reason)) throw new PermanentError('redis-refused', reason);
      if (signal.aborted || Date.now() >= deadline) throw new TransientError('redis-down', reason);
      if (reason !== told) log.warn({ reason }, 'waiting for Redis');
      told = reason;
      await delay(ASK_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
}

export interface Work extends AsyncDisposable {
  open: OpenPipeline;
  send: Send;
}

/**
 * Opens everything a command that works the queues needs. What was opened is closed in the opposite
 * order when the result is disposed of: workers first, the private Redis server last.
 */
export async function openForWork(
  config: LoadedConfig,
  log: Logger,
  { environment = {}, ...patience }: WorkOptions,
): Promise<Work> {
  await using stack = new AsyncDisposableStack();
  const tracing = await startTracing(environment, (reason) =>
    log.warn({ reason }, 'traces do not get through'),
  );
  stack.use(tracing);
  const redis = await redisFor(config);
  stack.defer(() => redis[Symbol.asyncDispose]?.());
  const client = stack.use(httpClientFor(config));
  const sender = createSend({ userAgent: config.http.userAgent });
  stack.defer(() => sender.close());
  const fetch = loggedFetch(client.fetch, log);
  const report = troubleLog(log, Date.now);
  const clock = new RedisClock();
  let lastTrouble = '';
  let hasEntered = false;
  const open: OpenPipeline = stack.use(
    new OpenPipeline(config, {
      redisUrl: redis.url,
      fetch,
      destinations: pushDestinations(config, {
        send: sender.send,
        // Pictures are asked for as pages are.
        fetch: (request) => open.fetchPatiently(request),
        renderText: writeSeedText,
      }),
      now: clock.now,
      clock,
      random: Math.random,
      onTrouble: (trouble) => {
        lastTrouble = trouble.error.message || trouble.error.name;
        // Until then that is what `enter` waits for, and says.
        if (hasEntered) report(trouble);
      },
      onDestination: destinationLog(log),
      onNotice: noticeLog(log),
      telemetry: tracing?.telemetry,
    }),
  );
  await enter(open, log, patience, (cause) => redisTrouble(redis.url, lastTrouble || cause));
  hasEntered = true;
  const opened = stack.move();
  const { send } = sender;
  return { open, send, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
