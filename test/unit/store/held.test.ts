import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { HeldStore } from '../../../src/store/held.ts';
import { Keys } from '../../../src/store/keys.ts';
import { LIFETIMES } from '../../../src/store/lifetimes.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';
import { articleId } from '../../support/records/republish-job.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const { content: _, ...entry } = anEntry();
const visit = { feedUrl: 'https://a.example/f', entry, validators: null, missingSinceMs: null };
const doubtful = (number: number, sourceId = 'harbour', changes = {}) => ({
  record: articleRecord({ id: articleId(number), sourceId, ...changes }),
  reason: 'too short',
  visit,
});

function open() {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  const held = new HeldStore(redis as never, keys);
  const since = async () => await redis.zrange(keys.heldSources(), 0, -1, 'WITHSCORES');
  const listed = async (sourceId: string) => await redis.zrange(keys.heldOf(sourceId), 0, -1);
  return { redis, keys, held, since, listed };
}

test('what is held is found, and its source counts since the first of it', async () => {
  const { held, since, listed } = open();
  expect(await held.hold(doubtful(1), NOW + 5)).toBe(true);
  expect(await held.hold(doubtful(2), NOW)).toBe(true);
  expect(await held.hold(doubtful(3, 'hill'), NOW + 9)).toBe(true);
  expect(await held.find(articleId(1))).toEqual({
    ...doubtful(1),
    heldAt: new Date(NOW + 5).toISOString(),
  });
  expect(await since()).toEqual(['harbour', String(NOW), 'hill', String(NOW + 9)]);
  expect(await held.sources()).toEqual(['harbour', 'hill']);
  expect(await listed('harbour')).toEqual([articleId(2), articleId(1)]);
});

test('what is held again keeps when it was first seen and held', async () => {
  const { held } = open();
  await held.hold(doubtful(1, 'harbour', { firstSeenAt: '2026-11-01T00:00:00.000Z' }), NOW);
  await held.hold({ ...doubtful(1), reason: 'gated' }, NOW + 60_000);
  expect(await held.find(articleId(1))).toMatchObject({
    heldAt: new Date(NOW).toISOString(),
    reason: 'gated',
    record: { firstSeenAt: '2026-11-01T00:00:00.000Z' },
  });
});

test('what is remembered no longer leaves the list', async () => {
  const { held, listed } = open();
  const lifeMs = LIFETIMES.held * 1_000;
  await held.hold(doubtful(1), 0);
  await held.hold(doubtful(2), 1);
  await held.hold(doubtful(3), 2);
  await held.hold(doubtful(4), lifeMs + 1);
  expect(await listed('harbour')).toEqual([articleId(3), articleId(4)]);
});

test('a source without any is forgotten with the last', async () => {
  const { held, since } = open();
  await held.hold(doubtful(1), NOW);
  await held.hold(doubtful(2), NOW + 5);
  await held.forget(doubtful(1).record);
  expect(await since()).toEqual(['harbour', String(NOW + 5)]);
  await held.forget(doubtful(9).record);
  expect(await since()).toEqual(['harbour', String(NOW + 5)]);
  await held.forget(doubtful(2).record);
  expect(await since()).toEqual([]);
  expect(await held.find(articleId(2))).toBeUndefined();
});

test('what was dropped is held again once it says something else', async () => {
  const { held } = open();
  await held.hold(doubtful(1), NOW);
  await held.drop((await held.find(articleId(1)))!);
  expect(await held.find(articleId(1))).toBeUndefined();
  expect(await held.hold(doubtful(1), NOW)).toBe(false);
  expect(await held.find(articleId(1))).toBeUndefined();
  expect(await held.hold(doubtful(1, 'harbour', { contentHash: 'b'.repeat(64) }), NOW)).toBe(true);
});

test('what is held of a former id becomes the source’s own', async () => {
  const { held, since, listed } = open();
  await held.hold(doubtful(1, 'quay'), NOW);
  held.list = async () => [(await held.find(articleId(1)))!];
  await held.adopt('quay', 'harbour');
  expect(await held.find(articleId(1))).toMatchObject({
    heldAt: new Date(NOW).toISOString(),
    record: { sourceId: 'harbour' },
  });
  expect(await since()).toEqual(['harbour', String(NOW)]);
  expect([await listed('quay'), await listed('harbour')]).toEqual([[], [articleId(1)]]);
});
