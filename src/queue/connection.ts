import { Redis, type RedisOptions } from 'ioredis';

// A connection whose packets vanish without a reset is noticed only by silence; the limit must stay
// above the 5 s for which an idle worker waits for a job.
const SILENCE_MS = 15_000;

const shared = {
  connectTimeout: 5_000,
  keepAlive: 10_000,
  socketTimeout: SILENCE_MS,
} satisfies RedisOptions;

export type Connection = Redis;

/** For workers: waits for Redis as long as it takes. */
export function workerConnection(url: string): Connection {
  return new Redis(url, { ...shared, maxRetriesPerRequest: null });
}

/** For producers and the store: an answer or an error, soon. */
export function commandConnection(url: string): Connection {
  return new Redis(url, { ...shared, maxRetriesPerRequest: 3, enableAutoPipelining: true });
}
