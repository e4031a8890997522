import { expect, test } from 'vitest';
import {
  formatPath,
  formatProblem,
  inReadingOrder,
} from '../../../../src/config/problems/problem.ts';

const problem = (line: number, column: number, message: string, file = 'a.yaml', path = 'x') => ({
  file,
  line,
  column,
  path,
  message,
});

test('a problem is printed with its place and its path, where it has one', () => {
  expect(formatProblem(problem(3, 5, 'is wrong'))).toBe('a.yaml:3:5: x is wrong');
  expect(formatProblem(problem(3, 5, 'is wrong', 'a.yaml', ''))).toBe('a.yaml:3:5: is wrong');
});

test.each([
  [['sources', 0, 'schedule'], 'sources[0].schedule'],
  [[0, 'id'], '[0].id'],
  [[], ''],
])('%j is the path %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test('problems are told file by file, top to bottom, left to right', () => {
  const all = [
    problem(9, 1, 'fourth'),
    problem(1, 1, 'fifth', 'b.yaml'),
    problem(2, 7, 'third'),
    problem(2, 3, 'second'),
    problem(1, 9, 'first'),
  ];
  expect(inReadingOrder(all).map(({ message }) => message)).toEqual([
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
  ]);
});

test('of one value its first problem alone is told', () => {
  const all = [
    problem(1, 1, 'is no text'),
    problem(1, 1, 'is too long'),
    problem(1, 1, 'is another', 'a.yaml', 'y'),
  ];
  expect(inReadingOrder(all).map(({ message }) => message)).toEqual(['is no text', 'is another']);
});
