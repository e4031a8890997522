import type { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { isRefusal, withoutInfo } from '../../../src/redis/without-info.ts';

/** A client that answers INFO like this. */
function client(answer: () => string): Redis {
  const own = {
    info: async (...sections: string[]) => `${answer()} ${sections.join(' ')}`.trim(),
    duplicate: () => client(answer),
  };
  return own as unknown as Redis;
}

const refuses = (): string => {
  throw new Error("NOPERM this user has no permissions to run the 'info' command");
};
const fails = (): string => {
  throw new Error('LOADING Redis is loading the dataset in memory');
};

test.each([
  ["NOPERM can't run this command", true],
  ["ERR unknown command 'info'", true],
  ['ERR unknown commands', false],
  ['LOADING Redis is loading', false],
  ['it said NOPERM', false],
])('%s is a refusal: %s', (message, expected) => {
  expect(isRefusal(new Error(message))).toBe(expected);
  expect(isRefusal(message)).toBe(false);
});

test('INFO is what the server says, section by section', async () => {
  expect(await withoutInfo(client(() => 'said of')).info('memory')).toBe('said of memory');
});

test('where INFO is refused, the oldest version that we take stands in its place, also for copies', async () => {
  const told = 'redis_version:6.2.0\r\nnewsrelay_info_refused:1\r\n';
  const kept = withoutInfo(client(refuses));
  expect(await kept.info()).toBe(told);
  expect(await kept.duplicate().info('server')).toBe(told);
});

test('other faults are told, to those who ask with a callback as well', async () => {
  const failing = withoutInfo(client(fails));
  await expect(failing.info()).rejects.toThrow(/^LOADING/);
  const asked = (redis: Redis) =>
    new Promise((resolve) => {
      redis.info((error: unknown, text: unknown) => resolve([error, text]))?.catch(() => {});
    });
  expect(await asked(failing)).toEqual([
    new Error('LOADING Redis is loading the dataset in memory'),
    undefined,
  ]);
  expect(await asked(withoutInfo(client(() => 'fine')))).toEqual([null, 'fine']);
});
