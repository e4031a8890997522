import { expect, test } from 'vitest';
import { LIFETIMES } from '../../../src/store/lifetimes.ts';

const DAY_S = 86_400;

test.each([
  ['article', 180 * DAY_S],
  ['alias', 180 * DAY_S],
  ['history', 90 * DAY_S],
  ['feed', 365 * DAY_S],
  ['emptyLook', 3_600],
  ['held', 90 * DAY_S],
  ['pageShapes', 365 * DAY_S],
  ['templateLines', 90 * DAY_S],
  ['shapeTold', DAY_S],
  ['destination', 30 * DAY_S],
  ['pulse', 365 * DAY_S],
  ['flow', 36 * DAY_S],
  ['fetchedPages', 15 * 60],
  ['filtered', 30 * 86_400],
] as const)('the memory of %s outlives its last use by %i seconds', (kind, seconds) => {
  expect(LIFETIMES[kind]).toBe(seconds);
});

test('every kind of memory is in the list above', () => {
  expect(Object.keys(LIFETIMES)).toHaveLength(14);
});
