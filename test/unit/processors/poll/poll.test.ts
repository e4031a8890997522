import { describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../../../src/errors.ts';
import { pollFeed } from '../../../../src/processors/poll/poll.ts';
import type { PollJob } from '../../../../src/queue/topology.ts';
import { offlinePipeline, type Answer } from '../../../support/site/offline-pipeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FEED = 'https://harbour.example/feed.xml';
const item = (name: string) =>
  `<item><title>Ferry ${name}</title><link>https://harbour.example/${name}</link><guid>${name}</guid></item>`;
const feed = (...names: string[]): Answer => ({
  headers: { 'content-type': 'application/rss+xml', etag: `"${names.join()}"` },
  body: `<rss version="2.0"><channel><title>Harbour</title>${names.map(item).join('')}</channel></rss>`,
});

function harbour(first: Answer | Error = feed('a'), source = {}) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: [FEED], ...source }]);
  offline.answers.set(FEED, first);
  const { pipeline, context, notices } = offline;
  const poll = (job: Partial<PollJob> = {}, more = {}) =>
    pollFeed({ sourceId: 'harbour', feedUrl: FEED, ...job }, { ...context, ...more }, pipeline);
  const dueMs = async () => {
    const result = await poll();
    if (result.kind !== 'not-due') throw new Error(`it was ${result.kind}`);
    return result.untilMs;
  };
  /** What was told since it was asked last, but for what was found. */
  const told = () =>
    notices.splice(0).flatMap(({ change, level }) => (change === 'found' ? [] : [[change, level]]));
  return { ...offline, poll, dueMs, told };
}

describe('a feed', () => {
  test('of a source that no config has is left alone, unless another process has it', async () => {
    const { pipeline, context } = harbour();
    const strange = { sourceId: 'strange', feedUrl: FEED };
    const beside = (sources: string[]) => {
      const members = async () => [{ deployment: '', host: '', sources }];
      return pollFeed(strange, context, {
        ...pipeline,
        deployment: { members } as unknown as typeof pipeline.deployment,
      });
    };
    expect(await beside(['harbour'])).toEqual({ kind: 'source-removed' });
    await expect(beside(['strange'])).rejects.toMatchObject({
      name: 'ThrottledError',
      code: 'source-elsewhere',
      untilMs: pipeline.now() + 5_000,
    });
  });

  test('of a paused source is not asked', async () => {
    const { pipeline, poll, asked } = harbour();
    await pipeline.health.paused.pause('harbour', { atMs: 1, by: 'ada' });
    expect(await poll({ force: true })).toEqual({ kind: 'paused' });
    await pipeline.health.paused.resume('harbour');
    expect(asked).toEqual([]);
    // Another process has it at once, for the feed is not kept from it.
    expect(await poll({}, { id: 'another' })).toMatchObject({ kind: 'modified' });
  });

  test('that a mistake of ours kept from being read is free for another process', async () => {
    const { poll, pipeline } = harbour();
    const save = pipeline.feeds.save.bind(pipeline.feeds);
    pipeline.feeds.save = () => Promise.reject(new Error('no soup'));
    await expect(poll()).rejects.toThrow('no soup');
    pipeline.feeds.save = save;
    expect(await poll({}, { id: 'another' })).toMatchObject({ kind: 'modified' });
  });

  test('is asked when it is due, or by force', async () => {
    const { poll, asked, clock, dueMs } = harbour();
    expect(await poll()).toMatchObject({ kind: 'modified', entries: 1 });
    const untilMs = await dueMs();
    expect(untilMs).toBeGreaterThanOrEqual(clock.ms + 15 * MINUTE);
    clock.ms = untilMs - 1;
    expect(await poll()).toEqual({ kind: 'not-due', untilMs });
    await poll({ force: true });
    expect(asked).toHaveLength(2);
    clock.ms = await dueMs();
    await poll();
    expect(asked).toHaveLength(3);
  });

  test('whose tick comes early by less than an interval is polled when it is due, not at the tick after', async () => {
    const { poll, clock, dueMs } = harbour();
    await poll({ scheduled: true });
    const untilMs = await dueMs();
    clock.ms = untilMs - 15 * MINUTE;
    expect(await poll({ scheduled: true })).toEqual({ kind: 'not-due', untilMs });
    clock.ms += 1;
    await expect(poll({ scheduled: true })).rejects.toMatchObject({
      name: 'ThrottledError',
      code: 'not-due',
      message: `${FEED} is not due yet`,
      untilMs,
    });
    expect(await poll()).toEqual({ kind: 'not-due', untilMs });
  });

  test('is asked with its validators, and without where its whole document is wanted', async () => {
    const { poll, asked } = harbour();
    await poll();
    await poll({ force: true });
    await poll({ force: true, whole: true });
    expect(asked.map(({ conditional }) => conditional)).toEqual([
      undefined,
      { url: FEED, headers: { 'if-none-match': '"a"' } },
      undefined,
    ]);
  });

  test('that says what it said is not modified, whatever its status or its ETag', async () => {
    const { poll, answers } = harbour();
    await poll();
    answers.set(FEED, { status: 304 });
    expect(await poll({ force: true })).toEqual({ kind: 'not-modified' });
    answers.set(FEED, { ...feed('a'), headers: { etag: '"other"' } });
    expect(await poll({ force: true })).toEqual({ kind: 'not-modified' });
    answers.set(FEED, feed('b', 'a'));
    expect(await poll({ force: true })).toMatchObject({ kind: 'modified', entries: 2 });
  });
});

