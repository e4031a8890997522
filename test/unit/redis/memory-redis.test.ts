import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';

type Command = (...values: (string | number)[]) => Promise<unknown>;

/** A memory with these scripts of the stores defined. */
function withScripts(...names: string[]) {
  const redis = new MemoryRedis();
  for (const name of names) redis.defineCommand(name);
  return { redis, scripts: redis as unknown as Record<string, Command> };
}

test('it is ready at once and is one server', () => {
  expect(new MemoryRedis()).toMatchObject({ status: 'ready', isCluster: false });
});

test('its time is the machine’s, in seconds and microseconds', async () => {
  const before = Date.now();
  const [seconds, microseconds] = await new MemoryRedis().time();
  const ms = seconds * 1_000 + microseconds / 1_000;
  expect(Number.isInteger(seconds)).toBe(true);
  expect(microseconds).toBeLessThan(1_000_000);
  expect(ms).toBeGreaterThanOrEqual(before);
  expect(ms).toBeLessThanOrEqual(Date.now());
});

test('nothing that it holds expires or is too much for it', async () => {
  const redis = new MemoryRedis();
  await redis.zadd('z', 1, 'a');
  expect(await Promise.all([redis.expire(), redis.zremrangebyrank(), redis.spop()])).toEqual([
    1,
    0,
    [],
  ]);
  expect(await redis.zrange('z', 0, '-1')).toEqual(['a']);
});

test('a script that it does not know fails by name, also in its form for bytes', async () => {
  const { scripts } = withScripts('takeSlot');
  await expect(scripts['takeSlot']!('key')).rejects.toThrow(
    new TypeError('takeSlot is not known without a Redis'),
  );
  await expect(scripts['takeSlotBuffer']!('key')).rejects.toThrow(TypeError);
});

test('members of one score are in the order of their names, and a range ends where it says', async () => {
  const redis = new MemoryRedis();
  for (const name of ['b', 'c', 'a']) await redis.zadd('z', 5, name);
  expect(await redis.zrange('z', 0, -1)).toEqual(['a', 'b', 'c']);
  expect(await redis.zrange('z', 0, 1)).toEqual(['a', 'b']);
  expect(await redis.zrange('z', 1, -2)).toEqual(['b']);
  await redis.zadd('y', 1, 'x');
  expect(await redis.zremrangebyscore('y', 2, 3)).toBe(0);
  expect(await redis.zremrangebyscore('z', 5, 5)).toBe(3);
});

test('a revision is kept with what is to be sent of it, unless another one was kept before', async () => {
  const { redis, scripts } = withScripts('saveRevision', 'clearIntent', 'saveFieldIfKnown');
  const { saveRevision, clearIntent, saveFieldIfKnown } = scripts as Record<string, Command>;
  const save = (before: string, revision: string) =>
    saveRevision!('article', 'outbox', before, 60, 1_000, 'id-1', 'revision', revision);
  expect(await saveFieldIfKnown!('article', 'sent', 'x', 60)).toBe(0);
  expect(await save('', '7')).toBe(1);
  expect(await save('', '8')).toBe(0);
  expect(await save('6', '8')).toBe(0);
  expect(await redis.hget('article', 'revision')).toBe('7');
  expect(await redis.zrange('outbox', 0, -1, 'WITHSCORES')).toEqual(['id-1', '1000']);
  expect(await save('7', '8')).toBe(1);
  expect(await saveFieldIfKnown!('article', 'sent', 'x', 60)).toBe(1);
  expect(await redis.hgetall('article')).toEqual({ revision: '8', sent: 'x' });
  expect(await clearIntent!('article', 'outbox', '8', 'id-1', 'run')).toBe(1);
  expect(await clearIntent!('article', 'outbox', '8', 'id-1', 'run')).toBe(0);
});

test('a feed that is leased gives what is known of it, and keeps what is saved', async () => {
  const { redis, scripts } = withScripts('leaseFeed', 'saveFeed', 'releaseLease', 'serverRun');
  const { leaseFeed, saveFeed, releaseLease, serverRun } = scripts as Record<string, Command>;
  expect(await leaseFeed!('feed', 'lease', 'job', 60)).toBe('');
  expect(await saveFeed!('feed', 'lease', 'job', 60, 'state', '{}', 'seen', '[]')).toBe(1);
  expect(await leaseFeed!('feed', 'lease', 'other', 60)).toBe('{}');
  expect(await redis.hgetall('feed')).toEqual({ state: '{}', seen: '[]' });
  expect(await releaseLease!('feed', 'lease', 'job')).toBeNull();
  expect(await serverRun!('article')).toBe('memory');
});

test('a transaction is done in its order when it is executed, and answers as Redis does', async () => {
  const redis = new MemoryRedis();
  const transaction = redis.multi() as unknown as Record<string, Command>;
  const done = transaction['lpush']!('l', 'a') as unknown as typeof transaction;
  expect(await redis.lrange('l', 0, -1)).toEqual([]);
  const replies = await (done['lrange']!('l', 0, -1) as unknown as typeof done)['exec']!();
  expect(replies).toEqual([
    [null, 1],
    [null, ['a']],
  ]);
});
