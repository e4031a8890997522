import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { patternsIn } from '../../support/source/patterns.ts';
import { sourceFiles } from '../../support/source/source-files.ts';

/** Patterns that may go back over a text again and again, with what bounds the text. */
const BOUNDED: Record<string, string> = {};

const slow = sourceFiles('src')
  .flatMap(patternsIn)
  .flatMap(({ place, source, flags, isBounded }) => {
    if (flags === undefined || isBounded) return [];
    const { reports } = analyse({ source, flags }, { maxReports: 1 });
    return reports.map(({ type }) => ({ place, source, type }));
  });

test('A regular expression takes time in line with its text, whatever the text is, or its text is bounded.', () => {
  const unbounded = slow.filter(({ source }) => BOUNDED[source] === undefined);
  expect(unbounded.map(({ place, source, type }) => `${place}: ${type} ${source}`)).toEqual([]);
});

test('Each pattern that counts as bounded is one that would be slow.', () => {
  const sources = new Set(slow.map(({ source }) => source));
  expect(Object.keys(BOUNDED).filter((source) => !sources.has(source))).toEqual([]);
});
