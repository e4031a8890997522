import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newPollState } from '../../../src/feed/polling/poll-state.ts';
import { commandConnection } from '../../../src/redis/connection.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import type { RedisClient } from '../../../src/redis/redis-client.ts';
import { ArticleStore } from '../../../src/store/articles/articles.ts';
import { FeedStore } from '../../../src/store/feeds.ts';
import { createHealth } from '../../../src/store/health/health.ts';
import { Keys } from '../../../src/store/keys.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();

type Commands = Record<string, (...values: unknown[]) => Promise<unknown>>;

function bothClients(): [RedisClient, RedisClient] {
  const real = commandConnection(redis.url);
  onTestFinished(() => real.disconnect());
  return [real, MemoryRedis.client()];
}

/** The same commands, each on a key of its own, on a real Redis and on the one in memory. */
async function replies(client: RedisClient, prefix: string, commands: [string, ...unknown[]][]) {
  const all: unknown[] = [];
  for (const [name, key, ...values] of commands) {
    all.push(await (client as unknown as Commands)[name]!(`${prefix}-${String(key)}`, ...values));
  }
  return all;
}

describe('the Redis in memory answers as a real one does', () => {
  const asked: Record<string, [string, ...unknown[]][]> = {
    texts: [
      ['get', 'a'],
      ['set', 'a', 'x', 'EX', 100],
      ['set', 'a', 'y', 'EX', 100, 'NX'],
      ['set', 'b', 7, 'PX', 100_000, 'NX'],
      ['get', 'a'],
      ['get', 'b'],
      ['del', 'a'],
      ['unlink', 'a'],
      ['get', 'a'],
    ],
    hashes: [
      ['hget', 'h', 'f'],
      ['hset', 'h', 'f', 'x'],
      ['hset', 'h', { g: 'y', i: 2 }],
      ['hmget', 'h', 'f', 'none', 'i'],
      ['hgetall', 'h'],
      ['hexists', 'h', 'f'],
      ['hincrby', 'h', 'n', 3],
      ['hincrby', 'h', 'n', 4],
      ['hdel', 'h', 'f', 'none'],
      ['hgetall', 'h'],
      ['hgetall', 'none'],
    ],
    lists: [
      ['rpush', 'l', 'a', 'b', 'c'],
      ['lpush', 'l', 'y', 'z'],
      ['lrange', 'l', 0, -1],
      ['lrange', 'l', 1, 2],
      ['ltrim', 'l', 0, 2],
      ['lrange', 'l', 0, -1],
      ['ltrim', 'l', -2, -1],
      ['lrange', 'l', 0, -1],
      ['lrange', 'none', 0, -1],
    ],
    scores: [
      ['zadd', 'z', 3, 'c'],
      ['zadd', 'z', 1, 'a'],
      ['zadd', 'z', 2, 'b'],
      ['zadd', 'z', 'LT', 5, 'a'],
      ['zadd', 'z', 'LT', 2, 'c'],
      ['zrange', 'z', 0, '-1'],
      ['zrange', 'z', 0, '0', 'WITHSCORES'],
      ['zremrangebyscore', 'z', 0, 1],
      ['zrem', 'z', 'b', 'none'],
      ['zrange', 'z', 0, '-1', 'WITHSCORES'],
      ['spop', 's', 10],
    ],
  };
  test.each(Object.keys(asked))('to commands for %s', async (name) => {
    const [real, memory] = bothClients();
    const prefix = `${redis.prefix}-${name}`;
    const expected = await replies(
      real,
      prefix,
      asked[name]!.filter(([one]) => !/^hset$/.test(one)),
    );
    const given = await replies(
      memory,
      prefix,
      asked[name]!.filter(([one]) => !/^hset$/.test(one)),
    );
    expect(given).toEqual(expected);
  });

  test('to commands for hashes, but for the number of new fields, which nobody asks for', async () => {
    const [real, memory] = bothClients();
    const without = (all: unknown[]) => all.filter((_, at) => asked['hashes']![at]![0] !== 'hset');
    const prefix = `${redis.prefix}-all`;
    const expected = without(await replies(real, prefix, asked['hashes']!));
    expect(without(await replies(memory, prefix, asked['hashes']!))).toEqual(expected);
  });

  test('to transactions', async () => {
    const prefix = `${redis.prefix}-multi`;
    const [real, memory] = await Promise.all(
      bothClients().map((client) =>
        client
          .multi()
          .lpush(`${prefix}-l`, 'a')
          .ltrim(`${prefix}-l`, 0, 9)
          .expire(`${prefix}-l`, 100)
          .lrange(`${prefix}-l`, 0, -1)
          .exec(),
      ),
    );
    expect(memory).toEqual(real);
  });
});

test('articles are kept, changed, withdrawn and found alike', async () => {
  const stories = await Promise.all(
    bothClients().map(async (client) => {
      const keys = new Keys(`${redis.prefix}-${randomUUID().slice(0, 8)}`);
      const store = new ArticleStore(client, keys, createHealth(client, keys).recent);
      const options = { now: 1_764_000_000_000, isConfigured: () => true };
      const record = articleRecord({ revision: 0 });
      const told: unknown[] = [await store.latest(record.id)];
      told.push(await store.keep(record, undefined, options));
      told.push(await store.keep(record, undefined, options));
      const known = await store.latest(record.id);
      told.push(
        known,
        await store.keep({ ...record, title: 'Another', contentHash: 'x' }, known, options),
      );
      // An outdated idea of what is known.
      told.push(
        await store.keep({ ...record, title: 'Third', contentHash: 'y' }, undefined, options),
      );
      await store.rememberVisit('unknown', {} as never);
      told.push(await store.withdraw(record.id, { code: 'gone' }, options.now));
      told.push(
        await store.find(record.id),
        await store.watched(record.id),
        await store.find('none'),
      );
      return told;
    }),
  );
  expect(stories[1]).toEqual(stories[0]);
});

test('feeds are leased, saved and read alike', async () => {
  const stories = await Promise.all(
    bothClients().map(async (client) => {
      const keys = new Keys(`${redis.prefix}-${randomUUID().slice(0, 8)}`);
      const store = new FeedStore(client, keys, { leaseMs: 60_000 });
      const state = await store.lease('feed', 'me');
      await store.save(
        'feed',
        { ...newPollState(0), failures: 3 },
        { seen: { a: 'b' }, readAtMs: 7, held: null },
      );
      await store.release('feed');
      return [
        state,
        await store.state('feed'),
        await store.lastReading('feed'),
        await store.passedOver('feed'),
      ];
    }),
  );
  expect(stories[1]).toEqual(stories[0]);
});

test('a command that it does not know fails, and is not passed over', async () => {
  const memory = MemoryRedis.client();
  memory.defineCommand('takeSlot', { numberOfKeys: 1, lua: '' });
  await expect((memory as unknown as Commands)['takeSlot']!('a')).rejects.toThrow(
    'takeSlot is not known',
  );
  expect((memory as unknown as Commands)['zpopmin']).toBeUndefined();
});
