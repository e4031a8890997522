import { type RedisClient, scanKeys } from '../redis/redis-client.ts';

/** Deletes every key under a prefix. */
export async function wipe(redis: RedisClient, prefix: string): Promise<void> {
  for await (const { master, keys } of scanKeys(redis, `${prefix}:*`)) {
    // One by one: keys of a cluster's several slots cannot be named in one command.
    await Promise.all(keys.map((key) => master.unlink(key)));
  }
}
