// What an earlier version left in Redis is worked off by this one, and what a later version writes does
// not stop this one: old and new workers run side by side while a deployment is upgraded.

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { parseJob, SqliteStore } from '../../../consumer/index.js';
import { earlierFingerprint } from '../../../src/feed/changes/entry-key.ts';
import { readFeed } from '../../../src/feed/read.ts';
import { robotsRecordSchema } from '../../../src/politeness/robots-record.ts';
import { feedId } from '../../../src/queue/queues.ts';
import { JOB_VERSION } from '../../../src/queue/run-job.ts';
import { republishJobSchema, titledRecord } from '../../../src/queue/republish-job.ts';
import { shortHash } from '../../../src/short-hash.ts';
import { Keys } from '../../../src/store/keys.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const recordings = new URL('../../fixtures/recorded/', import.meta.url);
const [published, waiting] = [inventedArticle(5, 1), inventedArticle(5, 2)];

type Json = Record<string, unknown>;

/** A recording, its addresses those of `origin`. */
function recorded(version: string, name: string, origin = 'http://recorded.invalid'): Json {
  const text = readFileSync(new URL(`${version}/${name}.json`, recordings), 'utf8');
  return JSON.parse(text.replaceAll('http://recorded.invalid', origin));
}

/** The same as a later version might write it: a field more in every object; provenance is a map. */
function fromTheFuture(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromTheFuture);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'provenance' ? inner : fromTheFuture(inner),
  ]);
  return { ...Object.fromEntries(fields), fromTheFuture: { any: ['thing'] } };
}

async function world() {
  const prefix = `${redis.prefix}-${randomUUID().slice(0, 8)}`;
  const site = await serveNewsSite();
  site.pages.set('/feed.xml', {
    type: 'text/xml',
    body: rssFeed(site.url, [published, waiting]),
    headers: { etag: '"recorded"' },
  });
  for (const one of [published, waiting]) site.pages.set(one.path, { body: articlePage(one) });
  const feedUrl = `${site.url}/feed.xml`;
  const client = new Redis(redis.url);
  const pipeline = await openTestPipeline([{ id: 'harbour', feeds: [feedUrl] }], {
    ...redis,
    prefix,
  });
  return {
    site,
    client,
    pipeline,
    prefix,
    feedKey: new Keys(prefix).feed(feedId({ sourceId: 'harbour', feedUrl })),
    titles: async () => (await pipeline.jobs()).map(({ name, data }) => [name, data.record.title]),
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      client.disconnect();
      await site[Symbol.asyncDispose]();
    },
  };
}

describe.each(readdirSync(recordings))('state written by %s', (version) => {
  describe.each([
    ['as it was', (value: Json) => value],
    ['with fields of a later version', (value: Json) => fromTheFuture(value) as Json],
  ])('%s', (_how, change) => {
    test('a scrape job ends in a publication', async () => {
      await using at = await world();
      const data = change(recorded(version, 'scrape-job', at.site.url));
      await at.pipeline.open.pipeline.queues.scrape.add('scrape', data, { jobId: 'old-job' });
      await expect.poll(at.titles, { timeout: 10_000 }).toEqual([['publish', waiting.title]]);
    });

    test('a poll job reads its feed', async () => {
      await using at = await world();
      const data = change(recorded(version, 'poll-job', at.site.url));
      await at.pipeline.open.pipeline.queues.poll.add('poll', data, { jobId: 'old-job' });
      await expect.poll(async () => (await at.titles()).length, { timeout: 10_000 }).toBe(2);
    });

    test('a feed is asked with what it said then, and keeps what we do not know', async () => {
      await using at = await world();
      const { state, seen } = recorded(version, 'feed', at.site.url) as Record<string, string>;
      const written = change(JSON.parse(state!) as Json);
      await at.client.hset(at.feedKey, { state: JSON.stringify(written), seen: seen! });
      const [summary] = await at.pipeline.poll();
      expect(summary).toMatchObject({ notModified: 1, failures: [] });
      const after = JSON.parse((await at.client.hget(at.feedKey, 'state'))!) as Json;
      expect(after['fromTheFuture']).toEqual(written['fromTheFuture']);
    });

    test('an article is known: the same content is no news, another is an update', async () => {
      await using at = await world();
      const hash = recorded(version, 'article', at.site.url) as Record<string, string>;
      const record = change(JSON.parse(hash['record']!) as Json);
      const key = new Keys(at.prefix).article(String(record['id']));
      await at.client.hset(key, { ...hash, record: JSON.stringify(record), fromTheFuture: 'x' });
      await at.pipeline.poll();
      expect(await at.titles()).toEqual([['publish', waiting.title]]);

      const corrected = { ...published, title: `${published.title}, at last` };
      at.site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(at.site.url, [corrected]) });
      at.site.pages.set(published.path, { body: articlePage(corrected) });
      await at.pipeline.poll({ force: true });
      const jobs = await at.pipeline.jobs();
      const update = jobs.find(({ name }) => name === 'update')!;
      expect(update.data.record.title).toBe(corrected.title);
      expect(update.data.record.revision).toBeGreaterThan(Number(hash['revision']));
      expect(await at.client.hget(key, 'fromTheFuture')).toBe('x');
    });

    test('an intent that a crash left behind is carried out', async () => {
      await using at = await world();
      const hash = recorded(version, 'article', at.site.url) as Record<string, string>;
      const record = change(JSON.parse(hash['record']!) as Json);
      const id = String(record['id']);
      const keys = new Keys(at.prefix);
      await at.client.hset(keys.article(id), { ...hash, record: JSON.stringify(record) });
      await at.client.zadd(keys.outboxOf(id), 1, id);
      await at.pipeline.open.work(['scrape']);
      expect(await at.titles()).toEqual([['publish', published.title]]);
    });

    test('a republish job is one that consumers understand', () => {
      const data = republishJobSchema.parse(change(recorded(version, 'republish-job')));
      const own = new SqliteStore(new DatabaseSync(':memory:'));
      expect(own.apply(parseJob(data))).toBe('shown');
    });

    test('what a robots.txt said is understood', () => {
      const record = robotsRecordSchema.parse(change(recorded(version, 'robots')));
      expect(record.rules).toEqual([{ allow: false, pattern: '/private/' }]);
    });
  });
});

