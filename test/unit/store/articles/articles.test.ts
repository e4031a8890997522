import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { MemoryRedis } from '../../../../src/redis/memory-redis.ts';
import { ArticleStore, type KeepOptions } from '../../../../src/store/articles/articles.ts';
import { RecentArticles } from '../../../../src/store/health/recent-articles.ts';
import { Keys } from '../../../../src/store/keys.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const NOW = 1_000;
const RECORD = articleRecord();
const { id } = RECORD;
const edited = (title: string, more: Partial<ArticleRecord> = {}) =>
  articleRecord({
    title,
    contentHash: Buffer.from(title).toString('hex').padEnd(64, '0'),
    ...more,
  });

/** A store that keeps what it is given as the latest worker would. */
function open() {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  const client = redis as never;
  const store = new ArticleStore(client, keys, new RecentArticles(client, keys));
  const keep = async (record = RECORD, options: Partial<KeepOptions> = {}) =>
    await store.keep(record, await store.latest(record.id), {
      now: NOW,
      isConfigured: () => true,
      ...options,
    });
  return { redis, keys, store, keep };
}

describe('a reading of an article', () => {
  test('is published at first, and then an update where it says something new', async () => {
    const { store, keep, redis, keys } = open();
    expect(await keep()).toMatchObject({
      kind: 'revised',
      action: 'publish',
      revision: NOW,
      replaced: undefined,
      record: { revision: NOW },
    });
    expect(await keep(RECORD, { now: 2 * NOW })).toEqual({ kind: 'unchanged', revision: NOW });
    expect(await keep(edited('Ferry'), { now: 3 * NOW })).toMatchObject({
      kind: 'revised',
      action: 'update',
      revision: 3 * NOW,
      replaced: NOW,
      changes: ['text'],
    });
    expect(await store.find(id)).toMatchObject({
      revision: 3 * NOW,
      action: 'update',
      record: { title: 'Ferry' },
      changes: ['text'],
    });
    expect(await redis.zrange(keys.outboxOf(id), 0, -1, 'WITHSCORES')).toEqual([id, '3000']);
  });

  test('has a revision above the one before, whatever the clock says', async () => {
    const { keep } = open();
    await keep();
    expect(await keep(edited('Ferry'), { now: 5 })).toMatchObject({ revision: NOW + 1 });
    expect(await keep(edited('Pier'), { now: NOW + 1 })).toMatchObject({ revision: NOW + 2 });
  });

  test('was first seen when it was, however late it is read', async () => {
    const { keep } = open();
    await keep();
    const later = { firstSeenAt: '2026-11-29T00:00:00.000Z' };
    expect(await keep(edited('Ferry', later))).toMatchObject({
      record: { firstSeenAt: RECORD.firstSeenAt },
    });
  });

  test('by a page that was asked for before the last one is old news', async () => {
    const { keep } = open();
    await keep(RECORD, { askedAtMs: 50 });
    expect(await keep(edited('Ferry'), { askedAtMs: 49 })).toEqual({
      kind: 'unchanged',
      revision: NOW,
    });
    expect(await keep(edited('Ferry'), { askedAtMs: 50 })).toMatchObject({ kind: 'revised' });
    expect(await keep(edited('Pier'))).toMatchObject({ kind: 'revised' });
    expect(await keep(edited('Lamp'), { askedAtMs: 1 })).toMatchObject({ kind: 'revised' });
  });

  test('of another source changes nothing while its own is in the config', async () => {
    const { keep, store } = open();
    await keep();
    const other = edited('Ferry', { sourceId: 'hill' });
    expect(await keep(other)).toEqual({
      kind: 'foreign',
      revision: NOW,
      sourceId: 'harbour-post',
    });
    expect(await keep(other, { isConfigured: (sourceId) => sourceId === 'hill' })).toMatchObject({
      kind: 'revised',
    });
    await store.withdraw(id, { code: 'gone' }, NOW);
    expect(await keep(edited('Pier'))).toMatchObject({ kind: 'revised', action: 'update' });
  });

  test('that another worker has kept meanwhile is asked about again', async () => {
    const { keep, store } = open();
    await keep();
    const options = { now: NOW, isConfigured: () => true };
    expect(await store.keep(edited('Ferry'), undefined, options)).toEqual({ kind: 'contested' });
    expect(await store.keep(RECORD, undefined, options)).toEqual({
      kind: 'unchanged',
      revision: NOW,
    });
  });

  test('tells what changed of what the rules make of it', async () => {
    const { keep } = open();
    const rewrite = (record: ArticleRecord) => ({ ...record, section: 'Ferries' });
    expect(await keep(RECORD, { rewrite })).toMatchObject({
      sent: expect.any(Object),
      fingerprint: expect.any(Object),
    });
    const outcome = await keep(edited('Ferry'), { rewrite });
    expect(outcome).toMatchObject({ kind: 'revised', changes: ['text'] });
  });

  test('beside a revision of an earlier version notes what that did not', async () => {
    const { keep, store, redis, keys } = open();
    await keep();
    await redis.hdel(keys.article(id), 'told');
    expect((await store.latest(id))?.fingerprint).toBeUndefined();
    expect(await keep()).toEqual({ kind: 'unchanged', revision: NOW });
    expect((await store.latest(id))?.fingerprint).toBeDefined();
  });
});

