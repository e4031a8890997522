import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, inject } from 'vitest';

/**
 * The run's Redis and a key prefix of the calling file's own: files run side by side on one server.
 * Every key under the prefix is deleted when the file is done. Call it once, at the top of a file.
 */
export function testRedis(): { url: string; prefix: string } {
  const url = inject('redisUrl');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  afterAll(async () => {
    const redis = new Redis(url);
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1_000 })) {
      if (keys.length > 0) await redis.unlink(keys);
    }
    await redis.quit();
  });
  return { url, prefix };
}
