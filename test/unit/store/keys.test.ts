import { describe, expect, test } from 'vitest';
import { Keys, LIFETIMES } from '../../../src/store/keys.ts';

const DAY_S = 86_400;
const keys = new Keys('p');

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

describe('keys', () => {
  const ids = [
    'feed',
    'feedLease',
    'article',
    'history',
    'outbox',
    'outboxOf',
    'fetchedPages',
    'held',
    'dropped',
    'heldOf',
    'filtered',
    'filteredOf',
    'destination',
    'destinationSuspects',
    'deliverySlots',
    'owed',
    'destinationTrial',
    'pageShapes',
    'templateLines',
    'pulse',
    'sourcePauses',
    'recentArticlesOf',
    'alias',
  ] as const;
  const single = [
    'takedowns',
    'deployment',
    'deploymentAlive',
    'feedHealth',
    'news',
    'pageTroubles',
    'drifts',
    'pausedSources',
    'missingSources',
    'heldSources',
    'recentArticles',
    'recentFacts',
    'memorySamples',
  ] as const;
  const all = (id: string) => [
    ...ids.filter((name) => name !== 'outboxOf').map((name) => keys[name](id)),
    keys.shapeTold(id, 'x'),
    keys.flow(7),
    ...single.map((name) => keys[name]()),
  ];

  test('begin with the prefix and are each another', () => {
    expect(new Set(all('abc')).size).toBe(all('abc').length);
    expect(all('abc').filter((key) => !key.startsWith('p:'))).toEqual([]);
    expect(keys.shapeTold('abc', 'x')).not.toBe(keys.shapeTold('abc', 'y'));
  });

  test('of one thing are other than those of another', () => {
    const [one, other] = [
      ids.map((name) => keys[name]('abc')),
      ids.map((name) => keys[name]('bcd')),
    ];
    expect(one.filter((key) => other.includes(key))).toEqual([]);
  });

  test('that scripts touch together lie in one slot of a cluster', () => {
    const slot = (key: string) => /\{(.*?)\}/.exec(key)?.[1];
    expect(
      new Set(
        [
          keys.article('abc'),
          keys.history('abc'),
          keys.outboxOf('abc'),
          keys.outbox('a'),
          keys.held('abc'),
        ].map(slot),
      ),
    ).toEqual(new Set(['a']));
    expect([keys.feed('abc'), keys.feedLease('abc')].map(slot)).toEqual(['abc', 'abc']);
    expect(slot(keys.deployment())).toBe(slot(keys.deploymentAlive()));
    expect(slot(keys.recentArticles())).toBe(slot(keys.recentFacts()));
    expect(keys.partitions()).toEqual('0123456789abcdef'.split(''));
  });
});
