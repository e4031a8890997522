import { expect, test } from 'vitest';
import { interpolate, withReferences } from '../../../../src/config/file/interpolate.ts';

const environment = { HOST: 'db', EMPTY: '', NESTED: '${HOST}' };

test.each([
  ['plain $text {x} $1', 'plain $text {x} $1'],
  ['${HOST}', 'db'],
  ['redis://${HOST}:${PORT:-6379}/0', 'redis://db:6379/0'],
  ['${EMPTY}', ''],
  ['${EMPTY:-x}', 'x'],
  ['${UNSET:-}', ''],
  ['${NESTED}', '${HOST}'],
  ['$${HOST}', '${HOST}'],
  ['(\\d+)$', '(\\d+)$'],
])('%s becomes %j', (template, text) => {
  expect(interpolate(template, environment)).toMatchObject({ kind: 'text', text });
});

test.each([
  ['${A} ${HOST} ${B}', /variables A and B, which are not set/],
  ['${toString}', /variable toString, which is not set; set it, or write \$\{toString:-default\}/],
  ['${', /is no variable/],
  ['${1A}', /is no variable/],
  ['${HOST', /is no variable/],
  ['${HOST-x}', /is no variable/],
])('%s is a problem', (template, message) => {
  expect(interpolate(template, environment)).toMatchObject({
    kind: 'problem',
    message: expect.stringMatching(message),
  });
});

test('the variables whose values came in are named, once each place, and defaults are none', () => {
  expect(interpolate('${HOST}:${PORT:-1}/${HOST}$${HOST}', environment)).toMatchObject({
    variables: [
      { name: 'HOST', value: 'db' },
      { name: 'HOST', value: 'db' },
    ],
  });
});

test.each([
  ['${UNSET:-x} ${HOST:-y} ${EMPTY:-z}', ['UNSET', 'EMPTY']],
  ['${UNSET:-} ${HOST} $${UNSET:-x}', []],
])('In %s the variables without a value whose place is filled are %j.', (template, stoodIn) => {
  expect(interpolate(template, environment)).toMatchObject({ stoodIn });
});

test('what stands in the place of references leaves plain text as it is meant', () => {
  expect(withReferences('a ${HOST} ${PORT:-1} $${HOST} $5', '*')).toBe('a * * ${HOST} $5');
});
