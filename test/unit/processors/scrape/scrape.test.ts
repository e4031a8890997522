import { describe, expect, test } from 'vitest';
import { MINUTE, SITE, storyPage, visitedHarbour } from './visited-harbour.ts';

const HOUR = 60 * MINUTE;

test('a new article is sent to the site, its steps are remembered, and its page is looked at again', async () => {
  const { serve, visit, queued, events, clock } = visitedHarbour({ recheck: ['15m'] });
  serve(1, storyPage(1));
  const result = await visit(1, { seenAtMs: clock.ms - 5_000 });
  expect(result).toMatchObject({ kind: 'enqueued', action: 'publish', unmatchedRules: [] });
  expect(result).not.toHaveProperty('advice');
  expect(queued.sent).toMatchObject([
    { queue: 'republish', job: { action: 'publish', record: { id: result.articleId } } },
  ]);
  expect(await events(result.articleId)).toEqual(['seen', 'fetched', 'extracted', 'revised']);
  expect(queued.rechecks).toMatchObject([
    { data: { sourceId: 'harbour', articleId: result.articleId, stepMs: 15 * MINUTE } },
  ]);
});

test('a page that says the same is nothing new, one that says more is an update', async () => {
  const { serve, visit, queued } = visitedHarbour();
  serve(1, storyPage(1));
  const { articleId } = await visit(1);
  expect(await visit(1)).toMatchObject({ kind: 'unchanged', articleId });
  serve(1, storyPage(1, { text: 'The board has since found a second ladder, it said on Friday.' }));
  expect(await visit(1)).toMatchObject({ kind: 'enqueued', action: 'update', articleId });
  expect(queued.sent.map(({ job }) => job.action)).toEqual(['publish', 'update']);
});

describe('an entry that turns up in a second feed', () => {
  const twice = async (afterMs: number, entry = {}, more = {}) => {
    const { serve, visit, asked, clock, entryOf, events } = visitedHarbour();
    serve(1, storyPage(1));
    const { articleId } = await visit(1, { isNew: true });
    clock.ms += afterMs;
    const job = { isNew: true, entry: entryOf(1, entry) };
    const result = await visit(1, job, more);
    expect(result).toMatchObject({ kind: 'unchanged', articleId });
    return { pages: asked.length, events: await events(articleId) };
  };

  test('leads to a page that was just read, for a quarter of an hour', async () => {
    expect(await twice(15 * MINUTE)).toMatchObject({
      pages: 1,
      events: ['seen', 'fetched', 'extracted', 'revised', 'seen'],
    });
    expect((await twice(15 * MINUTE + 1)).pages).toBe(2);
  });

  test('and tells something else is visited, and so it is at a second try', async () => {
    expect((await twice(0, { title: 'Another headline' })).pages).toBe(2);
    expect((await twice(0, { summary: 'Another teaser.' })).pages).toBe(2);
    expect((await twice(0, {}, { attempt: 2 })).pages).toBe(2);
  });
});

test('an entry that changed is visited, however lately its page was', async () => {
  const { serve, visit, asked } = visitedHarbour();
  serve(1, storyPage(1));
  await visit(1);
  await visit(1);
  expect(asked).toHaveLength(2);
});

