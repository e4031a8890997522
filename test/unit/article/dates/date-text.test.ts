import { expect, test } from 'vitest';
import { parseDate, statesZone } from '../../../../src/article/dates/date-text.ts';

test.each([
  ['9 March 2024', '2024-03-09T00:00:00Z'],
  [' 2024-03-09T08:30:00+02:00 ', '2024-03-09T08:30:00+02:00'],
  ['2024-03-09 08:30', '2024-03-09T08:30:00Z'],
  [`9 March 2024${' '.repeat(120)}x`, '2024-03-09T00:00:00Z'],
  [`${'.'.repeat(115)}9 March 2024`, undefined],
  ['2024', undefined],
  ['2024-03', undefined],
  ['1 January 1990', '1990-01-01T00:00:00Z'],
  ['31 December 1989', undefined],
  ['31 December 2099', '2099-12-31T00:00:00Z'],
  ['1 January 2100', undefined],
  ['soon', undefined],
])('%j is the day %s', (text, date) => {
  expect(parseDate(text, {})).toBe(date);
});

test.each([
  '8:30 Z',
  '08:30Z',
  '08:30 UTC',
  '08:30 GMT',
  '08:30+02:00',
  '08:30 -0500',
  '08:30 gmt.',
])('%s says its zone', (text) => {
  expect(statesZone(`9 March 2024 ${text}`)).toBe(true);
});

test.each(['08:30', '9 March 2024 UTC', '08:30 +2', '8.30 UTC'])('%s does not', (text) => {
  expect(statesZone(text)).toBe(false);
});
