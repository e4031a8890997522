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

test('texts of a thousand lines are compared', () => {
  const long = Array.from({ length: 1_000 }, (_, index) => `line ${index}`);
  expect(difference(long, long.slice(1)).filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'line 0' },
  ]);
  const longer = ['x', ...long];
  expect(difference(long, longer).filter(({ kind }) => kind === 'same')).toEqual([]);
});

test('of two ways to tell a change the fewest lines are told, what went before what came', () => {
  expect(told(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual(['-a', ' b', ' c', ' d', '+a']);
  expect(told(['a', 'b'], ['b', 'a'])).toEqual(['-a', ' b', '+a']);
  expect(told(['x'], ['y', 'x', 'z'])).toEqual(['+y', ' x', '+z']);
});
