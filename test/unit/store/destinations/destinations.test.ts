import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import {
  destinationState,
  DestinationStore,
} from '../../../../src/store/destinations/destinations.ts';
import { Keys } from '../../../../src/store/keys.ts';

const nowMs = 10_000_000;
const down = { sinceMs: 1, reason: 'connection refused', waits: 3, nextTryMs: nowMs + 4_000 };

test.each([
  ['takes its jobs', { failing: [] }, undefined, { state: 'ok' }],
  ['has a job that is ten minutes old', { failing: [] }, nowMs - 600_000, { state: 'ok' }],
  [
    'has a job that is older',
    { failing: [] },
    nowMs - 600_001,
    { state: 'behind', sinceMs: nowMs - 600_001 },
  ],
  [
    'is put off, whatever waits',
    { failing: ['a'], down },
    nowMs - 900_000,
    { state: 'down', sinceMs: 1, reason: 'connection refused', nextTryMs: nowMs + 4_000 },
  ],
])('a destination that %s', (_what, health, oldestWaitingMs, expected) => {
  expect(destinationState(health, { oldestWaitingMs, nowMs })).toMatchObject(expected);
});

test('a destination that takes so many an hour is behind when its oldest job has waited for an hour', () => {
  const nowMs = 10_000_000;
  const standing = (ageMs: number) =>
    destinationState({ failing: [] }, { oldestWaitingMs: nowMs - ageMs, nowMs, maxPerHour: 30 });
  expect(standing(3_600_000)).toEqual({ state: 'ok' });
  expect(standing(3_600_001)).toMatchObject({
    state: 'behind',
    reason: expect.stringContaining('maxPerHour: 30 lets no more through'),
  });
});

test('how a destination takes its jobs is remembered, and damage to that holds no job up', async () => {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  const store = new DestinationStore(redis as never, keys);
  const well = { failing: [], takenAtMs: undefined };
  expect(await store.health('blog')).toEqual(well);
  await store.saveTrouble('blog', { failing: ['a-1'], down, takenAtMs: 3 });
  expect(await store.health('blog')).toEqual({ ...well, failing: ['a-1'], down });
  await store.saveTaken('blog', 7);
  await store.saveTrouble('blog', { failing: [] });
  expect(await store.health('blog')).toEqual({ failing: [], takenAtMs: 7 });
  for (const damaged of ['{"failing":', '{"failing":7}', 'null']) {
    await redis.hset(keys.destination('blog'), 'trouble', damaged);
    expect(await store.health('blog')).toEqual({ failing: [], takenAtMs: 7 });
  }
});

test('a job is suspected of the trouble until it is cleared', async () => {
  const store = new DestinationStore(MemoryRedis.client(), new Keys('news'));
  const suspicion = { tries: 2, sinceMs: 1, failedAtMs: 5 };
  await store.suspect('blog', 'a-1', suspicion);
  expect(await store.suspicion('blog', 'a-1')).toEqual(suspicion);
  expect(await store.suspicion('blog', 'a-2')).toBeUndefined();
  expect(await store.suspicion('site', 'a-1')).toBeUndefined();
  await store.clear('blog', 'a-1');
  expect(await store.suspicion('blog', 'a-1')).toBeUndefined();
});

test('one tries at a time whether a destination is back', async () => {
  const store = new DestinationStore(MemoryRedis.client(), new Keys('news'));
  const begun = [await store.beginTrial('blog', 9), await store.beginTrial('blog', 9)];
  expect([...begun, await store.beginTrial('site', 9)]).toEqual([true, false, true]);
  await store.endTrial('blog');
  expect(await store.beginTrial('blog', 9)).toBe(true);
});
