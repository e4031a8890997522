import { expect, test } from 'vitest';
import { parseSeedText, writeSeedText } from '../../../src/record/seed-format.ts';

const record = {
  id: '00000fa1-ad24-5beb-b217-fef4df98b992',
  channel: 'hbr',
  source: 'Harbour News',
  taxonomy: ['harbour/world/town-4', 'harbour/topics/pier-1', 'harbour/world'],
  title: 'Harbour opens pier “One”',
  paragraphs: [
    { kind: 'p' as const, text: 'The board opened the pier.' },
    { kind: 'p' as const, text: 'Nobody was hurt.' },
  ],
  credit: {
    text: 'The Coast Press Agency contributed to this report.',
    people: [],
    organizations: ['Coast Press Agency'],
  },
};

const text = `00000fa1-ad24-5beb-b217-fef4df98b992 hbr Harbour News harbour/world/town-4 harbour/topics/pier-1
Harbour opens pier “One”
The board opened the pier.
Nobody was hurt.
The Coast Press Agency contributed to this report.
`;

test('a record is written as header, title, paragraphs and credit, a line each', () => {
  expect(writeSeedText(record)).toBe(text);
});

test('the header has as many fields as asked for, and an empty one takes no place', () => {
  expect(writeSeedText(record, { headerFields: 2 }).split('\n')[0]).toBe(`${record.id} hbr`);
  expect(writeSeedText({ ...record, channel: '' }).split('\n')[0]).toBe(
    `${record.id} Harbour News harbour/world/town-4 harbour/topics/pier-1 harbour/world`,
  );
});

test('reading the text back gives the fields that it carries', () => {
  const { taxonomy, ...fields } = record;
  expect(parseSeedText(text)).toEqual({ ...fields, taxonomy: taxonomy.slice(0, 2) });
});

test('a header without channel and taxonomy is read back', () => {
  const bare = { ...record, channel: '', taxonomy: [] };
  expect(parseSeedText(writeSeedText(bare))).toEqual(bare);
});
