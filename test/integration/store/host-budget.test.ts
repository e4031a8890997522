import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createHostBudget, hostKey, type HostLimits } from '../../../src/politeness/host-budget.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const redis = new Redis(url);
const budget = createHostBudget(redis, { prefix, leaseMs: 60_000 });
afterAll(() => redis.quit());

const startMs = Date.UTC(2026, 0, 15);
const gentle: HostLimits = { concurrency: 1, spacingMs: 1_000 };

let host = '';
let hosts = 0;
beforeEach(() => {
  hosts += 1;
  host = `news-${hosts}.example`;
});

const reserve = (holder: string, nowMs: number, limits = gentle, isUrgent = false) =>
  budget.reserveSlot({ host, holder, limits, nowMs: startMs + nowMs, isUrgent });
const release = (holder: string, nowMs: number) => budget.release(host, holder, startMs + nowMs);
const go = { kind: 'go' };
const waitUntil = (ms: number) => ({ kind: 'wait', untilMs: startMs + ms });

interface Arrival {
  atMs: number;
  holder: string;
}

/**
 * Lets jobs come at their times, work for `workMs` and come back when they are told to, on a clock of
 * its own. Returns when each began and how often it was told to wait.
 */
async function simulate(arrivals: Arrival[], limits: HostLimits, workMs: () => number) {
  const events = [...arrivals];
  const starts: Arrival[] = [];
  const waits = new Map<string, number>();
  let underWay = 0;
  let mostUnderWay = 0;
  while (events.length > 0) {
    const next = events.reduce((best, event, i) => (event.atMs < events[best]!.atMs ? i : best), 0);
    const [{ atMs, holder }] = events.splice(next, 1) as [Arrival];
    if (holder.startsWith('end of ')) {
      underWay -= 1;
      await release(holder.slice('end of '.length), atMs);
      continue;
    }
    const slot = await reserve(holder, atMs, limits, holder.startsWith('poll'));
    if (slot.kind === 'wait') {
      waits.set(holder, (waits.get(holder) ?? 0) + 1);
      events.push({ atMs: slot.untilMs - startMs, holder });
    } else {
      starts.push({ atMs, holder });
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      events.push({ atMs: atMs + workMs(), holder: `end of ${holder}` });
    }
  }
  return { starts, waits, mostUnderWay };
}

const together = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ atMs: 0, holder: `job-${i}` }));
const gaps = (starts: Arrival[]) => starts.slice(1).map(({ atMs }, i) => atMs - starts[i]!.atMs);

describe('one host', () => {
  test('the first may go, the next waits for its own time', async () => {
    expect(await reserve('a', 0)).toEqual(go);
    expect(await reserve('b', 10)).toEqual(waitUntil(1_000));
    await release('a', 200);
    expect(await reserve('b', 1_000)).toEqual(go);
  });

  test('who comes too early is told its time again and keeps its place', async () => {
    await reserve('a', 0);
    const told = await reserve('b', 10);
    await reserve('c', 20);
    expect(await reserve('b', 500)).toEqual(told);
  });

  test('nobody overtakes those who wait', async () => {
    await reserve('a', 0);
    await release('a', 100);
    await reserve('b', 200);
    expect((await reserve('newcomer', 1_000)).kind).toBe('wait');
    expect(await reserve('b', 1_000)).toEqual(go);
  });

  test('an urgent request takes the next slot', async () => {
    await reserve('a', 0);
    await release('a', 100);
    for (let i = 0; i < 50; i += 1) await reserve(`job-${i}`, 200);
    expect(await reserve('poll', 300, gentle, true)).toEqual(waitUntil(1_000));
    expect(await reserve('poll', 1_000, gentle, true)).toEqual(go);
  });

  test('a request that takes long holds up the next beyond its spacing', async () => {
    await reserve('a', 0);
    await reserve('b', 0);
    const later = await reserve('b', 5_000);
    expect(later.kind).toBe('wait');
    await release('a', 6_000);
    expect(await reserve('b', 6_000)).toEqual(go);
  });

  test('several may be under way where the limits say so', async () => {
    const limits = { concurrency: 2, spacingMs: 0 };
    expect(await reserve('a', 0, limits)).toEqual(go);
    expect(await reserve('b', 0, limits)).toEqual(go);
    expect((await reserve('c', 0, limits)).kind).toBe('wait');
    await release('a', 300);
    expect(await reserve('c', 300, limits)).toEqual(go);
  });

  test('a worker that died gives its place back when its lease runs out', async () => {
    await reserve('a', 0);
    expect((await reserve('b', 59_000)).kind).toBe('wait');
    expect(await reserve('b', 60_001)).toEqual(go);
  });

  test('a job that is run again does not wait for its own lease, only for the spacing', async () => {
    await reserve('a', 0);
    expect(await reserve('a', 400)).toEqual(waitUntil(1_000));
    expect(await reserve('a', 1_000)).toEqual(go);
  });

  test('places of jobs that never come back are given up after an hour', async () => {
    await reserve('a', 0);
    await release('a', 100);
    await reserve('lost', 200);
    const hour = 3_600_000;
    expect((await reserve('b', 2_000)).kind).toBe('wait');
    expect(await reserve('c', 2 * hour)).toEqual(go);
  });
});

