import { describe, expect, test } from 'vitest';
import { releaseHeld, takedownNames } from '../../../src/operations/release.ts';
import { resend } from '../../../src/operations/resend.ts';
import { routeArticle } from '../../../src/operations/route.ts';
import { liftTakedown, takeDown } from '../../../src/operations/takedown.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const FEED = 'https://harbour.example/f';
const record = articleRecord({ sourceId: 'harbour' });
const { id } = record;
const { content: _, ...entry } = anEntry({ link: record.url });
const visit = { feedUrl: FEED, entry, validators: null, missingSinceMs: null };
const named = { articleId: id, names: [id] as [string] };

/** A pipeline whose queues also forget and find jobs. */
function open() {
  const offline = offlinePipeline([{ id: 'harbour', feeds: [FEED] }]);
  const { pipeline, clock } = offline;
  const forgotten: string[] = [];
  const removed: number[][] = [];
  Object.assign(pipeline.queues, {
    forgetFinished: async (one: { id: string }) => void forgotten.push(one.id),
    removeRevisions: async (_id: string, revisions: number[]) => {
      removed.push(revisions);
      return 2;
    },
    named: () => ({ getJob: async () => undefined }),
  });
  const publish = async () => {
    const known = await pipeline.articles.latest(id);
    const options = { now: pipeline.now(), isConfigured: () => true, visit };
    const outcome = await pipeline.articles.keep(record, known, options);
    clock.ms += 1_000;
    return outcome as { revision: number };
  };
  const events = async () => (await pipeline.history.read(id)).map(({ event }) => event);
  return { ...offline, publish, forgotten, removed, events };
}

describe('what is held', () => {
  const held = { record, visit, reason: 'r: hold' };

  test('is published when it is released, and held no more', async () => {
    const { pipeline, queued, events } = open();
    await pipeline.held.hold(held, pipeline.now());
    expect(await releaseHeld(held, pipeline)).toMatchObject({ kind: 'revised', action: 'publish' });
    expect(queued.sent.map(({ job }) => job.action)).toEqual(['publish']);
    expect(await events()).toEqual(['released', 'revised']);
    expect(await pipeline.held.find(id)).toBeUndefined();
  });

  test('is not while it is taken down by any of its names', async () => {
    for (const name of takedownNames(held)) {
      const { pipeline, queued } = open();
      await pipeline.takedowns.add(name, { atMs: 1, reason: 'asked by Ada' });
      await expect(releaseHeld(held, pipeline)).rejects.toThrow(
        `${id} is taken down (asked by Ada); lift that first: newsrelay takedown --lift ${id}`,
      );
      expect(queued.sent).toEqual([]);
    }
    expect(takedownNames(held)).toEqual(expect.arrayContaining([id, record.canonicalUrl]));
  });
});

test('what is known is sent again as it is, and what is not is passed over', async () => {
  const { pipeline, publish, forgotten, queued } = open();
  const { revision } = await publish();
  const revisions = [{ articleId: 'none' }, { articleId: id }] as never;
  expect(await resend(revisions, pipeline)).toEqual({ publish: 1, update: 0, withdraw: 0 });
  expect(forgotten).toEqual([id]);
  expect(queued.sent).toMatchObject([{ job: { action: 'publish', record: { revision } } }]);
  const { job } = queued.sent[0]!;
  expect(JSON.stringify(job)).toContain(new Date(pipeline.now()).toISOString());
});

describe('what is taken down', () => {
  test('is withdrawn, marked before that, and its earlier jobs leave the queues', async () => {
    const { pipeline, publish, queued, removed, events } = open();
    const { revision } = await publish();
    await pipeline.history.append(id, [{ at: 1, event: 'revised', revision }]);
    expect(await takeDown(named, 'asked by Ada', pipeline)).toEqual({
      isWithdrawn: true,
      inHand: 2,
    });
    expect(queued.sent.map(({ job }) => job.action)).toEqual(['withdraw']);
    expect(removed).toEqual([[revision]]);
    expect(await events()).toEqual(['revised', 'revised']);
    expect(await pipeline.takedowns.reasonFor([id])).toBe('asked by Ada');
  });

  test('and not known yet is only marked', async () => {
    const { pipeline, queued, removed } = open();
    const outcome = await takeDown({ articleId: undefined, names: ['x'] }, 'r', pipeline);
    expect([outcome, queued.sent, removed]).toEqual([{ isWithdrawn: false, inHand: 0 }, [], []]);
    expect(await pipeline.takedowns.list()).toMatchObject([{ name: 'x', reason: 'r' }]);
  });

  test('and held is not held any more, and the site has nothing to withdraw', async () => {
    const { pipeline } = open();
    await pipeline.held.hold({ record, visit, reason: 'r: hold' }, pipeline.now());
    expect(await takeDown(named, 'r', pipeline)).toMatchObject({ isWithdrawn: false });
    expect(await pipeline.held.find(id)).toBeUndefined();
  });

  test('comes back with a look at its page once that is lifted', async () => {
    const { pipeline, publish, queued } = open();
    await publish();
    expect(await liftTakedown(named, pipeline)).toBe(false);
    await takeDown(named, 'r', pipeline);
    expect(await liftTakedown(named, pipeline)).toBe(true);
    expect(queued.rechecks).toMatchObject([
      { data: { sourceId: 'harbour', articleId: id }, delay: 0 },
    ]);
    await pipeline.takedowns.add('x', { atMs: 1, reason: 'r' });
    expect(await liftTakedown({ articleId: undefined, names: ['x'] }, pipeline)).toBe(true);
    expect(queued.rechecks).toHaveLength(1);
  });
});

describe('who gets an article', () => {
  const filtered = { sourceId: 'harbour', rule: 'r', reason: 'r: drop', atMs: 1, visit };

  test('that is on the site is told of each destination', async () => {
    const { pipeline, publish } = open();
    await publish();
    await pipeline.filtered.remember(id, filtered);
    expect(await routeArticle(id, pipeline)).toMatchObject({
      kind: 'routed',
      articleId: id,
      sourceId: 'harbour',
      action: 'publish',
      destinations: [{ isTaken: true }],
    });
  });

  test('that was left out is nobody, and why', async () => {
    const { pipeline } = open();
    await pipeline.filtered.remember(id, filtered);
    expect(await routeArticle(id, pipeline)).toEqual({
      kind: 'kept-back',
      articleId: id,
      reason: 'r: drop',
    });
  });

  test('that is held is nobody yet, and how to release it', async () => {
    const { pipeline } = open();
    await pipeline.held.hold({ record, visit, reason: 'too short' }, pipeline.now());
    expect(await routeArticle(id, pipeline)).toEqual({
      kind: 'kept-back',
      articleId: id,
      reason: 'held: too short',
      mend: `release it with newsrelay held release ${id}`,
    });
  });

  test('that nobody knows is unknown', async () => {
    const { pipeline } = open();
    expect(await routeArticle(id, pipeline)).toEqual({ kind: 'unknown' });
    expect(await routeArticle('https://harbour.example/x', pipeline)).toEqual({ kind: 'unknown' });
  });
});
