import { describe, expect, test } from 'vitest';
import { decisionLines } from '../../../../../src/cli/commands/rules/dry-run.ts';

const about = { sourceId: 'harbour', url: 'https://harbour.example/pier', title: 'Pier' };

describe('of an entry it is said', () => {
  const enqueued = (destinations: object[]) =>
    decisionLines({
      ...about,
      outcome: 'enqueued',
      action: 'publish',
      mode: 'full',
      destinations,
    } as never);

  test('who would get it, when, and who would not', () => {
    const destinations = [
      { destination: 'desk', isTaken: true, reason: 'r', action: 'publish' },
      {
        destination: 'blog',
        isTaken: true,
        reason: 'r',
        action: 'publish',
        until: '2026-11-29T09:00:00Z',
      },
      { destination: 'hook', isTaken: false, reason: 'drops sport' },
    ];
    expect(enqueued(destinations)).toEqual([
      'harbour: publish (full) to desk, blog at 2026-11-29T09:00:00Z: Pier, https://harbour.example/pier',
      '    not to hook: drops sport',
    ]);
  });

  test('that nobody would, where none takes it or was asked', () => {
    expect(
      enqueued([
        { destination: 'hook', isTaken: false, reason: 'x', action: 'publish' },
        { destination: 'desk', isTaken: true, reason: 'y' },
      ])[0],
    ).toBe('harbour: publish (full) to nobody: Pier, https://harbour.example/pier');
  });

  test.each(['held', 'filtered', 'dropped', 'failed'] as const)('why it was %s', (outcome) => {
    expect(decisionLines({ ...about, title: null, outcome, reason: 'because' })).toEqual([
      `harbour: ${outcome}: without a headline, https://harbour.example/pier`,
      '    because',
    ]);
  });

  test('nothing, where another entry has led to its article', () => {
    expect(decisionLines({ ...about, outcome: 'unchanged' })).toEqual([]);
  });
});
