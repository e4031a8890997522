import { expect, test } from 'vitest';
import { newPollState } from '../../../src/feed/polling/poll-state.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { FeedStore } from '../../../src/store/feeds.ts';
import { Keys } from '../../../src/store/keys.ts';

const state = newPollState(5);

function feeds() {
  const store = new FeedStore(MemoryRedis.client(), new Keys('news'), { leaseMs: 1_000 });
  const save = async (reading?: Parameters<typeof store.save>[2]) => {
    await store.lease('f-1', 'job-1');
    await store.save('f-1', state, reading);
  };
  return { store, save };
}

test('a feed that was never polled is due at once, and nothing is known of it', async () => {
  const { store } = feeds();
  expect(await store.lease('f-1', 'job-1')).toMatchObject({ nextPollAtMs: 0 });
  expect(await store.lastReading('f-1')).toEqual({ seen: {}, readAtMs: null, held: null });
  expect(await store.passedOver('f-1')).toBeNull();
});

test('what a reading leaves out stays as it was', async () => {
  const { store, save } = feeds();
  const held = { kind: 'flood', message: 'many', sinceMs: 7 };
  const passedOver = { atMs: 9, newest: '2', links: ['x'] };
  await save({ seen: { a: '1' }, readAtMs: 9, held, passedOver });
  await save();
  await save({});
  expect(await store.state('f-1')).toMatchObject({ nextPollAtMs: 5 });
  expect(await store.lastReading('f-1')).toEqual({ seen: { a: '1' }, readAtMs: 9, held });
  expect(await store.passedOver('f-1')).toEqual(passedOver);
  await save({ held: null });
  expect(await store.lastReading('f-1')).toEqual({ seen: { a: '1' }, readAtMs: 9, held: null });
});

test('nothing is saved of a feed whose lease was given back', async () => {
  const { store } = feeds();
  await store.lease('f-1', 'job-1');
  await store.release('f-1');
  await store.save('f-1', state, { readAtMs: 9 });
  expect(await store.lastReading('f-1')).toMatchObject({ readAtMs: null });
});
