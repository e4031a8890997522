import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { Keys } from '../../../src/store/keys.ts';
import { TakedownStore } from '../../../src/store/takedowns.ts';

test('what was taken down is found by any of its names, listed from the newest on, and lifted', async () => {
  const takedowns = new TakedownStore(MemoryRedis.client(), new Keys('news'), ['a-9']);
  await takedowns.add('a-1', { atMs: 5, reason: 'first' });
  await takedowns.add('a-2', { atMs: 9, reason: 'second' });
  await takedowns.add('a-3', { atMs: 7, reason: 'third' });
  expect(await takedowns.list()).toEqual([
    { name: 'a-2', atMs: 9, reason: 'second' },
    { name: 'a-3', atMs: 7, reason: 'third' },
    { name: 'a-1', atMs: 5, reason: 'first' },
  ]);
  expect(await takedowns.reasonFor(['x', 'a-2'])).toBe('second');
  expect(await takedowns.reasonFor(['x'])).toBeUndefined();
  expect(await takedowns.lift(['a-2', 'x'])).toBe(1);
  expect(await takedowns.reasonFor(['x', 'a-2'])).toBeUndefined();
});

test('an order of the config holds by itself, and one that is damaged is an order still', async () => {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  const takedowns = new TakedownStore(redis as never, keys, ['a-9']);
  expect([takedowns.isConfigured(['x', 'a-9']), takedowns.isConfigured(['x'])]).toEqual([
    true,
    false,
  ]);
  expect(await takedowns.reasonFor(['x', 'a-9'])).toBe('listed in the config');
  await redis.hset(keys.takedowns(), 'a-1', '{"atMs":');
  expect(await takedowns.reasonFor(['a-1'])).toBe('its reason cannot be read any more');
  expect(await takedowns.list()).toEqual([]);
});
