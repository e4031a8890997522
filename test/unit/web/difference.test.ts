import { expect, test } from 'vitest';
import { difference } from '../../../src/web/difference.ts';

const marks = { same: ' ', added: '+', removed: '-' };
const told = (before: string[], after: string[]) =>
  difference(before, after).map(({ kind, text }) => marks[kind] + text);

test('a line that came, went or changed is told, and what is between stays', () => {
  expect(told(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(told([], ['a'])).toEqual(['+a']);
  expect(told(['a'], [])).toEqual(['-a']);
  expect(told(['a', 'b'], ['a', 'b'])).toEqual([' a', ' b']);
});

test('two texts of thousands of lines are told as a whole', () => {
  const long = Array.from({ length: 1_001 }, (_, index) => `line ${index}`);
  expect(difference(long, ['x']).filter(({ kind }) => kind === 'removed')).toHaveLength(1_001);
});
