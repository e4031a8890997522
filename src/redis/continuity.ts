import type { RedisClient } from './redis-client.ts';

/** Which connection, to which run of the server, a write went over. */
export interface Witness {
  connection: number;
  run: string;
}

/**
 * Counts connections. What Redis acknowledged in its last second may be gone after a crash (its file
 * is flushed once a second), so that two writes of which the second vouches for the first belong to one
 * connection: take the count before the first, and leave the second out when it has changed.
 */
export function connectionCount(redis: RedisClient): () => number {
  let count = 0;
  // The first connection loses nothing: what was asked before it was ready is asked on it.
  let wasReady = redis.status === 'ready';
  redis.on('ready', () => {
    if (wasReady) count += 1;
    wasReady = true;
  });
  return () => count;
}
