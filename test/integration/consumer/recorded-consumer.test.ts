import { expect, onTestFinished, test } from 'vitest';
import { sampleJobs } from '../../../consumer/index.js';
import { type RecordedJob, RecordedSite } from '../../fixtures/recorded-consumers/v0.1.0.ts';

const samples = sampleJobs();
const { 'withdraw-takedown': takedown, ...others } = samples;

/** A job as the queue hands it out: what the consumer's own types say of it is what it believed then. */
const received = (job: unknown): RecordedJob => JSON.parse(JSON.stringify(job));

function openSite(): RecordedSite {
  const site = new RecordedSite(':memory:');
  onTestFinished(() => site.close());
  return site;
}

test.each(Object.entries(others))('a consumer of version 0.1.0 applies %s', (_name, job) => {
  const site = openSite();
  const isWithdrawal = job.action === 'withdraw';
  expect(site.apply(received(job))).toBe(isWithdrawal ? 'withdrawn' : 'shown');
  expect(site.titles()).toEqual(isWithdrawal ? [] : [job.record.title]);
  expect(site.apply(received(job))).toBe('stale');
});

test('a consumer of version 0.1.0 follows an article through an update and a withdrawal', () => {
  const site = openSite();
  const [published, updated] = [samples['publish-full'], samples['update-text']];
  site.apply(received(published));
  expect(site.apply(received(updated))).toBe('shown');
  expect(site.titles()).toEqual([updated.record.title]);
  const gone = {
    ...samples['withdraw-gone'],
    record: { ...updated.record, revision: updated.record.revision + 1 },
  };
  expect(site.apply(received(gone))).toBe('withdrawn');
  expect(site.titles()).toEqual([]);
});

test('a takedown, whose record has no title, fails loudly in a consumer of version 0.1.0', () => {
  const site = openSite();
  site.apply(received(samples['publish-full']));
  expect(() => site.apply(received(takedown))).toThrow(/cannot be bound/);
});
