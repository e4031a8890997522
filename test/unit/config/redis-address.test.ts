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
