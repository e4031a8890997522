import { describe, expect, test } from 'vitest';
import {
  afterAnswer,
  healthAfterFailure,
  type Failure,
  nextSuspectTry,
  putOffUntil,
  suspicionAfter,
} from '../../../src/deliver/breaker.ts';
import type { DestinationHealth, Suspicion } from '../../../src/store/destinations/destinations.ts';

const well: DestinationHealth = { failing: [] };
const failure = (changes: Partial<Failure> = {}): Failure => ({
  articleId: 'a',
  reason: 'no answer',
  isDestinationWell: true,
  atMs: 1_000_000,
  ...changes,
});

describe('the destination', () => {
  test('stays open when one article fails while its probe answers, however often', () => {
    let health = well;
    for (let round = 0; round < 20; round += 1) health = healthAfterFailure(health, failure(), 1);
    expect(health).toEqual({ failing: ['a'], takenAtMs: undefined });
  });

  test('is put off when its probe fails too, longer each time, up to five minutes', () => {
    let health = well;
    const waits = Array.from({ length: 12 }, () => {
      health = healthAfterFailure(health, failure({ isDestinationWell: false }), 1);
      return (health.down?.nextTryMs ?? 0) - 1_000_000;
    });
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(300_000);
    expect(health.down).toMatchObject({ sinceMs: 1_000_000, reason: 'no answer' });
  });

  test('waits as long as it asked for', () => {
    const asked = failure({ isDestinationWell: false, askedUntilMs: 2_000_000 });
    expect(healthAfterFailure(well, asked, 0).down?.nextTryMs).toBe(2_000_000);
  });

  test('is put off when five articles in a row fail, whatever its probe says', () => {
    let health = well;
    for (const articleId of ['a', 'b', 'c', 'd']) {
      health = healthAfterFailure(health, failure({ articleId }), 1);
      expect(health.down).toBeUndefined();
    }
    health = healthAfterFailure(health, failure({ articleId: 'e' }), 1);
    expect(health.down).toMatchObject({ waits: 1 });
    expect(healthAfterFailure(health, failure({ articleId: 'a' }), 1).down).toMatchObject({
      waits: 2,
    });
  });

  test('is back when its probe answers although the article that tried failed', () => {
    const down = healthAfterFailure(well, failure({ isDestinationWell: false }), 1);
    expect(healthAfterFailure(down, failure(), 1).down).toBeUndefined();
  });

  test('is back after an answer about the job, but not while nothing is taken', () => {
    const down = { sinceMs: 1, reason: 'x', waits: 1, nextTryMs: 2 };
    expect(afterAnswer({ failing: ['a'], down }).down).toBeUndefined();
    expect(afterAnswer({ failing: ['a', 'b', 'c', 'd', 'e'], down }).down).toBe(down);
  });

  test('lets no put-off job come back at once', () => {
    expect(putOffUntil(well, 5_000)).toBe(6_000);
    const down = { sinceMs: 1, reason: 'x', waits: 1, nextTryMs: 9_000 };
    expect(putOffUntil({ failing: [], down }, 5_000)).toBe(9_000);
  });
});

describe('an article', () => {
  /** The waits before each next try until it is given up. */
  function waitsOf(isDestinationWell: boolean, health = well): (number | undefined)[] {
    let suspicion: Suspicion | undefined;
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 8 && (waits.at(-1) !== undefined) === round > 0; round += 1) {
      const atMs = suspicion ? (nextSuspectTry(suspicion) ?? 0) : 1_000_000;
      suspicion = suspicionAfter(suspicion, health, failure({ atMs, isDestinationWell }));
      const next = nextSuspectTry(suspicion);
      waits.push(next === undefined ? undefined : next - atMs);
    }
    return waits;
  }

  test('is given up after five tries over some minutes while the destination is well', () => {
    expect(waitsOf(true)).toEqual([5_000, 15_000, 45_000, 135_000, undefined]);
  });

  test('is never given up while nothing says that the destination is well', () => {
    expect(waitsOf(false)).not.toContain(undefined);
  });

  test('has a try counted also when others were taken since its last one', () => {
    const before = suspicionAfter(undefined, well, failure({ isDestinationWell: false }));
    const next = failure({ isDestinationWell: false, atMs: 1_010_000 });
    expect(suspicionAfter(before, { failing: [], takenAtMs: 1_005_000 }, next).tries).toBe(1);
    expect(suspicionAfter(before, { failing: [], takenAtMs: 900_000 }, next).tries).toBe(0);
  });
});
