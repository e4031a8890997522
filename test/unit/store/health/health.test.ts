import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import { createHealth } from '../../../../src/store/health/health.ts';
import { Keys } from '../../../../src/store/keys.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-29T12:00:00Z');
const fresh = () => createHealth(MemoryRedis.client(), new Keys('news'));

describe('of what is wrong it is remembered', () => {
  test('since when a source’s pages look otherwise, until they look as ever', async () => {
    const { drifts } = fresh();
    await drifts.note('harbour', ['unreadable'], 5);
    await drifts.note('harbour', ['no title'], 9);
    expect([...(await drifts.all())]).toEqual([
      ['harbour', { sinceMs: 5, messages: ['no title'] }],
    ]);
    await drifts.note('harbour', [], 12);
    expect((await drifts.all()).size).toBe(0);
  });

  test('since when visits wait for a source that no config has, until one has it', async () => {
    const { missing } = fresh();
    expect(await missing.note('quay', 5)).toEqual({ sinceMs: 5, lastMs: 5 });
    expect(await missing.note('quay', 9)).toEqual({ sinceMs: 5, lastMs: 9 });
    expect([...(await missing.all())]).toEqual([['quay', { sinceMs: 5, lastMs: 9 }]]);
    await missing.forget([]);
    await missing.forget(['quay', 'hill']);
    expect((await missing.all()).size).toBe(0);
  });

  test('how each feed fares, until it is forgotten', async () => {
    const { feeds } = fresh();
    const health = { sourceId: 'harbour', polledAtMs: 1, succeededAtMs: null, nextPollAtMs: 2 };
    await feeds.save('f-1', health);
    await feeds.save('f-2', { ...health, isGone: true });
    await feeds.forget(['f-1']);
    expect([...(await feeds.all())]).toEqual([['f-2', { ...health, isGone: true }]]);
  });

  test('what went wrong with a source’s pages, until one can be had', async () => {
    const redis = new MemoryRedis();
    const keys = new Keys('news');
    const { pages } = createHealth(redis as never, keys);
    expect(await pages.recovered('harbour')).toBeUndefined();
    const trouble = { sinceMs: 1, failures: 3, code: 'dns', message: 'no host' };
    await redis.hset(keys.pageTroubles(), 'harbour', JSON.stringify(trouble));
    expect([...(await pages.all())]).toEqual([['harbour', trouble]]);
    expect(await pages.recovered('harbour')).toEqual(trouble);
    expect(await pages.recovered('harbour')).toBeUndefined();
  });
});

describe('of what persons did it is remembered', () => {
  test('which sources are paused, since when and by whom', async () => {
    const { paused } = fresh();
    expect([await paused.has('harbour'), await paused.resume('harbour')]).toEqual([false, false]);
    await paused.pause('harbour', { atMs: 5, by: 'ada' });
    expect([...(await paused.all())]).toEqual([['harbour', { atMs: 5, by: 'ada' }]]);
    expect(await paused.has('harbour')).toBe(true);
    expect([await paused.resume('harbour'), await paused.has('harbour')]).toEqual([true, false]);
  });

  test('the newest five hundred deeds, the last one first', async () => {
    const { deeds } = fresh();
    for (let atMs = 1; atMs <= 501; atMs += 1) {
      await deeds.note({ atMs, by: 'ada', what: 'poll', subject: 'harbour', outcome: 'done' });
    }
    expect((await deeds.list(2)).map(({ atMs }) => atMs)).toEqual([501, 500]);
    const all = await deeds.list(1_000);
    expect([all.length, all.at(-1)!.atMs]).toEqual([500, 2]);
  });
});

test('what happens is counted by the hour, and nothing is counted for nothing', async () => {
  const { flow } = fresh();
  await flow.count({ found: 2, polls: 1, none: 0 }, NOW);
  await flow.count({ found: 3 }, NOW + HOUR - 1);
  await flow.count({ found: 7 }, NOW + HOUR);
  await flow.count({ none: 0 }, NOW);
  const hour = Math.floor(NOW / HOUR);
  expect(await flow.ofHours([hour - 1, hour, hour + 1])).toEqual([
    {},
    { found: 5, polls: 1 },
    { found: 7 },
  ]);
});

test('one process looks for alerts at a time, and what it told is there for the next', async () => {
  const { alerts } = fresh();
  const schema = z.object({ sentMs: z.number() });
  expect(await alerts.read(schema)).toBeUndefined();
  expect([await alerts.claim(1_000), await alerts.claim(1_000)]).toEqual([true, false]);
  await alerts.write({ sentMs: 5 });
  expect(await alerts.read(schema)).toEqual({ sentMs: 5 });
});
