import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import { MemoryStore } from '../../../../src/store/health/memory.ts';
import { Keys } from '../../../../src/store/keys.ts';

const DAY = 86_400_000;

/** A Redis that says this of its memory. */
function storeOf(info: string) {
  const redis = Object.assign(new MemoryRedis(), { info: async () => info });
  return new MemoryStore(redis as never, new Keys('news'));
}

test.each([
  ['used_memory:300\r\nmaxmemory:1000\r\n', { usedBytes: 300, limitBytes: 1_000, use: 0.3 }],
  ['used_memory:300\r\nmaxmemory:0\r\n', { usedBytes: 300, limitBytes: null, use: 0 }],
  ['', { usedBytes: 0, limitBytes: null, use: 0 }],
])('%j', async (info, figures) => {
  expect(await storeOf(info).read()).toEqual({ ...figures, days: [] });
});

test('the latest figure of each of thirty days is kept, oldest first', async () => {
  const store = storeOf('used_memory:300\r\n');
  for (const day of [40, 39, 10, 9]) await store.sample(day * DAY + 5);
  await store.sample(40 * DAY - 1);
  expect((await store.read()).days).toEqual([
    { day: 10, usedBytes: 300 },
    { day: 39, usedBytes: 300 },
    { day: 40, usedBytes: 300 },
  ]);
});
