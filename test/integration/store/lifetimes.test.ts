// What is remembered in Redis ends some time after its last use: nothing that is written with a lifetime may
// lose it on the way, or Redis fills up for ever.

import { afterAll, beforeEach, expect, test } from 'vitest';
import { newPollState } from '../../../src/feed/polling/poll-state.ts';
import { createRobotsStore, createTermsStore } from '../../../src/politeness/site-file-store.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { AliasStore } from '../../../src/store/articles/aliases.ts';
import type { ArticleVisit } from '../../../src/store/articles/article-visit.ts';
import { ArticleStore } from '../../../src/store/articles/articles.ts';
import { DestinationStore } from '../../../src/store/destinations/destinations.ts';
import { FeedStore } from '../../../src/store/feeds.ts';
import { FetchedPages } from '../../../src/store/fetched-pages.ts';
import { FlowStore } from '../../../src/store/health/flow.ts';
import { PulseStore } from '../../../src/store/health/pulses.ts';
import { RecentArticles } from '../../../src/store/health/recent-articles.ts';
import { HeldStore } from '../../../src/store/held.ts';
import { HistoryStore } from '../../../src/store/history.ts';
import { Keys } from '../../../src/store/keys.ts';
import { LIFETIMES } from '../../../src/store/lifetimes.ts';
import { PageShapes } from '../../../src/store/page-shapes.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const redis = workerConnection(url);
afterAll(() => redis.disconnect());

const DAY_S = 86_400;
const now = Date.now();
const record = articleRecord();
const entry = {
  id: null,
  title: null,
  link: record.url,
  published: null,
  updated: null,
  author: null,
  summary: null,
  categories: [],
  enclosures: [],
};
const visit: ArticleVisit = { feedUrl: 'f', entry, validators: null, missingSinceMs: null };
const page = { status: 200, url: record.url, redirects: [], headers: {}, body: Buffer.from('x') };

let round = 0;
let keys = new Keys(prefix);
beforeEach(() => {
  round += 1;
  keys = new Keys(`${prefix}-${round}`);
});

/** Expects the key to end after so many seconds, as of a moment ago. */
async function expectLifetime(key: string, seconds: number): Promise<void> {
  const left = await redis.pttl(key);
  expect(left).toBeGreaterThan((seconds - 60) * 1_000);
  expect(left).toBeLessThanOrEqual(seconds * 1_000);
}

/** As long after its first use, so that only a use that renews it keeps the key. */
const age = (key: string) => redis.expire(key, 100);

test('an article, renewed by each revision, visit and note', async () => {
  const articles = new ArticleStore(redis, keys, new RecentArticles(redis, keys));
  const key = keys.article(record.id);
  await articles.keep(record, undefined, { now, isConfigured: () => true });
  await expectLifetime(key, LIFETIMES.article);
  await age(key);
  await articles.rememberVisit(record.id, visit);
  await expectLifetime(key, LIFETIMES.article);
  await age(key);
  await articles.withdraw(record.id, { code: 'gone' }, now);
  await expectLifetime(key, LIFETIMES.article);
  await articles.rememberVisit('unknown', visit);
  expect(await redis.exists(keys.article('unknown'))).toBe(0);
});

test('a name of an article', async () => {
  const aliases = new AliasStore(redis, keys);
  expect(await aliases.claim('name', 'a')).toBe('a');
  await expectLifetime(keys.alias('name'), LIFETIMES.alias);
  expect(await aliases.claim('name', 'b')).toBe('a');
  await age(keys.alias('name'));
  await aliases.remember('a', ['name'], now);
  await expectLifetime(keys.alias('name'), LIFETIMES.alias);
});

test('a feed, and its lease', async () => {
  const feeds = new FeedStore(redis, keys, { leaseMs: 60_000 });
  await feeds.lease('feed', 'me');
  await expectLifetime(keys.feedLease('feed'), 60);
  expect(await feeds.lease('feed', 'other')).toBeUndefined();
  await feeds.save('feed', newPollState(0));
  expect(await redis.exists(keys.feedLease('feed'))).toBe(0);
  await expectLifetime(keys.feed('feed'), LIFETIMES.feed);
  await feeds.adopt('feed', 'renamed');
  await expectLifetime(keys.feed('renamed'), LIFETIMES.feed);
});

