import { describe, expect, test } from 'vitest';
import { faultsOf, inspectRedis, parseInfo, tryRedis } from '../../../src/redis/preflight.ts';
import type { RedisClient } from '../../../src/redis/redis-client.ts';

const kinds = (info: Record<string, string>) => faultsOf(info).map(({ kind }) => kind);

test('INFO is read line by line, up to the first colon, without its headings', () => {
  const info = '# Server\r\nredis_version:7.4.1\r\nconfig_file:/etc/a:b.conf\n\nempty:\n';
  expect(parseInfo(info)).toEqual({
    redis_version: '7.4.1',
    config_file: '/etc/a:b.conf',
    empty: '',
  });
});

describe('the version of a Redis', () => {
  test.each(['5.0.14', '6', '6.0.16', '6.1.9'])('%s is too old', (version) => {
    expect(faultsOf({ redis_version: version })).toEqual([
      {
        kind: 'unsafe',
        message: `Redis ${version} is too old: the queues need 6.2 or later; upgrade it`,
      },
    ]);
  });

  test.each(['6.2.0', '6.10.1', '7.0.0', '7.4.1', '10.0.0', ''])('%j will do', (version) => {
    expect(kinds({ redis_version: version })).toEqual([]);
  });
});

test('a Redis that deletes jobs is unsafe, one that keeps snapshots alone is to be weighed', () => {
  expect(kinds({ maxmemory_policy: 'noeviction', aof_enabled: '1' })).toEqual([]);
  expect(kinds({ maxmemory_policy: 'allkeys-lru' })).toEqual(['unsafe']);
  expect(kinds({ aof_enabled: '0' })).toEqual(['caution']);
  const both = faultsOf({ maxmemory_policy: 'volatile-ttl', aof_enabled: '0' });
  expect(both.map(({ message }) => message)).toEqual([
    expect.stringContaining('(maxmemory-policy volatile-ttl); run `redis-cli CONFIG SET'),
    expect.stringContaining('(appendonly no); run `redis-cli CONFIG SET appendonly yes`'),
  ]);
});

test('a Redis that keeps INFO to itself is told once, and nothing is guessed of it', () => {
  const kept = { newsrelay_info_refused: '1', redis_version: '5.0.0', aof_enabled: '0' };
  expect(kinds(kept)).toEqual(['caution']);
});

/** A Redis that answers like this; what it is asked is noted. */
function answering(answers: Record<string, () => unknown>, db?: number) {
  const asked: string[] = [];
  const command =
    (name: string) =>
    async (...values: unknown[]) => {
      asked.push([name, ...values].join(' '));
      return answers[name]?.();
    };
  const commands = ['select', 'client', 'set', 'eval', 'info'].map((name) => [name, command(name)]);
  const redis = { isCluster: false, options: { db }, ...Object.fromEntries(commands) };
  return { redis: redis as RedisClient, asked };
}

const refusing = (message: string) => () => {
  throw new Error(message);
};

describe('what all the work is made of', () => {
  test('is tried under our prefix for a second, the database first where one is named', async () => {
    const first = answering({});
    await tryRedis(first.redis, 'news');
    expect(first.asked).toEqual([
      'client SETNAME newsrelay',
      'set news:{preflight} 1 PX 1000',
      "eval return redis.call('GET', KEYS[1]) 1 news:{preflight}",
    ]);
    const third = answering({}, 3);
    await tryRedis(third.redis, 'news');
    expect(third.asked[0]).toBe('select 3');
    const cluster = { isCluster: true, nodes: () => [first.redis] };
    first.asked.length = 0;
    await tryRedis(Object.assign(first.redis, cluster), 'news');
    expect(first.asked).toHaveLength(3);
  });

  test.each(['ERR DB index is out of range', 'ERR invalid DB index', 'SELECT is not allowed in x'])(
    'names the database that there is not: %s',
    async (message) => {
      const { redis } = answering({ select: refusing(message) }, 42);
      await expect(tryRedis(redis, 'news')).rejects.toMatchObject({
        name: 'PermanentError',
        code: 'redis-refused',
        message: expect.stringMatching(/^redis\.url names database 42, .*write 0 at the end/),
      });
    },
  );

  test.each([
    ['client', "NOPERM this user has no permissions to run the 'client' command"],
    ['eval', "ERR unknown command 'EVAL', with args beginning with:"],
  ])('names the rights that are missing where %s is refused', async (name, message) => {
    const { redis } = answering({ [name]: refusing(message) });
    await expect(tryRedis(redis, 'news')).rejects.toMatchObject({
      name: 'PermanentError',
      message: expect.stringMatching(/^Redis answered ".+"; give the user .* ~news:\* /),
    });
  });

  test('throws on what is no refusal, as it is', async () => {
    const { redis } = answering({ set: refusing('OOM command not allowed') });
    await expect(tryRedis(redis, 'news')).rejects.toThrow(new Error('OOM command not allowed'));
    const odd = answering({ set: () => Promise.reject('no error' as never) });
    await expect(tryRedis(odd.redis, 'news')).rejects.toBe('no error');
  });
});

test('a fault of several servers is named once', async () => {
  const server = answering({ info: () => 'maxmemory_policy:allkeys-lru\r\n' }).redis;
  const nodes = () => [server, server, answering({ info: () => 'aof_enabled:0' }).redis];
  const faults = await inspectRedis({ isCluster: true, nodes } as unknown as RedisClient);
  expect(faults.map(({ kind }) => kind)).toEqual(['unsafe', 'caution']);
});
