import { expect, test } from 'vitest';
import type { TestPage } from '../../../src/config/article-rules.ts';
import { expectationsMissed } from '../../../src/operations/test-page.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const record = articleRecord({
  title: 'Las Piñas  opens a pier',
  authors: [{ name: 'Lee Quay' }, { name: 'Ada Marsh' }],
  publishedAt: '2026-11-20T08:30:00.000Z',
  paragraphs: [
    { kind: 'p', text: 'The pier opens' },
    { kind: 'p', text: 'on  Monday.' },
  ],
});
const missed = (expected: Partial<TestPage>) =>
  expectationsMissed({ url: 'https://harbour.example/1', ...expected }, record);

test.each<Partial<TestPage>>([
  {},
  { title: ' Las Pin\u0303as opens\na pier ' },
  { authors: ['Lee Quay', 'Ada Marsh'] },
  { publishedAt: '2026-11-20T16:30:00+08:00' },
  { paragraphs: 2 },
  { contains: ['pier opens on Monday'], lacks: ['closes', 'Advertisement'] },
])('a page that is as expected misses nothing: %j', (expected) => {
  expect(missed(expected)).toEqual([]);
});

test.each<[Partial<TestPage>, string]>([
  [{ title: 'Another' }, 'title: expected “Another”, found “Las Piñas  opens a pier”'],
  [{ authors: ['Lee Quay'] }, 'authors: expected “Lee Quay”, found “Lee Quay, Ada Marsh”'],
  [
    { publishedAt: '2026-11-20T08:31:00Z' },
    'publishedAt: expected “2026-11-20T08:31:00Z”, found “2026-11-20T08:30:00.000Z”',
  ],
  [{ paragraphs: 3 }, 'paragraphs: expected 3, found 2'],
  [{ contains: ['Monday', 'Tuesday'] }, 'contains: the body has no “Tuesday”'],
  [{ lacks: ['Tuesday', 'Monday'] }, 'lacks: the body has “Monday”'],
])('what a page lacks of %j is told with what was found', (expected, told) => {
  expect(missed(expected)).toEqual([told]);
});

test('what a page has nothing of is told so', () => {
  const { publishedAt: _, ...undated } = articleRecord({ authors: [] });
  const expected = {
    url: 'https://harbour.example/1',
    authors: ['Lee Quay'],
    publishedAt: '2026-11-20T08:30:00Z',
  };
  expect(expectationsMissed(expected, undated)).toEqual([
    'authors: expected “Lee Quay”, found nothing',
    'publishedAt: expected “2026-11-20T08:30:00Z”, found nothing',
  ]);
});
