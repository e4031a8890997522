import { expect, test } from 'vitest';
import type { SourceState } from '../../../src/monitor/source-status.ts';
import { statusSentence } from '../../../src/monitor/sentence.ts';
import { sourceStanding, standing } from '../../support/records/status.ts';

const sources = (...states: SourceState[]) => states.map((state) => sourceStanding({ state }));
const flow = (publishedToday: number, usualByNow: number | null) => ({
  hour: {},
  day: {},
  publishedToday,
  usualByNow,
});

test('how things stand is said in a sentence or three', () => {
  expect(statusSentence(standing())).toBe(
    '1 of 1 source fine. 2 articles today. Last one 60 min ago.',
  );
  expect(statusSentence(standing({ lastArticleAt: null, flow: flow(1, 4) }))).toBe(
    '1 of 1 source fine. 1 article today (usual by now: 4).',
  );
});

test('sources that are switched off are not counted', () => {
  const status = standing({ sources: sources('ok', 'ok', 'disabled'), lastArticleAt: null });
  expect(statusSentence(status)).toBe('2 of 2 sources fine. 2 articles today.');
});

test.each<[SourceState, string]>([
  ['failing', 'failing'],
  ['refused', 'refused'],
  ['quiet', 'quiet'],
  ['held', 'held'],
  ['paused', 'paused'],
  ['new', 'not read yet'],
])('a source that is %s is counted as %s', (state, word) => {
  expect(statusSentence(standing({ sources: sources('ok', state, state) }))).toContain(
    `1 of 3 sources fine. 2 ${word}. 2 articles`,
  );
});

test('those in trouble are told together', () => {
  expect(statusSentence(standing({ sources: sources('failing', 'quiet') }))).toContain(
    '0 of 2 sources fine. 1 failing, 1 quiet.',
  );
});
