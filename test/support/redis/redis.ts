import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { masters } from '../../../src/redis/redis-client.ts';

/**
 * The run's Redis and a key prefix of the calling file's own: files run side by side on one server.
 * Every key under the prefix is deleted when the file is done. Call it once, at the top of a file.
 */
export function testRedis(): { url: string; prefix: string } {
  const url = inject('redisUrl');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  afterAll(async () => {
    const connection = workerConnection(url);
    for (const master of masters(connection)) {
      for await (const keys of master.scanStream({ match: `${prefix}*`, count: 1_000 })) {
        await Promise.all((keys as string[]).map((key) => master.unlink(key)));
      }
    }
    connection.disconnect();
  });
  return { url, prefix };
}
