import { expect, test } from 'vitest';
import { watchExpiry, watchVisit } from '../../../../src/processors/scrape/next-visit.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const { content: _, ...entry } = anEntry();
const visit = {
  feedUrl: 'https://harbour.example/f',
  entry,
  validators: null,
  missingSinceMs: null,
};
const MINUTE = 60_000;

test('an article is looked at once more at the moment after which nobody is to have a copy', async () => {
  const { pipeline, queued, clock } = offlinePipeline([]);
  const { rights, ...record } = articleRecord();
  const until = (atMs: number) => ({
    ...record,
    rights: { ...rights, expiresAt: new Date(atMs).toISOString() },
  });
  await watchExpiry({ ...record, rights }, pipeline);
  expect(queued.rechecks).toEqual([]);
  await watchExpiry(until(clock.ms + 5_000), pipeline);
  await watchExpiry(until(clock.ms - 5_000), pipeline);
  const data = { sourceId: 'harbour-post', articleId: record.id, expires: true, v: 2 };
  expect(queued.rechecks).toEqual([
    { jobId: `expiry-${record.id}-${clock.ms + 5_000}`, data, delay: 5_000 },
    { jobId: `expiry-${record.id}-${clock.ms - 5_000}`, data, delay: 0 },
  ]);
});

test('the next step of the source’s schedule is planned, and none after the last', async () => {
  const { pipeline, queued, clock } = offlinePipeline([]);
  const firstSeenAt = new Date(clock.ms).toISOString();
  const watched = (recheck: number[]) =>
    watchVisit({ id: 'a-1', source: { id: 'harbour', recheck }, firstSeenAt, visit }, pipeline);
  await watched([]);
  expect(queued.rechecks).toEqual([]);
  await watched([15 * MINUTE, 60 * MINUTE]);
  expect(queued.rechecks).toEqual([
    {
      jobId: `recheck-a-1-${15 * MINUTE}`,
      data: { sourceId: 'harbour', articleId: 'a-1', stepMs: 15 * MINUTE },
      delay: expect.any(Number),
    },
  ]);
  expect(queued.rechecks[0]!.delay).toBeGreaterThanOrEqual(15 * MINUTE);
});
