import { expect, test } from 'vitest';
import { isSameStory } from '../../../src/record/same-story.ts';
import {
  WITHDRAWAL_HEADLINES,
  WITHDRAWAL_SENTENCES,
  withdrawalNotice,
} from '../../../src/record/withdrawal-notice.ts';
import { walkRows } from '../../support/patterns/walked-rows.ts';

const page = (title: string, ...texts: string[]) => ({
  title,
  paragraphs: texts.map((text) => ({ kind: 'p' as const, text })),
});

test.each([
  page('Harbour opens pier', 'This article has been removed.'),
  page('Harbour opens pier', 'We have withdrawn this story. It did not meet our standards.'),
  page('RETRACTED: Harbour opens pier', 'See the note of the editor.'),
  page('Article removed'),
])('a page that says that its article was withdrawn is a notice ($title)', (notice) => {
  expect(withdrawalNotice(notice)).toBeTypeOf('string');
});

test.each([
  page('Withdrawn troops return home', 'They came by train.'),
  page('Harbour board retracts its statement', 'The board said this report was wrong.'),
  page('Paper removes story', ...Array.from({ length: 4 }, () => 'This article was removed.')),
  page('Paper removes story', `This article was removed. ${'And more was said. '.repeat(100)}`),
])('a report about a withdrawal is none ($title)', (report) => {
  expect(withdrawalNotice(report)).toBeUndefined();
});

test('records tell one story when they share half of the shorter one, or headline and time', () => {
  const story = page('Harbour opens pier', 'One.', 'Two.', 'Three.', 'Four.');
  expect(isSameStory(story, page('Another headline', 'One.', 'Two.', 'New.', 'Newer.'))).toBe(true);
  expect(isSameStory(story, page('Another headline', 'One.', 'Other.', 'New.', 'Newer.'))).toBe(
    false,
  );
  const at = { publishedAt: '2026-11-23T08:00:00.000Z' };
  const nextDay = { publishedAt: '2026-11-24T08:00:00.000Z' };
  const column = page('The morning in brief', 'Today.');
  expect(isSameStory({ ...column, ...at }, { ...page(column.title, 'All new.'), ...at })).toBe(
    true,
  );
  expect(isSameStory({ ...column, ...at }, { ...page(column.title, 'All new.'), ...nextDay })).toBe(
    false,
  );
});

walkRows('WITHDRAWAL_SENTENCES', WITHDRAWAL_SENTENCES);
walkRows('WITHDRAWAL_HEADLINES', WITHDRAWAL_HEADLINES);

test('a notice has three paragraphs at most, and 1,500 characters', () => {
  const notice = 'This article has been removed.';
  const rest = (characters: number) => 'x'.repeat(characters - notice.length);
  expect(withdrawalNotice(page('Pier', 'One.', 'Two.', notice))).toBe(notice);
  expect(withdrawalNotice(page('Pier', 'One.', 'Two.', 'Three.', notice))).toBeUndefined();
  expect(withdrawalNotice(page('Pier', notice, rest(1_500)))).toBe(notice);
  expect(withdrawalNotice(page('Pier', notice, rest(1_501)))).toBeUndefined();
  expect(withdrawalNotice(page(notice, 'One.'))).toBe(notice);
});
