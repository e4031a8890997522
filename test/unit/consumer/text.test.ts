import { expect, test } from 'vitest';
import {
  excerpt,
  plainText,
  readingMinutes,
  sampleJobs,
  type ArticleRecord,
} from '../../../consumer/index.js';

const jobs = sampleJobs();
const record = jobs['publish-full'].record as ArticleRecord;

test('an excerpt is the summary, cut between words, within what the rights allow', () => {
  expect(excerpt(record)).toBe(record.summary);
  expect(excerpt(record, 20)).toBe('The bus between…');
  const cut = { ...record.rights, mode: 'excerpt' as const, maxExcerptLength: 10 };
  expect(Array.from(excerpt({ ...record, rights: cut }, 100)).length).toBeLessThanOrEqual(10);
});

test('without a summary it is the first paragraph, but not of a gated article', () => {
  const { summary: _, ...rest } = record;
  expect(excerpt(rest)).toMatch(/^The school bus/);
  expect(excerpt({ ...rest, flags: { ...record.flags, gated: true } })).toBe('');
});

test('the text for a search has title, paragraphs, cells of tables and credit', () => {
  const rich = jobs['publish-rich'].record as ArticleRecord;
  expect(plainText(rich)).toContain('North pier\t4,210\t3,118');
  expect(plainText(rich).split('\n')[0]).toBe(rich.title);
  expect(plainText(jobs['publish-excerpt'].record as ArticleRecord)).toContain('changes its fuel');
});

test('reading takes longer where there are more words, in scripts without spaces too', () => {
  const long = (text: string, language: string) =>
    readingMinutes({ ...record, language, paragraphs: [{ kind: 'p', text }] });
  expect(long('word', 'en')).toBe(1);
  expect(long('word '.repeat(1_150), 'en')).toBe(5);
  expect(long('今日は学校のバスが走ります。'.repeat(200), 'ja')).toBeGreaterThan(3);
});

test('A language that is none costs nothing but its own rules.', () => {
  expect(readingMinutes({ ...record, language: '"><b>' })).toBeGreaterThan(0);
});
