import { expect, test } from 'vitest';
import { isTooFull, memoryUse } from '../../../src/redis/memory-watch.ts';
import type { RedisClient } from '../../../src/redis/redis-client.ts';

test.each([
  [0.749, false, false],
  [0.75, false, true],
  [0.75, true, true],
  [0.7, true, true],
  [0.699, true, false],
  [0.7, false, false],
])('at a use of %d work that pauses (%s) is to pause: %s', (use, isPaused, isToPause) => {
  expect(isTooFull(use, isPaused)).toBe(isToPause);
});

const server = (used: number, limit: number | undefined) => ({
  isCluster: false,
  info: async (section: string) =>
    section === 'memory'
      ? `used_memory:${used}\r\n${limit === undefined ? '' : `maxmemory:${limit}\r\n`}`
      : '',
});

test('the use of Redis is the share of the fullest server, and none where there is no limit', async () => {
  const use = (...servers: ReturnType<typeof server>[]) =>
    memoryUse({ isCluster: true, nodes: () => servers } as unknown as RedisClient);
  expect(await use(server(10, 100), server(60, 80), server(50, 0))).toBe(0.75);
  expect(await use(server(10, 0))).toBe(0);
  expect(await use(server(1, 1))).toBe(1);
  expect(await use(server(10, undefined))).toBe(0);
  expect(await use()).toBe(0);
  expect(await memoryUse(server(25, 100) as unknown as RedisClient)).toBe(0.25);
});
