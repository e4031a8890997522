import { describe, expect, test } from 'vitest';
import { failureOf, readRestAnswer } from '../../../../src/deliver/wordpress/rest-answer.ts';

const read = (text: string) => readRestAnswer(Buffer.from(text));

describe('the JSON of an answer is read', () => {
  test.each([
    ['alone', '{"id":1}', { value: { id: 1 } }],
    ['as a list', ' [1] ', { value: [1] }],
    ['past a byte order mark', '\uFEFF{"id":1}', { value: { id: 1 } }],
    [
      'past a notice of PHP',
      '<b>Notice</b> {x}: {"id":1}',
      { value: { id: 1 }, noise: '<b>Notice</b> {x}:' },
    ],
    [
      'before what a plugin prints after it',
      '{"id":1} <!-- took {3} s -->',
      { value: { id: 1 }, noise: '<!-- took {3} s -->' },
    ],
    ['right before words', '{"id":1}x', { value: { id: 1 }, noise: 'x' }],
    ['as a list before words', '[{"id":1}] done', { value: [{ id: 1 }], noise: 'done' }],
    ['past 199 braces', `${'{ '.repeat(199)}[1]`, { value: [1], noise: '{ '.repeat(199).trim() }],
  ])('%s', (_where, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test.each([
  '',
  'true',
  '0',
  '"x"',
  'null',
  '<html>{"a" 1}</html>',
  `${'{ '.repeat(200)}[1]`,
  'words ]',
])('there is none in %.20s', (text) => {
  expect(read(text)).toBeUndefined();
});

test('of what stands before two hundred closing braces there is an answer, of more there is none', () => {
  expect(read(`{"a":1}${' }'.repeat(199)}`)?.value).toEqual({ a: 1 });
  expect(read(`{"a":1}${' }'.repeat(200)}`)).toBeUndefined();
});

test.each([
  [
    { code: 'no', message: 'Not here.' },
    { code: 'no', message: 'Not here.' },
  ],
  [{ code: 'no' }, { code: 'no', message: '' }],
  [
    { code: 'no', message: 3 },
    { code: 'no', message: '' },
  ],
  [{ code: 404, message: 'x' }, undefined],
  [{ message: 'x' }, undefined],
  [null, undefined],
  ['code', undefined],
])('a failure in %j is %j', (value, expected) => {
  expect(failureOf(value)).toEqual(expected);
});
