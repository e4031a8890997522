import { afterAll, expect, test } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { listArticles } from '../../../src/monitor/articles.ts';
import { ArticleStore } from '../../../src/store/articles/articles.ts';
import { RecentArticles } from '../../../src/store/health/recent-articles.ts';
import { HeldStore } from '../../../src/store/held.ts';
import { Keys } from '../../../src/store/keys.ts';
import { TakedownStore } from '../../../src/store/takedowns.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { articleId } from '../../support/records/republish-job.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const redis = workerConnection(url);
afterAll(() => redis.disconnect());

let round = 0;
function freshKeys(): Keys {
  round += 1;
  return new Keys(`${prefix}-${round}`);
}

const NOW = Date.now();
const entry = {
  id: null,
  title: null,
  link: 'https://harbour.example/a',
  published: null,
  updated: null,
  author: null,
  summary: null,
  categories: [],
  enclosures: [],
};
const visit = { feedUrl: 'f', entry, validators: null, missingSinceMs: null };
const record = (number: number, changes: object = {}) =>
  articleRecord({ id: articleId(number), revision: NOW + number, ...changes });

test('what is held is counted for each source with the time of the first, and listed from the newest on', async () => {
  const held = new HeldStore(redis, freshKeys());
  expect([await held.sources(), await held.counts(NOW)]).toEqual([[], new Map()]);
  for (const [number, sourceId] of [
    [1, 'a'],
    [2, 'a'],
    [3, 'b'],
  ] as const) {
    expect(
      await held.hold({ record: record(number, { sourceId }), reason: 'x', visit }, NOW + number),
    ).toBe(true);
  }
  expect(await held.sources()).toEqual(['a', 'b']);
  expect(await held.counts(NOW)).toEqual(
    new Map([
      ['a', { count: 2, sinceMs: NOW + 1 }],
      ['b', { count: 1, sinceMs: NOW + 3 }],
    ]),
  );
  const ids = async (limit: number) =>
    (await held.list('a', limit)).map(({ record: { id } }) => id);
  expect(await ids(10)).toEqual([articleId(2), articleId(1)]);
  expect(await ids(1)).toEqual([articleId(2)]);

  await held.forget({ id: articleId(1), sourceId: 'a' });
  expect((await held.counts(NOW)).get('a')).toEqual({ count: 1, sinceMs: NOW + 2 });
  await held.forget({ id: articleId(2), sourceId: 'a' });
  expect(await held.sources()).toEqual(['b']);
  await held.adopt('b', 'c');
  expect((await held.list('c', 10)).map((one) => one.record.sourceId)).toEqual(['c']);
  expect(await held.sources()).toEqual(['c']);
});

test('an article that is held again keeps when it was held first, and one that was dropped is not held', async () => {
  const held = new HeldStore(redis, freshKeys());
  const doubtful = { record: record(1), reason: 'x', visit };
  await held.hold(doubtful, NOW);
  const later = { ...doubtful, record: { ...record(1), firstSeenAt: '2027-01-01T00:00:00.000Z' } };
  await held.hold(later, NOW + 60_000);
  const found = await held.find(articleId(1));
  expect(found).toMatchObject({ heldAt: new Date(NOW).toISOString() });
  expect(found!.record.firstSeenAt).toBe(record(1).firstSeenAt);
  await held.drop(found!);
  expect(await held.find(articleId(1))).toBeUndefined();
  expect(await held.hold(doubtful, NOW)).toBe(false);
  expect(
    await held.hold({ ...doubtful, record: record(1, { contentHash: 'b'.repeat(64) }) }, NOW),
  ).toBe(true);
});

test('articles are listed from the newest on, by source, action, time and words', async () => {
  const keys = freshKeys();
  const recent = new RecentArticles(redis, keys);
  const articles = new ArticleStore(redis, keys, recent);
  await recent.note(record(1, { sourceId: 'a', title: 'Fähre spät' }), 'publish');
  await recent.note(
    record(2, { sourceId: 'a', title: 'Soup', url: 'https://harbour.example/soup-Kitchen' }),
    'update',
  );
  await recent.note(record(3, { sourceId: 'b', title: 'Ferry and soup' }), 'withdraw');
  const listed = async (filter: object) => {
    const found = await listArticles({ recent, articles }, { limit: 10, ...filter });
    return found.map(({ id }) => Number.parseInt(id.slice(0, 8), 16));
  };
  expect(await listed({})).toEqual([3, 2, 1]);
  expect(await listed({ limit: 2 })).toEqual([3, 2]);
  expect(await listed({ sources: ['a'] })).toEqual([2, 1]);
  expect(await listed({ sources: ['a'], limit: 1 })).toEqual([2]);
  expect(await listed({ action: 'withdraw' })).toEqual([3]);
  expect(await listed({ sinceMs: NOW + 2 })).toEqual([3, 2]);
  expect(await listed({ search: 'FAHRE' })).toEqual([1]);
  expect(await listed({ search: 'soup ferry' })).toEqual([3]);
  expect(await listed({ search: 'soup-Kitchen' })).toEqual([2]);
  expect(await listed({ search: articleId(1).slice(0, 8).toUpperCase() })).toEqual([1]);
  expect(await listed({ search: 'nothing' })).toEqual([]);
  expect(await recent.idsOf('a')).toEqual([
    { id: articleId(2), atMs: NOW + 2 },
    { id: articleId(1), atMs: NOW + 1 },
  ]);
  expect(await recent.idsLike('0000000')).toHaveLength(3);
  expect(await recent.idsLike('f')).toEqual([]);
});

test('of each source the newest twenty articles are remembered', async () => {
  const recent = new RecentArticles(redis, freshKeys());
  for (let number = 1; number <= 21; number += 1) await recent.note(record(number), 'publish');
  const ids = await recent.idsOf('harbour-post');
  expect(ids).toHaveLength(20);
  expect(ids.at(-1)!.id).toBe(articleId(2));
});

test('what was taken down is listed from the newest on with its reason, until it is lifted', async () => {
  const takedowns = new TakedownStore(redis, freshKeys(), ['https://harbour.example/listed']);
  await takedowns.add('a', { atMs: 1, reason: 'by law' });
  await takedowns.add('b', { atMs: 2, reason: 'by mistake' });
  expect((await takedowns.list()).map(({ name }) => name)).toEqual(['b', 'a']);
  expect(await takedowns.reasonFor(['x', 'a'])).toBe('by law');
  expect(await takedowns.reasonFor(['x'])).toBeUndefined();
  expect(await takedowns.reasonFor(['x', 'https://harbour.example/listed'])).toBe(
    'listed in the config',
  );
  expect(takedowns.isConfigured(['x'])).toBe(false);
  expect(await takedowns.lift(['a', 'x'])).toBe(1);
  expect(await takedowns.reasonFor(['a'])).toBeUndefined();
});
