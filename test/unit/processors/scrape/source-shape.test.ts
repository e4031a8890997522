import { expect, test } from 'vitest';
import {
  driftNotes,
  unmatchedNotes,
  watchShape,
} from '../../../../src/processors/scrape/source-shape.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const source = { id: 'harbour', minConfidence: 0.5 };

test('a lasting change of a source’s pages is told once, stands while it lasts, and has its mend', async () => {
  const { pipeline, notices } = offlinePipeline([]);
  const page = (confidence: number | null) =>
    watchShape(source, { confidence, unmatchedRules: [] }, pipeline);
  for (let n = 0; n < 60; n += 1) await page(1);
  expect([notices, await driftNotes(source, pipeline)]).toEqual([[], []]);
  for (let n = 0; n < 20; n += 1) await page(null);
  expect(notices).toMatchObject([{ sourceId: 'harbour', change: 'unreadable' }]);
  expect((await pipeline.health.drifts.all()).get('harbour')?.messages).toHaveLength(1);
  const [note] = await driftNotes(source, pipeline);
  expect(note).toMatch(/could not be read as articles.*; try `newsrelay check --live harbour`$/);
  for (let n = 0; n < 60; n += 1) await page(1);
  expect((await pipeline.health.drifts.all()).size).toBe(0);
});

test('a rule that matched nothing is one note, on however many pages', () => {
  expect(unmatchedNotes({ title: 2, body: 1 }, 5)).toEqual([
    'the rule article.title matched nothing on 2 of 5 pages; what was found automatically is used there',
    'the rule article.body matched nothing on 1 of 5 pages; what was found automatically is used there',
  ]);
  expect(unmatchedNotes({}, 5)).toEqual([]);
});