describe('a page that is not there', () => {
  test('and never was is a mistake of the feed', async () => {
    await expect(visitedHarbour().visit(1)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'http-404',
    });
  });

  test('any more is looked at again after a quarter of an hour, and withdrawn when it is still away', async () => {
    const { serve, visit, recheck, answers, queued, clock, events } = visitedHarbour();
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    answers.delete(`${SITE}/story-1`);
    const since = clock.ms;
    const missing = { kind: 'missing', articleId, reason: 'http-404' };
    expect(await visit(1)).toEqual(missing);
    expect(queued.rechecks).toEqual([
      {
        jobId: `missing-${articleId}-${since}`,
        data: { sourceId: 'harbour', articleId },
        delay: 15 * MINUTE,
      },
    ]);
    clock.ms = since + 10 * MINUTE - 1;
    expect(await recheck(articleId)).toEqual(missing);
    clock.ms += 1;
    expect(await recheck(articleId)).toMatchObject({ kind: 'enqueued', action: 'withdraw' });
    expect(queued.sent.at(-1)).toMatchObject({
      job: { action: 'withdraw', reason: { code: 'gone', text: 'http-404' } },
    });
    expect((await events(articleId)).slice(-3)).toEqual(['missing', 'missing', 'revised']);
    expect(await recheck(articleId)).toEqual({ kind: 'unchanged', articleId });
    expect((await events(articleId)).at(-1)).toBe('still-withdrawn');
  });

  test('for a moment alone is no reason to withdraw', async () => {
    const { serve, visit, recheck, answers, clock, queued } = visitedHarbour();
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    answers.delete(`${SITE}/story-1`);
    await visit(1);
    serve(1, storyPage(1));
    clock.ms += 15 * MINUTE;
    expect(await recheck(articleId)).toMatchObject({ kind: 'unchanged' });
    answers.delete(`${SITE}/story-1`);
    expect(await recheck(articleId)).toMatchObject({ kind: 'missing' });
    expect(queued.sent).toHaveLength(1);
  });
});

test('another status is told to the queue as what it means', async () => {
  const { serve, visit } = visitedHarbour();
  serve(1, '', { status: 500 });
  await expect(visit(1)).rejects.toMatchObject({ name: 'TransientError', code: 'http-500' });
  serve(1, '', { status: 403 });
  await expect(visit(1)).rejects.toMatchObject({ name: 'PermanentError', code: 'http-403' });
});

test('what is no article is given up by what it is, named with its source and link', async () => {
  const { serve, visit, pipeline } = visitedHarbour();
  serve(1, '<html><body><p>Soon.</p></body></html>');
  await expect(visit(1)).rejects.toMatchObject({
    name: 'PermanentError',
    message: expect.stringMatching(/^harbour: https:\/\/harbour\.example\/story-1: /),
  });
  expect(await pipeline.pageShapes.of('harbour')).toEqual([
    { confidence: null, unmatchedRules: [] },
  ]);
});

describe('an entry that said it had changed', () => {
  const change = { key: 'k', parts: ['headline', 'teaser'] };

  test('while its page is as it was is noted for the next such change', async () => {
    const { serve, visit, pipeline } = visitedHarbour();
    serve(1, storyPage(1));
    await visit(1, { change });
    expect(await pipeline.emptyLooks.of('harbour', 'k')).toEqual([]);
    await visit(1, { change });
    expect(await pipeline.emptyLooks.of('harbour', 'k')).toEqual(['headline', 'teaser']);
  });

  test('in its headline, which the page has as well, said nothing false', async () => {
    const { serve, visit, pipeline, entryOf } = visitedHarbour();
    serve(1, storyPage(1));
    await visit(1);
    const title = ` ${(await pipeline.articles.find((await visit(1)).articleId))!.record.title} `;
    await visit(1, { change, entry: entryOf(1, { title }) });
    expect(await pipeline.emptyLooks.of('harbour', 'k')).toEqual(['teaser']);
  });
});

test('a link that carries a session is told once a day, with the parameter to leave out', async () => {
  const { answers, visit, entryOf, notices, clock } = visitedHarbour();
  const dated = '<meta property="article:published_time" content="2026-11-29T10:00:00Z">';
  const seen = async (session: string) => {
    const link = `${SITE}/story?sid=${session}`;
    answers.set(link, { body: storyPage(1, { head: dated }) });
    return await visit(1, { entry: entryOf(1, { id: null, link }) });
  };
  const first = await seen('a1');
  expect(first).not.toHaveProperty('advice');
  const second = await seen('b2');
  expect(second).toMatchObject({
    articleId: first.articleId,
    advice: expect.stringContaining('dropQuery: [sid]'),
  });
  await seen('c3');
  clock.ms += HOUR;
  expect(notices.filter(({ change }) => change === 'session-in-links')).toHaveLength(1);
});
