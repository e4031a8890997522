import { afterEach, expect, test, vi } from 'vitest';
import type { RedisClient } from '../../../src/redis/redis-client.ts';
import { RedisClock } from '../../../src/redis/redis-clock.ts';

afterEach(() => vi.useRealTimers());

const NOW = Date.parse('2026-11-29T12:00:00Z');

/** A clock by a Redis whose time is so far from the machine's. */
async function clockApart(apartMs: number): Promise<RedisClock> {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] });
  const redisMs = NOW - apartMs;
  const time = async () => [String(Math.floor(redisMs / 1_000)), String((redisMs % 1_000) * 1_000)];
  const clock = new RedisClock();
  await clock.sync({ isCluster: false, time } as unknown as RedisClient);
  return clock;
}

test.each([0, 1_250, -1_250, 3_600_000])(
  'where the machine is %i ms ahead, the time is that of Redis, and goes on by itself',
  async (apartMs) => {
    const clock = await clockApart(apartMs);
    expect(clock.now()).toBe(NOW - apartMs);
    vi.advanceTimersByTime(2_500);
    expect(clock.now()).toBe(NOW - apartMs + 2_500);
  },
);

test.each([
  [30_000, undefined],
  [-30_000, undefined],
  [30_001, '30 s ahead of'],
  [-30_001, '30 s behind'],
  [-90_000, '90 s behind'],
])('a machine that is %i ms ahead of Redis disagrees by what it says: %s', async (apartMs, by) => {
  const told = by && `the clock of this machine is ${by} that of Redis; set both by NTP`;
  expect((await clockApart(apartMs)).disagreement()).toBe(told);
});

test.each([
  ['agrees', 0, 0],
  ['is a second ahead', 1_000, 400],
  ['is a second behind', -1_000, 0],
])(
  'of a machine that %s, no more is put right than an answer under way for 400 ms proves',
  async (_how, aheadMs, pastMs) => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] });
    const clock = new RedisClock();
    vi.advanceTimersByTime(7_000);
    let redisMs = 0;
    const time = async () => {
      vi.advanceTimersByTime(150);
      redisMs = Date.now() - aheadMs;
      vi.advanceTimersByTime(250);
      return [Math.floor(redisMs / 1_000), (redisMs % 1_000) * 1_000];
    };
    await clock.sync({ isCluster: false, time } as unknown as RedisClient);
    expect(clock.now() - redisMs).toBe(aheadMs === 0 ? 250 : pastMs);
  },
);

test('of a cluster without masters the time is the machine’s', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] });
  const clock = new RedisClock();
  const before = clock.now();
  await clock.sync({ isCluster: true, nodes: () => [] } as unknown as RedisClient);
  expect(clock.now()).toBe(before);
});
