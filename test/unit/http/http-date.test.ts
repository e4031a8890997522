import { expect, test } from 'vitest';
import { parseHttpDate } from '../../../src/http/http-date.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const at = (text: string) => {
  const ms = parseHttpDate(text, now);
  return ms === null ? null : new Date(ms).toISOString().replace('.000', '');
};

test.each(
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map((name, month) => [name, month + 1] as const),
)('%s is month %i in each form', (name, month) => {
  const day = `2026-${String(month).padStart(2, '0')}-09T08:49:37Z`;
  expect(at(`Mon, 09 ${name} 2026 08:49:37 GMT`)).toBe(day);
  expect(at(`Monday, 09-${name}-26 08:49:37 GMT`)).toBe(day);
  expect(at(`Mon ${name}  9 08:49:37 2026`)).toBe(day);
});

test.each([
  [' Sun, 6 Nov 1994 08:49:37 UTC ', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-76 08:49:37 GMT', '2076-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-77 08:49:37 GMT', '1977-11-06T08:49:37Z'],
  ['Thu, 31 Dec 2015 23:59:60 GMT', '2016-01-01T00:00:00Z'],
  ['Sun Nov 06 08:49:37 1994', '1994-11-06T08:49:37Z'],
  ['Sun, 06 Nov 1994 24:00:00 GMT', null],
  ['Sun, 06 Nov 1994 08:60:00 GMT', null],
  ['Sun, 06 Nov 1994 08:49:61 GMT', null],
  ['Sun, 31 Nov 1994 08:49:37 GMT', null],
  ['Sun, 06 Nov 1994 08:49:37 CET', null],
  ['Sun, 06 Nov 94 08:49:37 GMT', null],
  ['06 Nov 1994 08:49:37 GMT', null],
  ['Sun, 06 Nov 1994 08:49 GMT', null],
  ['x Sun, 06 Nov 1994 08:49:37 GMT', null],
  ['0', null],
  ['', null],
])('"%s" is %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});
