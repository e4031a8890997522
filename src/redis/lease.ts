import type { RedisClient } from './redis-client.ts';

// Frees what we hold, and nothing that somebody else has leased since ours ran out.
const RELEASE_LEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

export interface LeaseScripts {
  releaseLease(lease: string, value: string): Promise<null>;
}

/** The client, with the command that ends a lease, whose key holds a value of its holder's own. */
export function withLeaseScripts(redis: RedisClient): RedisClient & LeaseScripts {
  redis.defineCommand('releaseLease', { numberOfKeys: 1, lua: RELEASE_LEASE });
  return redis as RedisClient & LeaseScripts;
}
