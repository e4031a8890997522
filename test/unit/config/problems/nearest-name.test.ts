import { expect, test } from 'vitest';
import { nearestName } from '../../../../src/config/problems/nearest-name.ts';

const KNOWN = ['dataDir', 'schedule', 'feeds', 'id', 'language', 'timeout', 'tags'];

test.each([
  ['data_dir', 'dataDir'],
  ['Data-Dir', 'dataDir'],
  ['data dir', 'dataDir'],
  ['dataDirectory', 'dataDir'],
  ['lang', 'language'],
  ['shcedule', 'schedule'],
  ['scheduel', 'schedule'],
  ['schedul', 'schedule'],
  ['shedulee', 'schedule'],
  ['feed', 'feeds'],
  ['fees', 'feeds'],
  ['if', 'id'],
  ['timout', 'timeout'],
  ['tinmeotu', 'timeout'],
])('%s most likely means %s', (name, meant) => {
  expect(nearestName(name, KNOWN)).toBe(meant);
});

test.each(['iden', 'fee', 'xyz', 'feed2you', 'tim', 'tag5xyz', 'scehduxx'])(
  '%s is near none',
  (name) => {
    expect(
      nearestName(
        name,
        KNOWN.filter((known) => known !== 'tags'),
      ),
    ).toBeUndefined();
  },
);

test('of several the nearest counts, and the first of equally near ones', () => {
  expect(nearestName('feedings', ['feedin2s3', 'feeding'])).toBe('feeding');
  expect(nearestName('cat', ['bat', 'hat'])).toBe('bat');
  expect(nearestName('cat', [])).toBeUndefined();
});
