import { describe, expect, test } from 'vitest';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import { PULSE_HOURS, PulseStore } from '../../../../src/store/health/pulses.ts';
import { Keys } from '../../../../src/store/keys.ts';

const HOUR = 3_600_000;
const LAST = 500_000;
const keys = new Keys('news');

/** The ring of counters as it was written up to an hour. */
function ringOf(written: number, counts: Record<number, number>): Buffer {
  const ring = Buffer.alloc(4 + 2 * PULSE_HOURS);
  ring.writeUInt32BE(written);
  for (const [hour, count] of Object.entries(counts)) {
    ring.writeUInt16BE(count, 4 + 2 * (Number(hour) % PULSE_HOURS));
  }
  return ring;
}

function storeWith(ring: Buffer | null) {
  const noted: unknown[] = [];
  const redis = new MemoryRedis();
  const store = new PulseStore(redis as never, keys);
  Object.assign(redis, {
    getBuffer: async () => ring,
    notePulseBuffer: async (...given: unknown[]) => {
      noted.push(given);
      return ring;
    },
  });
  return { store, noted, redis };
}

/** The counts of the last hours that are not zero, by how many hours ago they were. */
const told = (counts: Uint16Array) =>
  Object.fromEntries(
    [...counts].flatMap((count, at) => (count > 0 ? [[counts.length - 1 - at, count]] : [])),
  );

describe('the hours of a source', () => {
  const ring = ringOf(LAST, { [LAST]: 7, [LAST - 1]: 300, [LAST - PULSE_HOURS + 1]: 9 });

  test('are read from the ring up to now', async () => {
    const { counts, lastHour } = await storeWith(ring).store.counts('harbour', LAST * HOUR);
    expect([lastHour, counts.length]).toEqual([LAST, PULSE_HOURS]);
    expect(told(counts)).toEqual({ 0: 7, 1: 300, [PULSE_HOURS - 1]: 9 });
  });

  test('are none since the ring was written, and none that it has forgotten', async () => {
    const later = await storeWith(ring).store.counts('harbour', (LAST + 2) * HOUR);
    expect(told(later.counts)).toEqual({ 2: 7, 3: 300 });
    const earlier = await storeWith(ring).store.counts('harbour', (LAST - 1) * HOUR);
    expect(told(earlier.counts)).toEqual({ 0: 300, [PULSE_HOURS - 2]: 9 });
  });

  test.each([null, Buffer.alloc(0), ringOf(LAST, { [LAST]: 7 }).subarray(0, -1)])(
    'are none where there is no whole ring',
    async (broken) => {
      const { counts } = await storeWith(broken).store.counts('harbour', LAST * HOUR);
      expect(told(counts)).toEqual({});
    },
  );

  test('are counted by the times of entries, of which none is still to come', async () => {
    const { store, noted } = storeWith(ring);
    const times = [LAST * HOUR, LAST * HOUR + 5, (LAST - 3) * HOUR, (LAST + 9) * HOUR];
    expect(told((await store.note('harbour', times, LAST * HOUR)).counts)).toMatchObject({ 0: 7 });
    expect(noted).toEqual([
      [keys.pulse('harbour'), LAST, expect.any(Number), LAST, 3, LAST - 3, 1],
    ]);
  });
});

test('what a source last brought is remembered, until it is forgotten', async () => {
  const { store, redis } = storeWith(null);
  const pauses = { firstHour: 1, newAtMs: 5, gaps: [2] };
  expect(await store.pauses('harbour')).toBeNull();
  await store.save('harbour', pauses, 7.6);
  expect(await store.pauses('harbour')).toEqual(pauses);
  expect([...(await store.lastNews())]).toEqual([['harbour', { newAtMs: 5, quietFromMs: 8 }]]);
  await store.forget('harbour');
  expect([await store.pauses('harbour'), (await store.lastNews()).size]).toEqual([null, 0]);
  await redis.set(keys.sourcePauses('harbour'), '{');
  expect(await store.pauses('harbour')).toBeNull();
});
