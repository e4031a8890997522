import { describe, expect, test } from 'vitest';
import { parseJob, sampleJobs, UnrecoverableJobError } from '../../../consumer/index.js';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';

const samples = Object.entries(sampleJobs());
const job = sampleJobs()['publish-full'];

describe('the samples', () => {
  test.each(samples)(
    '%s is a job that newsrelay could have sent, and one that sites take',
    (_name, sample) => {
      const sent: unknown = JSON.parse(JSON.stringify(sample));
      expect(parseJob(sent)).toEqual(sent);
    },
  );
});

test.each(samples.filter(([name]) => name !== 'update-unknown-fields'))(
  '%s is all that newsrelay itself knows',
  (_name, sample) => {
    const sent: unknown = JSON.parse(JSON.stringify(sample));
    expect(republishJobSchema.parse(sent)).toEqual(sent);
  },
);

test('what a later version adds stays, and hinders nothing', () => {
  const later = { ...job, mood: 'calm', record: { ...job.record, weather: 'fair' } };
  expect(parseJob(later)).toEqual(later);
});

test.each<[string, unknown, string]>([
  ['no object', 'job', 'the job is "job", not an object'],
  [
    'another schema',
    { ...job, schema: 'newsrelay.job/2' },
    'schema is "newsrelay.job/2", not newsrelay.job/1',
  ],
  [
    'another action',
    { ...job, action: 'praise' },
    'action is "praise", not publish, update, withdraw',
  ],
  ['no byline', { ...job, byline: 7 }, 'byline is no text'],
  ['no record', { ...job, record: null }, 'record is null, not an object'],
  [
    'a record without an id',
    { ...job, record: { ...job.record, id: undefined } },
    'record.id is missing, not of kind string',
  ],
  [
    'a revision in words',
    { ...job, record: { ...job.record, revision: 'x' } },
    'record.revision is "x", not of kind number',
  ],
  [
    'paragraphs that are none',
    { ...job, record: { ...job.record, paragraphs: 'x' } },
    'record.paragraphs is "x", not a list',
  ],
  ['no title', { ...job, record: { ...job.record, title: undefined } }, 'record.title is missing'],
  [
    'rights of another kind',
    { ...job, record: { ...job.record, rights: { mode: 'all' } } },
    'record.rights.mode is "all"',
  ],
])('%s is told, and BullMQ does not try it again', (_what, data, message) => {
  const parsed = () => parseJob(data);
  expect(parsed).toThrow(UnrecoverableJobError);
  expect(parsed).toThrow(message);
  expect(new UnrecoverableJobError('x').name).toBe('UnrecoverableError');
});
