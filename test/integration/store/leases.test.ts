import { Redis } from 'ioredis';
import { afterAll, expect, test } from 'vitest';
import { AliasStore } from '../../../src/store/articles/aliases.ts';
import { Keys } from '../../../src/store/keys.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const client = new Redis(redis.url);
afterAll(() => client.quit());
const keys = new Keys(redis.prefix);
const aliases = new AliasStore(client, keys);

test('A place is one holder’s until that one gives it back.', async () => {
  const lease = await aliases.lease('harbour.example/a');
  expect(lease).toBeDefined();
  expect(await aliases.lease('harbour.example/a')).toBeUndefined();
  expect(await aliases.lease('harbour.example/b')).toBeDefined();
  await aliases.release('harbour.example/a', lease!);
  expect(await aliases.lease('harbour.example/a')).toBeDefined();
});

test('Who comes back late frees nothing that somebody else holds by then.', async () => {
  const late = await aliases.lease('harbour.example/c');
  await client.del(keys.addressLease('harbour.example/c'));
  const next = await aliases.lease('harbour.example/c');
  await aliases.release('harbour.example/c', late!);
  expect(await client.get(keys.addressLease('harbour.example/c'))).toBe(next);
});

test('What a dead worker held is free within ten seconds.', async () => {
  await aliases.lease('harbour.example/d');
  const leftMs = await client.pttl(keys.addressLease('harbour.example/d'));
  expect(leftMs).toBeGreaterThan(5_000);
  expect(leftMs).toBeLessThanOrEqual(10_000);
});