test('an entry that was remembered by its whole link causes no visit when a parameter of it is tracking by now', async () => {
  await using at = await world();
  const body = rssFeed(at.site.url, [published, waiting])
    .replaceAll(/<guid.*<\/guid>/g, '')
    .replaceAll(/(\/story-\d)<\/link>/g, '$1?spm=feed</link>');
  at.site.pages.set('/feed.xml', { type: 'text/xml', body });
  const outcome = await readFeed({ bytes: Buffer.from(body), url: `${at.site.url}/feed.xml` });
  const entries = outcome.kind === 'feed' ? outcome.feed.entries : [];
  const whole = (link: string) => link;
  const seen = entries.map((entry) => [
    shortHash(entry.link ?? ''),
    earlierFingerprint(entry, whole),
  ]);
  await at.client.hset(at.feedKey, { seen: JSON.stringify(Object.fromEntries(seen)) });
  const asked = () => at.site.requests.filter(({ path }) => path.startsWith('/world/')).length;
  await at.pipeline.poll({ force: true });
  expect([asked(), await at.titles()]).toEqual([0, []]);

  at.site.pages.set('/feed.xml', { type: 'text/xml', body: body.replaceAll('spm=feed', 'spm=x') });
  const [summary] = await at.pipeline.poll({ force: true });
  expect(summary).toMatchObject({ failures: [] });
  expect([asked(), await at.titles()]).toEqual([0, []]);
});

test('a job of a later version is put off and not failed, for a newer worker to take', async () => {
  await using at = await world();
  const data = {
    ...recorded('v1', 'scrape-job', at.site.url),
    v: JOB_VERSION + 1,
    entry: 'of another shape',
  };
  await at.pipeline.open.pipeline.queues.scrape.add('scrape', data, { jobId: 'newer' });
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue('scrape', { connection, prefix: at.prefix });
  await expect.poll(() => queue.getDelayedCount(), { timeout: 10_000 }).toBe(1);
  const job = await queue.getJob('newer');
  expect([job!.attemptsMade, await queue.getFailedCount()]).toEqual([0, 0]);
  await queue.close();
  connection.disconnect();
});

test('a page that was asked for before an edit and stored after it does not undo the edit', async () => {
  await using at = await world();
  await at.pipeline.poll();
  const { articles } = at.pipeline.open.pipeline;
  const jobs = await at.pipeline.jobs();
  const record = titledRecord(jobs.find(({ data }) => data.record.title === published.title)!.data);
  const beforeEdit = (await articles.timeMs()) - 10;
  const edited = { ...record, title: 'Edited', contentHash: 'e'.repeat(64) };
  const keep = async (kept: typeof record, askedAtMs: number) => {
    const options = { now: Date.now(), isConfigured: () => true, askedAtMs };
    return await articles.keep(kept, await articles.latest(kept.id), options);
  };
  const saved = await keep(edited, await articles.timeMs());
  expect(saved).toMatchObject({ kind: 'revised', action: 'update' });
  const late = { ...record, title: 'Late', contentHash: 'f'.repeat(64) };
  expect(await keep(late, beforeEdit)).toMatchObject({ kind: 'unchanged' });
});
