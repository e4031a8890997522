import { expect, test } from 'vitest';
import { localTime, timeAway } from '../../../src/monitor/times.ts';

test('a moment is printed in the zone of this machine, with seconds where they matter', () => {
  const at = new Date(2026, 0, 9, 8, 5, 7);
  expect(localTime(at.getTime())).toBe('2026-01-09 08:05');
  expect(localTime(at.toISOString(), 'second')).toBe('2026-01-09 08:05:07');
});

const NOW = Date.parse('2026-11-29T12:00:00Z');
test.each([
  [0, '0s'],
  [40_000, '40s'],
  [119_000, '119s'],
  [120_000, '2m'],
  [119 * 60_000, '119m'],
  [120 * 60_000, '2h'],
  [47 * 3_600_000, '47h'],
  [48 * 3_600_000, '2d'],
  [12 * 60_000 + 20_000, '12m'],
])('what is %i ms away is %s away, before and after', (ms, words) => {
  expect(timeAway(NOW - ms, NOW)).toBe(words);
  expect(timeAway(new Date(NOW + ms).toISOString(), NOW)).toBe(words);
});
