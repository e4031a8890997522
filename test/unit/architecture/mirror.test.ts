import { expect, test } from 'vitest';
import { sourceFiles } from '../../support/source/source-files.ts';

/** Rooms in which each file is tested by itself. */
const ROOMS = ['page', 'article', 'record', 'feed'];

/** Types, schemas and rows of data do nothing by themselves: those who use them are tested with them. */
const DOES_SOMETHING = /=>|\bfunction\b|\bclass \w/;

test('A source file of page, article, record and feed has a unit test of its name at its place.', () => {
  const tests = new Set(sourceFiles('test/unit').map(({ name }) => name));
  const files = ROOMS.flatMap((room) => sourceFiles(`src/${room}`));
  const untested = files
    .filter(({ text }) => DOES_SOMETHING.test(text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '')))
    .map(({ name }) => name.replace(/^src\//, 'test/unit/').replace(/\.ts$/, '.test.ts'))
    .filter((name) => !tests.has(name));
  expect(files.length).toBeGreaterThan(100);
  expect(untested).toEqual([]);
});
