import { describe, expect, test } from 'vitest';
import { MINUTE, SITE, storyPage, visitedHarbour } from './visited-harbour.ts';

const UPDATED = 'The board has since found a second ladder, it said on Friday.';

/** An article that was just published. */
async function published(source = {}, answer: object = { headers: { etag: '"1"' } }) {
  const harbour = visitedHarbour(source);
  harbour.serve(1, storyPage(1), answer);
  const { articleId } = await harbour.visit(1);
  harbour.queued.rechecks.length = 0;
  harbour.asked.length = 0;
  return { ...harbour, articleId };
}

describe('another look at a page', () => {
  test('asks with its validators, and remembers those of the answer', async () => {
    const { recheck, articleId, answers, asked, events } = await published();
    answers.set(`${SITE}/story-1`, { status: 304, headers: { etag: '"2"' } });
    expect(await recheck(articleId)).toEqual({ kind: 'unchanged', articleId });
    expect(await recheck(articleId)).toEqual({ kind: 'unchanged', articleId });
    expect(asked.map(({ conditional }) => conditional)).toEqual(
      ['"1"', '"2"'].map((etag) => ({
        url: `${SITE}/story-1`,
        headers: { 'if-none-match': etag },
      })),
    );
    expect((await events(articleId)).slice(-2)).toEqual(['not-modified', 'not-modified']);
  });

  test('that finds another text is an update', async () => {
    const { recheck, articleId, serve, queued } = await published();
    serve(1, storyPage(1, { text: UPDATED }));
    expect(await recheck(articleId)).toMatchObject({ kind: 'enqueued', action: 'update' });
    expect(queued.sent).toHaveLength(2);
  });

  test('plans the next step first of all, and only a step does', async () => {
    const { recheck, articleId, queued, answers } = await published({ recheck: ['15m', '1h'] });
    answers.set(`${SITE}/story-1`, { status: 500 });
    await recheck(articleId, { stepMs: 15 * MINUTE });
    expect(queued.rechecks).toMatchObject([
      {
        jobId: `recheck-${articleId}-${60 * MINUTE}`,
        data: { sourceId: 'harbour', articleId, stepMs: 60 * MINUTE },
      },
    ]);
    await recheck(articleId, { stepMs: 60 * MINUTE });
    expect(queued.rechecks).toHaveLength(1);
    await expect(recheck(articleId)).rejects.toThrow('status 500');
    expect(queued.rechecks).toHaveLength(1);
  });

  test('that fails changes nothing: the next step is the retry, and a look out of turn is tried again', async () => {
    const { recheck, articleId, answers, events } = await published();
    answers.set(`${SITE}/story-1`, { status: 500 });
    const step = { stepMs: 15 * MINUTE };
    expect(await recheck(articleId, step)).toMatchObject({ kind: 'unreadable', articleId });
    expect((await events(articleId)).at(-1)).toBe('unreadable');
    await expect(recheck(articleId)).rejects.toMatchObject({ name: 'TransientError' });
    answers.set(`${SITE}/story-1`, { status: 403 });
    expect(await recheck(articleId)).toMatchObject({ kind: 'unreadable' });
    const signal = AbortSignal.abort();
    await expect(recheck(articleId, {}, { signal })).rejects.toMatchObject({ code: 'http-403' });
  });

  test('asks for the whole page of what is withdrawn, which may come back', async () => {
    const { recheck, articleId, serve, asked, pipeline } = await published();
    serve(1, storyPage(1, { head: '<meta name="robots" content="noindex">' }));
    expect(await recheck(articleId)).toMatchObject({ action: 'withdraw' });
    serve(1, storyPage(1));
    expect(await recheck(articleId)).toMatchObject({ kind: 'enqueued', action: 'update' });
    expect(asked.at(-1)!.conditional).toBeUndefined();
    expect((await pipeline.articles.latest(articleId))!.action).toBe('update');
  });

  test('of an article that nobody knows is nothing', async () => {
    const { recheck, asked } = visitedHarbour();
    expect(await recheck('a-1')).toEqual({ kind: 'unchanged', articleId: 'a-1' });
    expect(asked).toEqual([]);
  });

  test('of an article that is held is a visit as if it had just been found', async () => {
    const { serve, visit, recheck, queued } = visitedHarbour({ minConfidence: 1 });
    serve(1, storyPage(1));
    const { articleId } = await visit(1);
    expect(await recheck(articleId, { stepMs: 15 * MINUTE })).toMatchObject({ kind: 'unchanged' });
    await recheck(articleId);
    expect(queued.scrapes).toMatchObject([
      { jobId: `held-${articleId}-${15 * MINUTE}`, data: { sourceId: 'harbour' } },
      { jobId: `held-${articleId}-0`, data: { entry: { link: `${SITE}/story-1` } } },
    ]);
  });
});

describe('an address that leads on', () => {
  const leadsTo = (to: string, body: string) => ({
    url: to,
    redirects: [{ status: 302, from: `${SITE}/story-1`, to }],
    body,
  });

  test('to the front page is a miss', async () => {
    const { recheck, articleId, answers } = await published();
    answers.set(`${SITE}/story-1`, leadsTo(`${SITE}/`, storyPage(1)));
    expect(await recheck(articleId)).toMatchObject({
      kind: 'missing',
      reason: 'leads to the front page',
    });
  });

  test('to itself under another address is followed', async () => {
    const { recheck, articleId, answers } = await published();
    answers.set(`${SITE}/story-1`, leadsTo(`${SITE}/2026/moved`, storyPage(1)));
    expect(await recheck(articleId)).toMatchObject({ kind: 'enqueued', articleId });
  });

  test('to another article is a miss, whether that is known or not', async () => {
    const { recheck, articleId, answers, serve, visit } = await published();
    answers.set(`${SITE}/story-1`, leadsTo(`${SITE}/story-9`, storyPage(9)));
    const missing = { kind: 'missing', reason: `leads to ${SITE}/story-9` };
    expect(await recheck(articleId)).toMatchObject(missing);
    serve(9, storyPage(9));
    expect((await visit(9)).articleId).not.toBe(articleId);
    expect(await recheck(articleId)).toMatchObject(missing);
  });
});

describe('the moment after which nobody is to have a copy', () => {
  const until = (moment: string) =>
    storyPage(1, { head: `<meta name="robots" content="unavailable_after: ${moment}">` });

  test('withdraws the article, unless a later revision has another moment or none', async () => {
    const { serve, visit, recheck, queued, clock } = visitedHarbour();
    serve(1, until('2026-11-30T12:00:00Z'));
    const { articleId } = await visit(1);
    expect(queued.rechecks).toMatchObject([{ data: { expires: true, v: 2 } }]);
    const expiry = { expires: true };
    expect(await recheck(articleId, expiry)).toEqual({ kind: 'unchanged', articleId });
    clock.ms = Date.parse('2026-11-30T12:00:00Z');
    expect(await recheck(articleId, expiry)).toMatchObject({ action: 'withdraw' });
    expect(queued.sent.at(-1)).toMatchObject({
      job: { reason: { code: 'expired', text: 'expired at 2026-11-30T12:00:00.000Z' } },
    });
    expect(await recheck('a-1', expiry)).toEqual({ kind: 'unchanged', articleId: 'a-1' });
  });
});
