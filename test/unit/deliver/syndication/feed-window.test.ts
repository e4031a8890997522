import { describe, expect, test } from 'vitest';
import {
  applyJobs,
  type FeedWindow,
  readWindow,
} from '../../../../src/deliver/syndication/feed-window.ts';
import type { RepublishJob } from '../../../../src/queue/republish-job.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { articleId, nextJob, republishJob } from '../../../support/records/republish-job.ts';

const now = new Date('2026-11-29T12:00:00Z');
const EMPTY: FeedWindow = { records: [], withdrawn: [] };
const apply = (window: FeedWindow, jobs: RepublishJob[], limit = 10) =>
  applyJobs(window, jobs, { limit, now });

describe('a file of ours is read', () => {
  const item = (number: number) => ({
    _newsrelay: { record: articleRecord({ id: articleId(number) }) },
  });
  const withdrawal = { id: articleId(9), revision: 4, at: '2026-11-28T12:00:00.000Z' };
  const fileOf = (items: unknown, withdrawn: unknown) =>
    JSON.stringify({ items, _newsrelay: { withdrawn } });

  test('as nothing, and without a word, before it is there', () => {
    expect(readWindow(undefined)).toEqual({ window: EMPTY, damage: [] });
  });

  test('whole, without a word', () => {
    const { window, damage } = readWindow(fileOf([item(1), item(2)], [withdrawal]));
    expect(window.records.map(({ id }) => id)).toEqual([articleId(1), articleId(2)]);
    expect(window.withdrawn).toEqual([withdrawal]);
    expect(damage).toEqual([]);
  });

  test.each(['', '{"items": [', '7', 'null'])('anew where it is %j, and says so', (json) => {
    expect(readWindow(json)).toEqual({
      window: EMPTY,
      damage: ['feed.json is damaged: its window begins anew'],
    });
  });

  test.each([
    [fileOf([item(1), {}], [withdrawal]), 1, 1, '1 damaged entry of feed.json left out'],
    [fileOf([item(1)], [withdrawal, {}]), 1, 1, '1 damaged entry of feed.json left out'],
    [fileOf([7, item(1)], ['x', {}]), 1, 0, '3 damaged entries of feed.json left out'],
  ])('without what is damaged: %#', (json, records, withdrawn, told) => {
    const { window, damage } = readWindow(json);
    expect([window.records.length, window.withdrawn.length]).toEqual([records, withdrawn]);
    expect(damage).toEqual([`${told}: newsrelay resend brings articles back`]);
  });

  test.each([fileOf('none', 'none'), '{}'])('with empty lists where %s has none', (json) => {
    expect(readWindow(json)).toEqual({ window: EMPTY, damage: [] });
  });
});

describe('a job', () => {
  const job = republishJob();
  const { id, revision } = job.record;

  test('of the revision that is shown changes nothing, an earlier one is late', () => {
    const { window } = apply(EMPTY, [job]);
    expect(apply(window, [job]).outcomes).toEqual([{ kind: 'unchanged', remoteId: id }]);
    const later = apply(window, [nextJob(job, 'update')]).window;
    expect(apply(later, [job]).outcomes).toEqual([
      { kind: 'superseded', heldRevision: revision + 1 },
    ]);
  });

  test('shows a withdrawn article again, also under the revision that it left with', () => {
    const gone = apply(EMPTY, [job, { ...job, action: 'withdraw' }]).window;
    expect(gone).toEqual({ records: [], withdrawn: [{ id, revision, at: now.toISOString() }] });
    const { window, outcomes } = apply(gone, [job]);
    expect(outcomes).toEqual([{ kind: 'delivered', remoteId: id, notes: [] }]);
    expect(window).toEqual({ records: [job.record], withdrawn: [] });
  });

  test('of the first revision there may be is taken', () => {
    const first = republishJob({ revision: 0 });
    expect(apply(EMPTY, [first]).outcomes).toMatchObject([{ kind: 'delivered' }]);
    expect(apply(EMPTY, [{ ...first, action: 'withdraw' }]).window.withdrawn).toHaveLength(1);
  });
});

test('the newest articles stay, and of two that were seen at once the one of the first id comes first', () => {
  const at = (number: number, day: number) =>
    republishJob({ id: articleId(number), firstSeenAt: `2026-11-${day}T00:00:00.000Z` });
  const { window } = apply(EMPTY, [at(2, 20), at(1, 20), at(3, 22), at(4, 19)], 3);
  expect(window.records.map((record) => record.id)).toEqual([3, 1, 2].map(articleId));
});

test('the last thousand withdrawals are remembered, the latest first', () => {
  const withdrawn = Array.from({ length: 1_000 }, (_, number) => ({
    id: articleId(number),
    revision: 1,
    at: new Date(now.getTime() - 1_000 * (1_000 - number)).toISOString(),
  }));
  expect(apply({ records: [], withdrawn }, []).window.withdrawn).toHaveLength(1_000);
  const job = republishJob({ id: articleId(7_000) }, 'withdraw');
  const { window } = apply({ records: [], withdrawn }, [job]);
  expect(window.withdrawn).toHaveLength(1_000);
  expect(window.withdrawn[0]!.id).toBe(articleId(7_000));
  expect(window.withdrawn.at(-1)!.id).toBe(articleId(1));
});
