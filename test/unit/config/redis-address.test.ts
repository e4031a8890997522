import { describe, expect, test } from 'vitest';
import { parseRedisAddress, printableRedisAddress } from '../../../src/config/redis-address.ts';

describe('addresses of sentinels', () => {
  test('a master is known by its name, with the user, the password and the database of its own', () => {
    const address = 'sentinel://app:p%40ss@one:26380,two,[::1]:5/news-master/3';
    expect(parseRedisAddress(address)).toEqual({
      kind: 'sentinel',
      sentinels: [
        { host: 'one', port: 26_380 },
        { host: 'two', port: 26_379 },
        { host: '::1', port: 5 },
      ],
      name: 'news-master',
      database: 3,
      username: 'app',
      password: 'p@ss',
      isTls: false,
    });
    expect(printableRedisAddress(address)).not.toContain('p%40ss');
    expect(printableRedisAddress(address)).toContain('news-master');
  });

  test('the scheme says whether TLS is used', () => {
    expect(parseRedisAddress('sentinels://one/m')).toMatchObject({ isTls: true, database: 0 });
  });

  test.each(['sentinel://one', 'sentinel:///m', 'sentinel://one:x/m', 'sentinel://one/m/two'])(
    '%s is no address',
    (text) => {
      expect(() => parseRedisAddress(text)).toThrow(/address|Invalid URL/i);
    },
  );
});

describe('addresses of servers', () => {
  const cluster = (...urls: string[]) => ({ kind: 'cluster', urls });

  test.each([
    ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }, '/run/redis.sock'],
    ['redis://app:pw@one:6380/2', { kind: 'server', url: 'redis://app:pw@one:6380/2' }, 'one:6380'],
    ['rediss://one', { kind: 'server', url: 'rediss://one' }, 'one'],
    ['redis://one?cluster', cluster('redis://one'), 'one'],
    [
      'redis://one:1,rediss://app:pw@two:2/0',
      cluster('redis://one:1', 'rediss://app:pw@two:2/0'),
      'one:1, two:2',
    ],
    [
      'redis://one:1, redis://two:2 , redis://three:3',
      cluster('redis://one:1', 'redis://two:2', 'redis://three:3'),
      'one:1, two:2, three:3',
    ],
  ])('%s', (text, address, printed) => {
    expect(parseRedisAddress(text)).toEqual(address);
    expect(printableRedisAddress(text)).toBe(printed);
  });

  test.each([
    ['http://one', 'no address'],
    ['redis:///', 'no address'],
    ['redis://one,rediss:///', 'no address'],
    ['redis://one,redis://', /Invalid URL|no address/],
    ['redis://one,redis://two/3', 'a cluster has database 0 only'],
    ['redis://one/1?cluster', 'a cluster has database 0 only'],
  ])('%s is none', (text, reason) => {
    expect(() => parseRedisAddress(text)).toThrow(reason);
  });
});