describe('a withdrawal', () => {
  test('is a revision of its own, once, and a takedown one more', async () => {
    const { keep, store } = open();
    expect(await store.withdraw(id, { code: 'gone' }, NOW)).toBeUndefined();
    await keep();
    expect(await store.withdraw(id, { code: 'gone', text: 'http-410' }, NOW)).toMatchObject({
      kind: 'revised',
      action: 'withdraw',
      revision: NOW + 1,
      reason: { code: 'gone', text: 'http-410' },
    });
    expect(await store.withdraw(id, { code: 'expired' }, 2 * NOW)).toEqual({
      kind: 'unchanged',
      revision: NOW + 1,
    });
    expect(await store.withdraw(id, { code: 'takedown' }, 2 * NOW)).toMatchObject({
      kind: 'revised',
      revision: 2 * NOW,
    });
    expect(await store.withdraw(id, { code: 'takedown' }, 3 * NOW)).toMatchObject({
      kind: 'unchanged',
    });
    expect(await store.find(id)).toMatchObject({
      action: 'withdraw',
      reason: { code: 'takedown' },
    });
  });

  test('is over when the page is there again, whatever it says', async () => {
    const { keep, store } = open();
    await keep();
    await store.withdraw(id, { code: 'gone' }, NOW);
    const back = await keep();
    expect(back).toMatchObject({ kind: 'revised', action: 'update' });
    expect(back).not.toHaveProperty('changes');
  });
});

describe('changed rules', () => {
  const rewrite = (record: ArticleRecord) => ({ ...record, title: 'Ferry, by rule' });

  test('make a revision of what is on the site', async () => {
    const { keep, store } = open();
    await keep(RECORD, { askedAtMs: 40 });
    expect(await store.reviseByRules(id, { now: 2 * NOW, rewrite })).toMatchObject({
      kind: 'revised',
      action: 'update',
      revision: 2 * NOW,
      record: { title: RECORD.title },
      changes: ['text'],
    });
    expect(await store.latest(id)).toMatchObject({ askedAtMs: 40 });
  });

  test('make none of what is not known, or withdrawn', async () => {
    const { keep, store } = open();
    expect(await store.reviseByRules(id, { now: NOW, rewrite })).toBeUndefined();
    await keep();
    await store.withdraw(id, { code: 'gone' }, NOW);
    expect(await store.reviseByRules(id, { now: NOW, rewrite })).toBeUndefined();
  });
});

test('a visit is remembered of what is known alone', async () => {
  const { keep, store } = open();
  const visit = {
    feedUrl: 'https://harbour.example/f',
    entry: { id: null, title: 'Pier', link: 'https://harbour.example/pier' },
    validators: null,
    missingSinceMs: 7,
  } as never;
  await store.rememberVisit(id, visit);
  expect(await store.watched(id)).toBeUndefined();
  await keep();
  expect(await store.watched(id)).toMatchObject({ latest: { revision: NOW }, visit: undefined });
});
