import { expect, test } from 'vitest';
import { askerFor } from '../../../src/processors/pipeline.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const askerOf = (changes: object) => {
  const sources = [{ id: 'harbour', feeds: ['https://harbour.example/f'], ...changes }];
  const { pipeline } = offlinePipeline(sources);
  return askerFor(pipeline.sources.get('harbour')!, 'job-1', pipeline);
};

test('a job asks its hosts as its source says, and as all do where it says nothing', () => {
  expect(askerOf({})).toMatchObject({
    jobId: 'job-1',
    limits: { concurrency: 50, spacingMs: 0 },
    robots: 'obey',
  });
  const politeness = { concurrency: 2, spacing: '3s', robots: 'ignore' };
  expect(askerOf({ politeness })).toMatchObject({
    limits: { concurrency: 2, spacingMs: 3_000 },
    robots: 'ignore',
  });
});
