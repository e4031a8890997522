import { expect, test } from 'vitest';
import { findDateline } from '../../../../src/article/dates/dateline.ts';

test.each([
  ['PORT ELSE -- The ferry is late.', 'PORT ELSE'],
  ['PORT ELSE, Northland (AP) — The ferry is late.', 'PORT ELSE, Northland (AP)'],
  ['WEDNESDAY, June 5 (Harbour News) -- The ferry is late.', undefined],
])('"%s" was filed from %s', (text, place) => {
  expect(findDateline(text)).toBe(place);
});
