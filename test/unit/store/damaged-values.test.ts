import { expect, test } from 'vitest';
import { z } from 'zod';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { DamagedValues } from '../../../src/store/damaged-values.ts';
import { Keys } from '../../../src/store/keys.ts';

const schema = z.object({ n: z.number() });
const DAY = 86_400_000;

function damaged() {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  return { redis, keys, values: new DamagedValues(redis as never, keys) };
}

test('a value that cannot be read is none, and its place is told; one that is not there is no fault', async () => {
  const { values } = damaged();
  expect(values.sound('{"n":7}', 'a', schema)).toEqual({ n: 7 });
  expect([values.sound(null, 'b', schema), values.sound('', 'c', schema)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(values.sound('{"n":', 'cut', schema)).toBeUndefined();
  expect(values.sound('{"n":"x"}', 'other', schema)).toBeUndefined();
  const told = await values.all();
  expect([...told.keys()]).toEqual(['cut', 'other']);
  expect(Math.abs(Date.now() - told.get('cut')!)).toBeLessThan(60_000);
});

test('of a hash the sound fields are read, and the others told with their field', async () => {
  const { values } = damaged();
  const sound = values.map({ a: '{"n":1}', b: '[]' }, 'hash', schema);
  expect(sound).toEqual(new Map([['a', { n: 1 }]]));
  expect([...(await values.all()).keys()]).toEqual(['hash b']);
});

test('what was not met again for a day is told no longer', async () => {
  const { redis, keys, values } = damaged();
  await redis.hset(keys.damaged(), {
    old: Date.now() - DAY - 1_000,
    recent: Date.now() - DAY + 60_000,
    strange: 'x',
  });
  expect([...(await values.all()).keys()]).toEqual(['recent']);
  expect(Object.keys(await redis.hgetall(keys.damaged()))).toEqual(['recent']);
});