describe('a feed that fails', () => {
  test('is told once, with its next poll, and again when it can be read', async () => {
    const { poll, answers, notices, clock, told } = harbour({ status: 500 });
    expect(await poll()).toMatchObject({ kind: 'failed', code: 'http-500' });
    expect(notices).toMatchObject([
      { sourceId: 'harbour', feed: FEED, change: 'feed-failing', message: 'the feed fails' },
    ]);
    expect(Date.parse(notices[0]!.next!)).toBeGreaterThan(clock.ms);
    told();
    expect(await poll()).toMatchObject({
      kind: 'not-due',
      failure: { code: 'http-500', failures: 1, sinceMs: clock.ms },
    });
    await poll({ force: true });
    expect(told()).toEqual([]);
    answers.set(FEED, feed('a'));
    await poll({ force: true });
    expect(notices).toMatchObject([
      { change: 'feed-recovered', level: 'info', failures: 2, since: '2026-11-29T12:00:00.000Z' },
      { change: 'found', level: 'info', message: 'found 1 new or changed' },
    ]);
  });

  test.each([
    new TransientError('dns', 'no such host'),
    new PermanentError('address-refused', 'not allowed'),
  ])('of the network is told by its code: %s', async (error) => {
    const { poll } = harbour(error);
    expect(await poll()).toEqual({ kind: 'failed', code: error.code, message: error.message });
  });

  test('of a fault of our own, or because its worker stops, is no failure of the feed', async () => {
    const { poll, answers, told } = harbour(new TypeError('a slip'));
    await expect(poll()).rejects.toThrow(new TypeError('a slip'));
    answers.set(FEED, new TransientError('aborted', 'stopped'));
    await expect(poll({}, { signal: AbortSignal.abort() })).rejects.toThrow('stopped');
    expect(told()).toEqual([]);
    answers.set(FEED, feed('a'));
    expect(await poll()).toMatchObject({ kind: 'modified' });
  });

  test('waits as long as its server asks for', async () => {
    const { poll, clock } = harbour({ status: 503, headers: { 'retry-after': String(5 * 3_600) } });
    await poll();
    expect(await poll()).toMatchObject({ kind: 'not-due', untilMs: clock.ms + 5 * HOUR });
  });
});

test('a feed that says twice that it is gone is told, and asked no more', async () => {
  const { poll, clock, told } = harbour({ status: 410 });
  expect(await poll()).toEqual({
    kind: 'failed',
    code: 'http-410',
    message: 'HTTP 410: the feed is gone for good',
  });
  expect(told()).toEqual([['feed-failing', undefined]]);
  for (let day = 0; day < 8; day += 1) {
    clock.ms += 24 * HOUR;
    await poll();
  }
  expect(told()).toEqual([['feed-gone', undefined]]);
  clock.ms += 24 * HOUR;
  // No moment is waited for that does not come.
  expect(await poll({ scheduled: true })).toMatchObject({
    kind: 'not-due',
    failure: { code: 'http-410', message: 'HTTP 410: the feed is gone for good' },
  });
});

test('a feed that was moved for good is told once, with where to', async () => {
  const to = 'https://harbour.example/new.xml';
  const moved = { ...feed('a'), url: to, redirects: [{ status: 301, from: FEED, to }] };
  const { poll, told, notices, clock } = harbour(moved);
  await poll();
  expect(notices.find(({ change }) => change === 'feed-moved')).toMatchObject({
    message: `the feed has moved for good; write ${to} under feeds of harbour`,
  });
  told();
  clock.ms += HOUR;
  await poll();
  expect(told()).toEqual([]);
});

test('what is no feed is a failure, and its next poll asks for all of it', async () => {
  const { poll, answers, asked } = harbour();
  await poll();
  answers.set(FEED, { body: '<html><body>Soon back</body></html>' });
  expect(await poll({ force: true })).toMatchObject({ kind: 'failed', code: 'not-a-feed' });
  await poll({ force: true });
  expect(asked.at(-1)!.conditional).toBeUndefined();
});

test('a strange reading is held with its notice, and believed when a second one says the same', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `story-${n}`);
  const { poll, answers, notices, told, queued } = harbour(feed(...names));
  await poll();
  told();
  queued.scrapes.length = 0;
  answers.set(FEED, feed());
  const held = await poll({ force: true });
  expect(held).toMatchObject({ kind: 'held' });
  expect(notices).toMatchObject([
    { change: `suspicious-${(held as { suspicion: string }).suspicion}`, sourceId: 'harbour' },
  ]);
  expect(notices[0]!.message).toMatch(
    /^https:.*feed\.xml: .*; nothing is taken from it until a second reading says the same \(newsrelay poll --source harbour --force reads it now\)$/,
  );
  told();
  expect(await poll({ force: true, whole: true })).toMatchObject({ kind: 'modified', entries: 0 });
});

test('what rules leave out counts among what was found, and is told', async () => {
  const { poll, notices, queued } = harbour(feed('a', 'b'), {
    filter: [{ drop: { title: 'Ferry b' } }],
  });
  const result = await poll();
  expect(result).toMatchObject({ kind: 'modified', scrapes: [{}], filtered: {} });
  expect(queued.scrapes).toHaveLength(1);
  expect(notices).toMatchObject([
    { change: 'found', message: 'found 2 new or changed, of which filters left out 1' },
  ]);
});

test('a source is paused, due and named by the id that it has become', async () => {
  const { poll } = harbour(feed('a'), { formerly: ['old-harbour'] });
  expect(await poll({ sourceId: 'old-harbour' })).toMatchObject({
    kind: 'modified',
    scrapes: [{ jobId: expect.stringMatching(/^harbour-/) }],
  });
});
