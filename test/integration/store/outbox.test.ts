import { once } from 'node:events';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { ArticleStore } from '../../../src/store/articles/articles.ts';
import { Outbox } from '../../../src/store/articles/outbox.ts';
import { RecentArticles } from '../../../src/store/health/recent-articles.ts';
import { Keys } from '../../../src/store/keys.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';

const keys = new Keys('intent');

async function storeOn(url: string) {
  const client = new Redis(url);
  return {
    store: new ArticleStore(client, keys, new RecentArticles(client, keys)),
    outbox: new Outbox(client, keys),
    [Symbol.asyncDispose]: async () => void (await client.quit()),
  };
}

test('an intent is not cleared by a request that a client repeats to a server that crashed meanwhile', async () => {
  await using redis = await OwnRedis.start();
  const record = articleRecord();
  const options = { now: Date.now(), isConfigured: () => true };
  let revision: number;
  let witness;
  {
    await using before = await storeOn(redis.url);
    const outcome = await before.store.keep(record, undefined, options);
    if (outcome.kind !== 'revised') throw new Error(outcome.kind);
    revision = outcome.record.revision;
    witness = await before.outbox.witness(record.id);
  }
  await redis.kill();
  await redis.start();
  // What reaches the server after its crash is what was on its way before.
  await using after = await storeOn(redis.url);
  await after.outbox.clearIntent(record.id, revision, witness);
  expect(await after.outbox.overdueIntents(Infinity)).toEqual([record.id]);
  await after.outbox.clearIntent(record.id, revision, await after.outbox.witness(record.id));
  expect(await after.outbox.overdueIntents(Infinity)).toEqual([]);
});

test('an intent is not cleared over a connection that broke since the job was added', async () => {
  await using redis = await OwnRedis.start();
  const client = new Redis(redis.url);
  const store = new ArticleStore(client, keys, new RecentArticles(client, keys));
  const outbox = new Outbox(client, keys);
  const record = articleRecord();
  const kept = await store.keep(record, undefined, { now: Date.now(), isConfigured: () => true });
  const witness = await outbox.witness(record.id);
  const again = once(client, 'ready');
  client.disconnect(true);
  await again;
  await outbox.clearIntent(record.id, kept.kind === 'revised' ? kept.revision : 0, witness);
  expect(await outbox.overdueIntents(Infinity)).toEqual([record.id]);
  await client.quit();
});
