import { describe, expect, test } from 'vitest';
import { Keys } from '../../../src/store/keys.ts';

const keys = new Keys('p');

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
    'addressLease',
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