describe('Retry-After', () => {
  test('keeps everybody away until its end', async () => {
    await budget.throttleHost(host, startMs + 60_000, startMs);
    expect(await reserve('a', 10)).toEqual(waitUntil(60_000));
    expect(await reserve('b', 10, gentle, true)).toEqual(waitUntil(60_000));
    expect(await reserve('a', 60_000)).toEqual(go);
  });

  test('is not shortened by a shorter one', async () => {
    await budget.throttleHost(host, startMs + 60_000, startMs);
    await budget.throttleHost(host, startMs + 1_000, startMs);
    expect(await reserve('a', 10)).toEqual(waitUntil(60_000));
  });

  test('moves those who wait, in their order and at their pace', async () => {
    for (const holder of ['a', 'b', 'c', 'd']) await reserve(holder, 0);
    await release('a', 100);
    await budget.throttleHost(host, startMs + 60_000, startMs + 100);
    const told = [];
    for (const holder of ['b', 'c', 'd']) told.push(await reserve(holder, 4_000));
    expect(told).toEqual([waitUntil(60_000), waitUntil(61_100), waitUntil(62_200)]);
  });
});

describe('many jobs', () => {
  test('of one fast host wait once each and start in their order, a second apart', async () => {
    const { starts, waits, mostUnderWay } = await simulate(together(1_000), gentle, () => 150);
    expect(starts.map(({ holder }) => holder)).toEqual(together(1_000).map(({ holder }) => holder));
    expect(Math.max(...waits.values())).toBe(1);
    expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...gaps(starts))).toBeLessThan(1_200);
    expect(mostUnderWay).toBe(1);
  });

  test('of a host slower than its spacing wait a few times and lose no time', async () => {
    let n = 0;
    const { starts, waits, mostUnderWay } = await simulate(
      together(300),
      gentle,
      () => 2_800 + ((n += 1) % 5) * 100,
    );
    expect(mostUnderWay).toBe(1);
    const total = [...waits.values()].reduce((sum, count) => sum + count, 0);
    expect(total / waits.size).toBeLessThan(4);
    expect(starts.at(-1)!.atMs).toBeLessThan(300 * 3_000 * 1.25);
  });

  test('polls in between delay them a little and go first themselves', async () => {
    const polls = Array.from({ length: 9 }, (_, i) => ({
      atMs: 60_300 * (i + 1),
      holder: `poll-${i}`,
    }));
    const { starts, waits } = await simulate([...together(500), ...polls], gentle, () => 150);
    expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(1_000);
    const scrapes = starts.filter(({ holder }) => holder.startsWith('job-'));
    expect(scrapes.map(({ holder }) => holder)).toEqual(together(500).map(({ holder }) => holder));
    for (const { atMs, holder } of polls) {
      const start = starts.find((started) => started.holder === holder);
      expect(start!.atMs - atMs).toBeLessThan(2_300);
    }
    expect(Math.max(...waits.values())).toBeLessThanOrEqual(3);
  });

  test('with several at once and no spacing use what they may', async () => {
    const limits = { concurrency: 4, spacingMs: 0 };
    const { starts, waits, mostUnderWay } = await simulate(together(200), limits, () => 500);
    expect(mostUnderWay).toBe(4);
    expect(Math.max(...waits.values())).toBeLessThanOrEqual(3);
    expect(starts.at(-1)!.atMs).toBeLessThan((200 / 4) * 500 * 1.3);
  });

  test('ten thousand of one host do not hold up a hundred of another', async () => {
    const slotOf = (name: string, i: number) =>
      budget.reserveSlot({ host: name, holder: `${i}`, limits: gentle, nowMs: startMs });
    const big = await Promise.all(
      Array.from({ length: 10_000 }, (_, i) => slotOf(`big-${host}`, i)),
    );
    const small = await Promise.all(
      Array.from({ length: 100 }, (_, i) => slotOf(`small-${host}`, i)),
    );
    const last = (slots: typeof big) =>
      Math.max(...slots.map((slot) => (slot.kind === 'wait' ? slot.untilMs - startMs : 0)));
    expect(last(big)).toBeGreaterThanOrEqual(9_999 * 1_000);
    expect(last(big)).toBeLessThan(10_000 * 1_200);
    expect(last(small)).toBeLessThan(100 * 1_200);
    expect(new Set(big.map((slot) => JSON.stringify(slot))).size).toBe(10_000);
  });
});

test('keys lie in one cluster slot and do not live for ever', async () => {
  await reserve('a', 0);
  await reserve('b', 0);
  const keys = await redis.keys(`${prefix}:host:{${host}}:*`);
  expect(keys.length).toBeGreaterThanOrEqual(3);
  for (const key of keys) {
    const livesMs = await redis.pttl(key);
    expect(livesMs).toBeGreaterThan(80_000_000);
    expect(livesMs).toBeLessThan(90_000_000);
  }
});

test('a Redis that has forgotten the scripts is given them again', async () => {
  await redis.script('FLUSH');
  expect(await reserve('a', 0)).toEqual(go);
});

test.each([
  ['https://www.News.example:8443/a', 'news.example'],
  ['http://news.example./', 'news.example'],
  ['https://feeds.news.example/', 'feeds.news.example'],
  ['https://www.example/', 'www.example'],
  ['https://münchen.example/', 'xn--mnchen-3ya.example'],
  ['http://[::1]:8080/', '[::1]'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
])('the host of %s is %s', (text, key) => {
  expect(hostKey(new URL(text))).toBe(key);
});
