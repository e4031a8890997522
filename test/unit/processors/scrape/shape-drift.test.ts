import { describe, expect, test } from 'vitest';
import { driftOf } from '../../../../src/processors/scrape/shape-drift.ts';
import type { PageShape } from '../../../../src/store/page-shapes.ts';

const sound: PageShape = { confidence: 0.9, unmatchedRules: [] };
const pages = (count: number, shape: PageShape = sound): PageShape[] =>
  Array.from({ length: count }, () => shape);

describe('driftOf', () => {
  test('says nothing of a source whose pages stay as they are', () => {
    expect(driftOf(pages(120), 0)).toEqual([]);
  });

  test('says nothing before it knows how pages used to be', () => {
    const unreadable = pages(20, { confidence: null, unmatchedRules: [] });
    expect(driftOf([...unreadable, ...pages(19)], 0)).toEqual([]);
  });

  test('names pages that can be read no longer', () => {
    const unreadable = pages(12, { confidence: null, unmatchedRules: [] });
    expect(driftOf([...unreadable, ...pages(60)], 0)).toEqual([
      {
        change: 'unreadable',
        message:
          '12 of the last 20 pages could not be read as articles, 0 of the 52 before: the site seems to have changed',
      },
    ]);
  });

  test("measures low confidence by the source's own limit, and by one half without", () => {
    const doubtful = pages(20, { confidence: 0.6, unmatchedRules: [] });
    expect(driftOf([...doubtful, ...pages(60)], 0)).toEqual([]);
    expect(driftOf([...doubtful, ...pages(60)], 0.7)).toMatchObject([{ change: 'low-confidence' }]);
    const poor = pages(20, { confidence: 0.3, unmatchedRules: [] });
    expect(driftOf([...poor, ...pages(60)], 0)).toMatchObject([{ change: 'low-confidence' }]);
  });

  test('names each rule that matches no longer, and no rule that never matched', () => {
    const before = pages(60, { confidence: 0.9, unmatchedRules: ['subtitle'] });
    const recent = pages(20, { confidence: 0.9, unmatchedRules: ['subtitle', 'body'] });
    expect(driftOf([...recent, ...before], 0).map(({ change }) => change)).toEqual(['rule-body']);
  });

  test('a source that was always half unreadable has not changed', () => {
    const mixed = Array.from({ length: 120 }, (_, index) =>
      index % 2 === 0 ? sound : { confidence: null, unmatchedRules: [] },
    );
    expect(driftOf(mixed, 0)).toEqual([]);
  });

  test.each([
    [6, 60, 1],
    [5, 40, 0],
    [4, 400, 0],
    [5, 400, 1],
  ])('%i of 20 that fail after none of %i raise so many alarms: %i', (failing, before, alarms) => {
    const unreadable = pages(failing, { confidence: null, unmatchedRules: [] });
    const shapes = [...unreadable, ...pages(20 - failing), ...pages(before)];
    expect(driftOf(shapes, 0)).toHaveLength(alarms);
  });

  // Linear congruential numbers: the same sources on every run.
  test.each([0.05, 0.2, 0.5])(
    'chance raises no alarm where a share of %f fails always',
    (share) => {
      let state = 42;
      const random = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
      const alarms = Array.from({ length: 2_000 }, () =>
        Array.from({ length: 120 }, () =>
          random() < share ? { confidence: null, unmatchedRules: [] } : sound,
        ),
      ).filter((shapes) => driftOf(shapes, 0).length > 0);
      expect(alarms.length).toBeLessThanOrEqual(2);
    },
  );
});
