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

test('a text is set once where it is only to be set if there is none', async () => {
  const redis = new MemoryRedis();
  expect(await redis.get('t')).toBeNull();
  expect(await redis.set('t', 1, 'PX', 5, 'NX')).toBe('OK');
  expect(await redis.set('t', 2, 'NX')).toBeNull();
  expect(await redis.get('t')).toBe('1');
  expect(await redis.set('t', 3)).toBe('OK');
  expect(await redis.get('t')).toBe('3');
});

test('fields of a hash are set by name or by list, counted, and taken out one by one', async () => {
  const redis = new MemoryRedis();
  await redis.hset('h', { a: 1, b: 'x' });
  await redis.hset('h', 'c', 2, 'd', 3);
  expect(await redis.hgetall('h')).toEqual({ a: '1', b: 'x', c: '2', d: '3' });
  expect(await redis.hmget('h', 'c', 'none', 'a')).toEqual(['2', null, '1']);
  expect(await redis.hget('h', 'none')).toBeNull();
  expect(await Promise.all([redis.hincrby('h', 'a', 2), redis.hincrby('h', 'n', 4)])).toEqual([
    3, 4,
  ]);
  expect(await redis.hdel('h', 'b', 'none')).toBe(1);
  expect(await Promise.all([redis.hexists('h', 'b'), redis.hexists('h', 'n')])).toEqual([0, 1]);
});

test('a list grows on both sides and is cut to a part of it', async () => {
  const redis = new MemoryRedis();
  expect(await redis.rpush('l', 'c', 'd')).toBe(2);
  expect(await redis.lpush('l', 'b', 'a')).toBe(4);
  expect(await redis.lrange('l', 0, -1)).toEqual(['a', 'b', 'c', 'd']);
  expect(await redis.lrange('l', 1, 2)).toEqual(['b', 'c']);
  expect(await redis.lrange('l', -2, -1)).toEqual(['c', 'd']);
  expect(await redis.ltrim('l', 0, 1)).toBe('OK');
  expect(await redis.lrange('l', 0, -1)).toEqual(['a', 'b']);
});

test('of two scores a member keeps the lower one where only that is asked for', async () => {
  const redis = new MemoryRedis();
  const score = async () => (await redis.zrange('z', 0, -1, 'WITHSCORES'))[1];
  expect(await redis.zadd('z', 'LT', 5, 'a')).toBe(1);
  expect(await redis.zadd('z', 'LT', 7, 'a')).toBe(0);
  expect(await score()).toBe('5');
  await redis.zadd('z', 'LT', 3, 'a');
  expect(await score()).toBe('3');
  await redis.zadd('z', 9, 'a');
  expect(await score()).toBe('9');
  expect([await redis.zrem('z', 'a', 'b'), await redis.zrem('z', 'a')]).toEqual([1, 0]);
});

test('scores are taken out from one to another, both included', async () => {
  const redis = new MemoryRedis();
  for (const score of [1, 2, 3, 4]) await redis.zadd('z', score, `m${score}`);
  expect(await redis.zremrangebyscore('z', 2, 3)).toBe(2);
  expect(await redis.zrange('z', 0, -1)).toEqual(['m1', 'm4']);
  expect(await redis.zremrangebyscore('z', '-inf', '1')).toBe(0);
});

test('keys of every kind are deleted, and those counted that there were', async () => {
  const redis = new MemoryRedis();
  await redis.set('t', 1);
  await redis.hset('h', { a: 1 });
  await redis.rpush('l', 'a');
  await redis.zadd('z', 1, 'a');
  expect(await redis.del('t', 'none', 'z')).toBe(2);
  expect(await redis.unlink('h', 'l')).toBe(2);
  expect(await redis.get('t')).toBeNull();
  expect(await redis.hgetall('h')).toEqual({});
  expect(await redis.lrange('l', 0, -1)).toEqual([]);
  expect(await redis.zrange('z', 0, -1)).toEqual([]);
});
