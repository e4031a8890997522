import { describe, expect, test } from 'vitest';
import { MINUTE, storyPage, visitedHarbour } from './visited-harbour.ts';

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

/** An article that is on the site, whose page then says this in its head. */
async function shown(head: string, source = {}) {
  const harbour = visitedHarbour(source);
  harbour.serve(1, storyPage(1));
  const { articleId } = await harbour.visit(1);
  harbour.serve(1, storyPage(1, { head }));
  return { ...harbour, articleId, again: await harbour.visit(1) };
}

describe('what a publisher does not want shown', () => {
  test.each([
    [meta('robots', 'noindex'), 'noindex'],
    [meta('robots', 'none'), 'noindex'],
    [meta('robots', 'unavailable_after: 2026-11-28'), 'expired'],
  ])('by %s is withdrawn from where it is, for the reason %s', async (head, code) => {
    const { again, queued, articleId, events } = await shown(head);
    expect(again).toMatchObject({ kind: 'enqueued', action: 'withdraw', articleId });
    expect(queued.sent.at(-1)).toMatchObject({ job: { action: 'withdraw', reason: { code } } });
    expect(await events(articleId)).toContain('dropped');
  });

  test('is dropped where it never was, with the reason in its words', async () => {
    const { serve, visit, queued, events } = visitedHarbour({ recheck: ['15m'] });
    serve(1, storyPage(1, { head: meta('robots', 'noindex') }));
    const result = await visit(1);
    expect(result).toMatchObject({ kind: 'dropped', reason: expect.stringContaining('noindex') });
    expect([queued.sent, queued.rechecks]).toEqual([[], []]);
    expect(await events(result.articleId)).toEqual(['seen', 'fetched', 'extracted', 'dropped']);
  });

  test('is looked at further while it is withdrawn, since that may pass', async () => {
    const { queued } = await shown(meta('robots', 'noindex'), { recheck: ['15m'] });
    expect(queued.rechecks).toHaveLength(2);
  });
});

test.each([
  ['skip', { kind: 'dropped', reason: 'sponsored: skip, as the config says' }],
  ['hold', { kind: 'held', reason: expect.stringMatching(/^sponsored: somebody paid for it/) }],
  ['label', { kind: 'enqueued', action: 'publish' }],
])('what somebody paid for is treated as the config says: %s', async (sponsored, result) => {
  const { serve, visit } = visitedHarbour({ sponsored });
  serve(1, storyPage(1, { head: meta('sponsored', 'true') }));
  expect(await visit(1)).toMatchObject(result);
});

describe('an article in doubt', () => {
  test('waits for a person, and its page is looked at meanwhile', async () => {
    const { serve, visit, queued, pipeline, events } = visitedHarbour({
      minConfidence: 1,
      recheck: ['15m'],
    });
    serve(1, storyPage(1), { headers: { etag: '"1"' } });
    const result = await visit(1);
    expect(result).toMatchObject({
      kind: 'held',
      reason: expect.stringMatching(/^confidence 0\.\d+ is below 1/),
    });
    expect(queued.sent).toEqual([]);
    expect(queued.rechecks).toHaveLength(1);
    const held = await pipeline.held.find(result.articleId);
    // Without validators: a rule that is mended is to read it anew.
    expect(held!.visit.validators).toBeNull();
    expect(await events(result.articleId)).toEqual(['seen', 'fetched', 'extracted', 'held']);
  });

  test('that a person dropped is held no more until it changes', async () => {
    const { serve, visit, pipeline, events } = visitedHarbour({ minConfidence: 1 });
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    await pipeline.held.drop((await pipeline.held.find(articleId))!);
    expect(await visit(1)).toEqual(expect.objectContaining({ kind: 'unchanged', articleId }));
    expect((await events(articleId)).at(-1)).toBe('unchanged');
    serve(
      1,
      storyPage(1, { text: 'The board has since found a second ladder, it said on Friday.' }),
    );
    expect(await visit(1)).toMatchObject({ kind: 'held' });
  });

  test('keeps the time at which it was first seen', async () => {
    const { serve, visit, pipeline, clock } = visitedHarbour({ minConfidence: 1 });
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    const first = (await pipeline.held.find(articleId))!.record.firstSeenAt;
    clock.ms += 60 * MINUTE;
    serve(
      1,
      storyPage(1, { text: 'The board has since found a second ladder, it said on Friday.' }),
    );
    await visit(1);
    expect((await pipeline.held.find(articleId))!.record.firstSeenAt).toBe(first);
  });
});

test('what was taken down is not published, and leaves where it is shown', async () => {
  const { serve, visit, pipeline, queued } = visitedHarbour();
  await pipeline.takedowns.add('https://harbour.example/story-1', { atMs: 1, reason: 'on demand' });
  serve(1, storyPage(1));
  expect(await visit(1)).toMatchObject({ kind: 'dropped', reason: 'taken down: on demand' });
  serve(2, storyPage(2));
  const { articleId } = await visit(2);
  await pipeline.takedowns.add(articleId, { atMs: 1, reason: 'by court' });
  expect(await visit(2)).toMatchObject({ kind: 'enqueued', action: 'withdraw' });
  expect(queued.sent.at(-1)).toMatchObject({
    job: { action: 'withdraw', reason: { code: 'takedown', text: 'taken down: by court' } },
  });
});

describe('a rule of the operator’s', () => {
  test('leaves out what it drops, and remembers it with its rule', async () => {
    const { serve, visit, pipeline, queued, events } = visitedHarbour({
      filter: [{ drop: { text: 'crane' } }],
    });
    serve(1, storyPage(1));
    const result = await visit(1);
    expect(result).toMatchObject({ kind: 'filtered', rule: 'sources[0] (harbour).filter[0]' });
    expect(queued.sent).toEqual([]);
    expect(await events(result.articleId)).toEqual(['seen', 'fetched', 'extracted', 'filtered']);
    expect(await pipeline.filtered.find(result.articleId)).toMatchObject({
      record: { id: result.articleId },
    });
  });

  test('holds what it holds, under its own name', async () => {
    const { serve, visit, pipeline } = visitedHarbour({ filter: [{ hold: { text: 'crane' } }] });
    serve(1, storyPage(1));
    const { articleId, kind } = await visit(1);
    expect(kind).toBe('held');
    expect((await pipeline.held.find(articleId))!.rule).toBe('sources[0] (harbour).filter[0]');
  });

  test('that keeps an article which was held or left out before lets go of that', async () => {
    const { serve, visit, pipeline } = visitedHarbour({
      filter: [{ drop: { text: 'crane' } }],
    });
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    serve(
      1,
      storyPage(1, { text: 'The board has since found a second ladder, it said on Friday.' }),
    );
    expect(await visit(1)).toMatchObject({ kind: 'enqueued', action: 'publish', articleId });
    expect(await pipeline.filtered.find(articleId)).toBeUndefined();
  });
});
