import { expect, test } from 'vitest';
import { consequenceLine, countsTable } from '../../../../../src/cli/commands/rules/reapply.ts';

const url = 'https://harbour.example/pier';

test('a consequence is told with its address, and with headline and rule where it has them', () => {
  expect(
    consequenceLine({ kind: 'withdraw', url, title: 'Pier', reason: 'drop title: pier' }),
  ).toBe(`withdraw  ${url}  Pier\n            drop title: pier`);
  expect(consequenceLine({ kind: 'visit', url, title: null })).toBe(`visit     ${url}`);
});

test('what was looked at is counted by source, and nothing at all is said to be', () => {
  const none = { publish: 0, update: 0, route: 0, withdraw: 0, hold: 0, filter: 0, visit: 0 };
  const counts = { ...none, sourceId: 'harbour', looked: 9, withdraw: 2 };
  expect(
    countsTable([counts])
      .split('\n')
      .map((line) => line.split(/ +/)),
  ).toEqual([
    ['source', 'looked', 'publish', 'update', 'route', 'withdraw', 'hold', 'filter', 'visit'],
    ['harbour', '9', '0', '0', '0', '2', '0', '0', '0'],
  ]);
  expect(countsTable([])).toBe('nothing is known yet that rules could be applied to');
});
