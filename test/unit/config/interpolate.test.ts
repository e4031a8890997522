import { expect, test } from 'vitest';
import { interpolate } from '../../../src/config/interpolate.ts';

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
  expect(interpolate(template, environment)).toEqual({ kind: 'text', text });
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
