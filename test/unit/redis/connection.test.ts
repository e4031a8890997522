import { describe, expect, test } from 'vitest';
import { clusterNodes, masterOptions } from '../../../src/redis/connection.ts';

describe('a cluster', () => {
  test('is entered at each of its addresses as the first one says', () => {
    expect(
      clusterNodes([
        'rediss://ada:s%2Fcret@a.example:7000',
        'redis://b.example',
        'redis://[::1]:7001',
      ]),
    ).toEqual({
      nodes: [
        { host: 'a.example', port: 7000 },
        { host: 'b.example', port: 6379 },
        { host: '::1', port: 7001 },
      ],
      login: { username: 'ada', password: 's/cret', tls: {} },
    });
  });

  test('may want no login, or a password alone', () => {
    expect(clusterNodes(['redis://a.example']).login).toEqual({});
    expect(clusterNodes(['redis://:x@a.example']).login).toEqual({ password: 'x' });
  });
});

describe('a master is found by its sentinels', () => {
  const place = {
    kind: 'sentinel' as const,
    sentinels: [{ host: 'a.example', port: 26379 }],
    name: 'news',
    database: 2,
    username: '',
    password: '',
    isTls: false,
  };

  test('and waited for, longer each time up to two seconds', () => {
    const { sentinelRetryStrategy, ...options } = masterOptions(place);
    expect(options).toEqual({ sentinels: place.sentinels, name: 'news', db: 2 });
    expect([1, 20, 21].map(sentinelRetryStrategy)).toEqual([100, 2_000, 2_000]);
  });

  test('with what it takes to enter', () => {
    expect(masterOptions({ ...place, username: 'ada', password: 'x', isTls: true })).toMatchObject({
      username: 'ada',
      password: 'x',
      tls: {},
      enableTLSForSentinelMode: true,
    });
  });
});
