import { describe, expect, test } from 'vitest';
import { actionFor } from '../../../../src/processors/republish/send-to-destination.ts';
import type { Action } from '../../../../src/store/articles/latest.ts';
import type { Sent } from '../../../../src/store/destinations/sent.ts';

type Row = [
  action: Action,
  isTaken: boolean,
  state: Sent['state'] | undefined,
  asked: Action | undefined,
];

const asked = (action: Action, isTaken: boolean, sent: Sent | undefined, code?: 'takedown') =>
  actionFor({ action, revision: 7, ...(code && { reason: { code } }) }, isTaken, sent);

describe('a destination with rules of its own', () => {
  test.each<Row>([
    ['publish', true, undefined, 'publish'],
    ['publish', false, undefined, undefined],
    ['update', true, 'shown', 'update'],
    ['update', true, 'never', 'publish'],
    ['update', true, 'withdrawn', 'publish'],
    ['update', false, 'shown', 'withdraw'],
    ['update', false, 'never', undefined],
    ['update', false, 'withdrawn', undefined],
    ['withdraw', true, 'shown', 'withdraw'],
    ['withdraw', false, 'shown', 'withdraw'],
    ['withdraw', true, 'never', undefined],
    ['withdraw', true, 'withdrawn', undefined],
    ['publish', false, 'shown', 'withdraw'],
  ])('is asked by a %s (taken: %j) of what is %s there: %s', (action, isTaken, state, expected) => {
    expect(asked(action, isTaken, state && { state, revision: 3 })).toBe(expected);
  });

  test.each<Row>([
    ['update', true, undefined, 'update'],
    ['update', false, undefined, 'withdraw'],
    ['withdraw', false, undefined, 'withdraw'],
  ])(
    'may show what nobody noted, from before it had rules: %s, %j',
    (action, isTaken, _, expected) => {
      expect(asked(action, isTaken, undefined)).toBe(expected);
    },
  );

  test('is asked the same again after a crash', () => {
    expect(asked('update', true, { state: 'shown', revision: 7 })).toBe('publish');
    expect(asked('update', false, { state: 'withdrawn', revision: 7 })).toBe('withdraw');
    expect(asked('withdraw', true, { state: 'withdrawn', revision: 7 })).toBe('withdraw');
    expect(asked('publish', false, { state: 'never', revision: 7 })).toBeUndefined();
  });

  test('hears of a takedown also where the article has left it, but not where it never was', () => {
    expect(asked('withdraw', true, { state: 'withdrawn', revision: 3 }, 'takedown')).toBe(
      'withdraw',
    );
    expect(asked('withdraw', true, { state: 'never', revision: 3 }, 'takedown')).toBeUndefined();
  });
});
