import { describe, expect, test } from 'vitest';
import { countedLines, filesPerFolder, longFunctions } from '../../support/source/sizes.ts';
import { sourceFiles } from '../../support/source/source-files.ts';

const MOST_FILES = 20;
const MOST_LINES = 50;
const MOST_LINES_OF_A_FILE = 250;
/** A real WordPress takes its time to start, and is started once for all tests of a file. */
const ONE_START = /^test\/e2e\/wordpress/;

test('No folder has more than twenty files directly in it.', () => {
  const counts = filesPerFolder(['src', 'test', 'scripts', 'bench', 'workers', 'examples']);
  expect(counts.size).toBeGreaterThan(20);
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});

test('No file of tests is longer than 250 lines, but for those that share a WordPress.', () => {
  const long = sourceFiles('test').filter(
    ({ name, text }) =>
      !ONE_START.test(name) && countedLines(text.split('\n')) > MOST_LINES_OF_A_FILE,
  );
  expect(long.map(({ name }) => name)).toEqual([]);
});

test('No test is longer than fifty lines.', () => {
  const tests = sourceFiles('test').filter(({ name }) => name.endsWith('.test.ts'));
  expect(tests.flatMap((file) => longFunctions(file, MOST_LINES))).toEqual([]);
});

describe('what measures functions', () => {
  const lines = (count: number, indent: string) =>
    Array.from({ length: count }, (_, at) => `${indent}go(${at});\n`).join('');
  const long = (text: string) => longFunctions({ name: 'a.test.ts', text }, 4);

  test.each([
    ['a test', `test('a', async () => {\n${lines(4, '  ')}});\n`],
    ['a function', `async function a(): Promise<void> {\n${lines(4, '  ')}}\n`],
    [
      'a test in a group',
      `describe('a', () => {\n  test('b', () => {\n${lines(4, '    ')}  });\n});\n`,
    ],
    ['a test with a table', `test.each([\n  1,\n])('%s', (a) => {\n${lines(4, '  ')}});\n`],
  ])('%s that is too long is told', (_what, text) => {
    expect(long(text)).toHaveLength(1);
  });

  test.each([
    ['a group of tests', `describe('a', () => {\n${lines(9, '  ')}});\n`],
    ['a group with a table', `describe.each([\n  1,\n])('%s', (a) => {\n${lines(9, '  ')}});\n`],
    ['a short test', `test('a', () => {\n${lines(2, '  ')}});\n`],
    [
      'a test with a long table',
      `test.each([\n  1,\n  2,\n  3,\n  4,\n])('%s', (a) => {\n${lines(2, '  ')}});\n`,
    ],
    ['a test with a comment', `test('a', () => {\n  // Why.\n\n${lines(2, '  ')}});\n`],
  ])('%s is not', (_what, text) => {
    expect(long(text)).toEqual([]);
  });
});