test('what happened to an article, and how often in an hour', async () => {
  const flow = new FlowStore(redis, keys);
  await new HistoryStore(redis, keys, flow).append('a', [{ at: now, event: 'fetched' }]);
  await expectLifetime(keys.history('a'), LIFETIMES.history);
  await expectLifetime(keys.flow(Math.floor(now / 3_600_000)), LIFETIMES.flow);
});

test('an article that is held, and that it was dropped', async () => {
  const held = new HeldStore(redis, keys);
  await held.hold({ record, reason: 'x', visit }, now);
  await expectLifetime(keys.held(record.id), LIFETIMES.held);
  await expectLifetime(keys.heldOf(record.sourceId), LIFETIMES.held);
  await held.adopt(record.sourceId, 'renamed');
  await expectLifetime(keys.held(record.id), LIFETIMES.held);
  await expectLifetime(keys.heldOf('renamed'), LIFETIMES.held);
  await held.drop((await held.find(record.id))!);
  await expectLifetime(keys.dropped(record.id), LIFETIMES.article);
});

test('what a source’s pages look like, and that a change of them was told', async () => {
  const shapes = new PageShapes(redis, keys);
  await shapes.add('a', { confidence: 1, unmatchedRules: [] });
  await expectLifetime(keys.pageShapes('a'), LIFETIMES.pageShapes);
  expect([await shapes.claimTelling('a', 'x'), await shapes.claimTelling('a', 'x')]).toEqual([
    true,
    false,
  ]);
  await expectLifetime(keys.shapeTold('a', 'x'), LIFETIMES.shapeTold);
});

test('a destination’s trouble, what it is suspected of and owed, and a trial', async () => {
  const destinations = new DestinationStore(redis, keys);
  await destinations.saveTrouble('blog', { failing: ['a'] });
  await expectLifetime(keys.destination('blog'), LIFETIMES.destination);
  await destinations.suspect('blog', 'a', { tries: 1, sinceMs: now, failedAtMs: now });
  await expectLifetime(keys.destinationSuspects('blog'), LIFETIMES.destination);
  await destinations.owe('blog', 'a');
  await expectLifetime(keys.owed('a'), LIFETIMES.destination);
  expect(await destinations.takeOwed('a')).toEqual(['blog']);
  expect(await destinations.takeOwed('a')).toEqual([]);
  expect([
    await destinations.beginTrial('blog', 60_000),
    await destinations.beginTrial('blog', 60_000),
  ]).toEqual([true, false]);
  await expectLifetime(keys.destinationTrial('blog'), 60);
  await destinations.endTrial('blog');
  expect(await destinations.beginTrial('blog', 60_000)).toBe(true);
});

test('a source’s rhythm', async () => {
  const pulses = new PulseStore(redis, keys);
  await pulses.note('a', [now], now);
  await pulses.save('a', { firstHour: 1, newAtMs: now, gaps: [] }, now);
  await expectLifetime(keys.pulse('a'), LIFETIMES.pulse);
  await expectLifetime(keys.sourcePauses('a'), LIFETIMES.pulse);
  await pulses.adopt('a', 'renamed');
  await expectLifetime(keys.pulse('renamed'), LIFETIMES.pulse);
  await expectLifetime(keys.sourcePauses('renamed'), LIFETIMES.pulse);
});

test('pages that a job has fetched', async () => {
  const pages = new FetchedPages(redis, keys);
  await pages.keep('job', new Map([[record.url, page]]));
  await expectLifetime(keys.fetchedPages('job'), LIFETIMES.fetchedPages);
  await pages.forget('job');
  expect(await redis.exists(keys.fetchedPages('job'))).toBe(0);
});

test('what a site’s files say, and that one worker alone asks for them', async () => {
  const options = { prefix: keys.prefix, leaseMs: 60_000 };
  for (const [name, store] of [
    ['robots', createRobotsStore(redis, options)],
    ['terms', createTermsStore(redis, options)],
  ] as const) {
    const address = 'https://harbour.example';
    expect([await store.claim(address), await store.claim(address)]).toEqual([true, false]);
    await expectLifetime(`${keys.prefix}:${name}-lease:{${address}}`, 60);
    await store.write(address, {} as never);
    await expectLifetime(`${keys.prefix}:${name}:{${address}}`, 40 * DAY_S);
    expect(await store.claim(address)).toBe(true);
    await store.unclaim(address);
    expect(await store.claim(address)).toBe(true);
  }
});
