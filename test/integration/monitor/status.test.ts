import { expect, test } from 'vitest';
import { readStatus } from '../../../src/monitor/status.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { openTestPipeline, testConfig } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const stories = [1, 2].map((index) => inventedArticle(31, index));

async function open(site: NewsSite, now = Date.now) {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const sources = [
    { id: 'well', feeds: [`${site.url}/feed.xml`] },
    { id: 'broken', feeds: [`${site.url}/broken.xml`] },
    { id: 'walled', feeds: [`${site.url}/walled.xml`] },
  ];
  const own = await openTestPipeline(sources, { ...redis, prefix }, { now });
  const config = testConfig(sources, prefix);
  const status = () => readStatus({ ...own.open.pipeline, config });
  return { ...own, status, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
}

async function serve(): Promise<NewsSite> {
  const pages = stories.map((story) => [story.path, { body: articlePage(story) }] as const);
  const site = await serveNewsSite(Object.fromEntries(pages));
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  site.pages.set('/broken.xml', { status: 503, body: 'down' });
  site.pages.set('/walled.xml', { status: 403, body: 'no' });
  return site;
}

test('a status names every source with its state, and counts what Redis holds', async () => {
  await using site = await serve();
  await using own = await open(site);
  expect((await own.status()).counts).toMatchObject({ new: 3 });
  await own.poll();
  const status = await own.status();
  const states = status.sources.map(({ id, state }) => [id, state]);
  expect(states).toEqual([
    ['well', 'ok'],
    ['broken', 'failing'],
    ['walled', 'refused'],
  ]);
  expect(status.counts).toMatchObject({ ok: 1, failing: 1, refused: 1, new: 0 });
  expect(status.needs.map(({ key }) => key)).toEqual([
    'source-refused walled',
    'source-failing broken',
  ]);
  expect(status.flow.day).toMatchObject({ polls: 3, found: 2, fetched: 2, publish: 2 });
  expect(status.flow.publishedToday).toBe(2);
  const waiting = await own.jobs();
  expect(status.destinations).toMatchObject([{ name: 'republish', waiting: waiting.length }]);
  expect(status.queues.find(({ name }) => name === 'republish')?.waiting).toBe(2);
  expect(status.memory.usedBytes).toBeGreaterThan(0);
});

test('what began to fail is told once, and once when it is well again', async () => {
  await using site = await serve();
  let offset = 0;
  await using own = await open(site, () => Date.now() + offset);
  const told = (source: string) =>
    own.notices
      .filter(({ sourceId }) => sourceId === source)
      .map(({ change, level = 'warn' }) => [level, change]);
  await own.poll({ force: true });
  await own.poll({ force: true });
  expect(told('broken')).toEqual([['warn', 'feed-failing']]);
  expect((await own.status()).sources[1]).toMatchObject({ state: 'failing', failures: 2 });
  site.pages.set('/broken.xml', { type: 'text/xml', body: rssFeed(site.url, []) });
  offset = 60_000;
  await own.poll({ force: true });
  expect(told('broken')).toEqual([
    ['warn', 'feed-failing'],
    ['info', 'feed-recovered'],
  ]);
  expect((await own.status()).sources[1]).toMatchObject({ state: 'ok' });
  expect(told('well').map(([level]) => level)).toEqual(['info', 'info', 'info']);
});

test('a source that is not due stays named with its failure in every pass', async () => {
  await using site = await serve();
  await using own = await open(site);
  await own.poll();
  const summaries = await own.poll();
  const failures = Object.fromEntries(
    summaries.map(({ sourceId, failures: all }) => [sourceId, all]),
  );
  expect(failures['well']).toEqual([]);
  expect(failures['broken']).toEqual([
    expect.stringMatching(/HTTP 503.*\(failed once since .*; it is asked again at /),
  ]);
  expect(failures['walled']).toHaveLength(1);
});

test('pages that cannot be had make a source fail, from the third in a row until one is had', async () => {
  await using site = await serve();
  const many = [4, 5, 6].map((index) => inventedArticle(32, index));
  for (const { path } of many) site.pages.set(path, { status: 451, body: 'no' });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, many) });
  await using own = await open(site);
  await own.poll();
  const state = async () => (await own.status()).sources[0];
  expect(await state()).toMatchObject({ state: 'refused', failures: 3 });
  const more = rssFeed(site.url, [...stories, ...many]);
  site.pages.set('/feed.xml', { type: 'text/xml', body: more });
  await own.poll({ force: true });
  expect(await state()).toMatchObject({ state: 'ok' });
  expect(own.notices.map(({ change }) => change)).toEqual(
    expect.arrayContaining(['pages-failing', 'pages-recovered']),
  );
});

test('a paused source is not polled, and is polled again when it goes on', async () => {
  await using site = await serve();
  await using own = await open(site);
  const { paused } = own.open.pipeline.health;
  await paused.pause('well', { atMs: Date.now(), by: 'mara' });
  const [well] = await own.poll({ force: true, sourceIds: ['well'] });
  expect(well).toMatchObject({ polled: 0, failures: [] });
  expect(well!.notes[0]).toContain('its source is paused');
  expect((await own.status()).sources[0]).toMatchObject({ state: 'paused', reason: 'by mara' });
  expect(await paused.resume('well')).toBe(true);
  const [again] = await own.poll({ sourceIds: ['well'] });
  expect(again).toMatchObject({ published: 2 });
});
