import { expect, test } from 'vitest';
import {
  republishJobSchema,
  supersedingJob,
  titledRecord,
  withoutContent,
  type RepublishJob,
} from '../../../src/queue/republish-job.ts';
import type { Change } from '../../../src/record/fingerprint.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const first = republishJob();
const update = (changes?: Change[]): RepublishJob => ({
  ...nextJob(first, 'update'),
  action: 'update',
  record: titledRecord(first),
  ...(changes && { changes }),
});

test('a taken down record keeps what names the article and nothing of its content', () => {
  const left = withoutContent(
    articleRecord({ images: [{ url: 'https://harbour.example/a.jpg' }] }),
  );
  const job = republishJobSchema.parse({
    ...first,
    action: 'withdraw',
    reason: { code: 'takedown', text: 'court order' },
    record: left,
  });
  const { id, url, revision } = articleRecord();
  expect(job.record).toMatchObject({ id, url, revision, images: [], authors: [], paragraphs: [] });
  for (const field of ['title', 'subtitle', 'summary', 'credit', 'dateline']) {
    expect(job.record).not.toHaveProperty(field);
  }
});

test('a publication or update without a title is no job', () => {
  const { title: _, ...record } = first.record;
  for (const action of ['publish', 'update']) {
    expect(republishJobSchema.safeParse({ ...first, action, record }).success).toBe(false);
  }
});

test('a reader takes jobs with fields that a later version adds', () => {
  expect(republishJobSchema.safeParse({ ...first, mood: 'calm' }).success).toBe(true);
});

test.each<[string, RepublishJob, RepublishJob, Partial<RepublishJob>]>([
  [
    'an update over an unseen publication publishes',
    update(['text']),
    first,
    { action: 'publish' },
  ],
  [
    'two updates tell the changes of both',
    update(['text']),
    update(['rights', 'text']),
    { action: 'update', changes: ['text', 'rights'] },
  ],
])('%s', (_what, job, waiting, wanted) => {
  expect(supersedingJob(job, waiting)).toMatchObject(wanted);
});

test('where one of two updates tells no changes, everything may have changed', () => {
  expect(supersedingJob(update(['text']), update())).not.toHaveProperty('changes');
  expect(supersedingJob(update(), update(['text']))).not.toHaveProperty('changes');
  expect(supersedingJob(update(['text']), nextJob(first, 'withdraw'))).not.toHaveProperty(
    'changes',
  );
});

test('a publication tells no changes, whatever it takes the place of', () => {
  expect(supersedingJob(update(['text']), first)).not.toHaveProperty('changes');
});

test('a withdrawal stays one, whatever it takes the place of', () => {
  const withdrawal = nextJob(first, 'withdraw');
  expect(supersedingJob(withdrawal, first)).toEqual(withdrawal);
});
