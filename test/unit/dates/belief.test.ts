import { expect, test } from 'vitest';
import { dateDisbelief } from '../../../src/dates/belief.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');

test.each(['1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1989-12-31T23:59:59Z'])(
  '%s stands for no date',
  (stated) => expect(dateDisbelief(stated, NOW)).toMatch(/before 1990/),
);

test('a date of 1990 is believed, and an older one is not, whenever it is read', () => {
  expect(dateDisbelief('1990-01-01T00:00:00Z', NOW)).toBeUndefined();
  expect(dateDisbelief('1990-01-01T00:00:00Z')).toBeUndefined();
  expect(dateDisbelief('1989-12-31T23:59:59Z')).toMatch(/before 1990/);
});

test('a date more than a day ahead is not believed, one within a day is', () => {
  expect(dateDisbelief('2026-11-29T12:00:01Z', NOW)).toMatch(/ahead/);
  expect(dateDisbelief('2026-11-29T12:00:00Z', NOW)).toBeUndefined();
  expect(dateDisbelief('2099-01-01T00:00:00Z')).toBeUndefined();
});
