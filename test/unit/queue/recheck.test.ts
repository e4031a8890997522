import { expect, test } from 'vitest';
import { TransientError } from '../../../src/errors.ts';
import { withinDeadline } from '../../../src/queue/deadline.ts';
import { nextRecheck } from '../../../src/queue/recheck.ts';

const MINUTE = 60_000;
const steps = [15 * MINUTE, 60 * MINUTE, 360 * MINUTE];
const watched = { articleId: '0000', firstSeenAtMs: 1_000_000 };

test('the next re-check is the first step to come, counted from first seen and spread by a tenth', () => {
  const first = nextRecheck(steps, watched, watched.firstSeenAtMs)!;
  expect(first.stepMs).toBe(15 * MINUTE);
  expect(first.delayMs).toBeGreaterThanOrEqual(15 * MINUTE);
  expect(first.delayMs).toBeLessThanOrEqual(16.5 * MINUTE);
  const late = nextRecheck(steps, watched, watched.firstSeenAtMs + 120 * MINUTE)!;
  expect(late.stepMs).toBe(360 * MINUTE);
});

test('a step that is done never follows itself, whatever the clock says', () => {
  const next = nextRecheck(steps, { ...watched, doneMs: 15 * MINUTE }, watched.firstSeenAtMs);
  expect(next?.stepMs).toBe(60 * MINUTE);
});

test('after the last step there is none', () => {
  expect(nextRecheck(steps, { ...watched, doneMs: 360 * MINUTE }, 0)).toBeUndefined();
  expect(nextRecheck([], watched, 0)).toBeUndefined();
});

test('work that hangs is aborted at its deadline and fails, even where it ignores its signal', async () => {
  let signal: AbortSignal | undefined;
  const work = (own: AbortSignal | undefined) => {
    signal = own;
    return new Promise<never>(() => {});
  };
  await expect(withinDeadline(10, undefined, work)).rejects.toThrow(TransientError);
  expect(signal?.aborted).toBe(true);
});

test('work that ends in time is left alone, and is told when its worker lets go', async () => {
  expect(await withinDeadline(60_000, undefined, async () => 'done')).toBe('done');
  const worker = new AbortController();
  const work = withinDeadline(60_000, worker.signal, async (signal) => {
    worker.abort();
    return signal?.aborted;
  });
  expect(await work).toBe(true);
});
