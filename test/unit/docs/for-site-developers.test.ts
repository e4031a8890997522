import { expect, test } from 'vitest';
import { articleRecordSchema, rightsSchema } from '../../../src/article-record.ts';
import { parseSeedText, writeSeedText } from '../../../src/record/seed-format.ts';
import { republishJobSchema, titledRecord } from '../../../src/queue/republish-job.ts';
import { ALL_CHANGES } from '../../../src/record/fingerprint.ts';
import { withdrawReasonSchema } from '../../../src/withdraw-reason.ts';
import { codeSpans, readDocument } from '../../support/docs/documents.ts';

const page = readDocument('docs/for-site-developers.md');

const [example] = page.blocks.filter(({ mark }) => mark === 'a job');
const job = JSON.parse(example?.code ?? '') as object;

test.each(Object.keys(articleRecordSchema.shape))('the record’s %s is explained', (field) => {
  expect(codeSpans(page)).toContain(field);
});

const jobFields = new Set(republishJobSchema.options.flatMap(({ shape }) => Object.keys(shape)));

test.each([...jobFields])('the %s of a job is explained, or shown in the example', (field) => {
  expect([...codeSpans(page), ...Object.keys(job)]).toContain(field);
});

test.each(Object.keys(rightsSchema.shape))('the %s of rights is explained', (field) => {
  expect(codeSpans(page).map((code) => code.replace('rights.', ''))).toContain(field);
});

test.each([...withdrawReasonSchema.shape.code.options, ...ALL_CHANGES])(
  '%s is explained',
  (value) => {
    expect(codeSpans(page)).toContain(value);
  },
);

test('the example of a job keeps to the contract, field for field', () => {
  expect(republishJobSchema.parse(job)).toEqual(job);
});

test('the example of the text format is the example of the job', () => {
  const text = page.blocks.find(({ language }) => language === 'text')?.code ?? '';
  const record = titledRecord(republishJobSchema.parse(job));
  expect(writeSeedText(record)).toBe(text);
  expect(parseSeedText(text).title).toBe(record.title);
});
