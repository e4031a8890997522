import { ThrottledError, TransientError } from '../errors.ts';
import type { Destination } from './destination.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

/**
 * Keeps a destination that is down from costing its jobs their attempts, and from being hammered: after
 * an `unavailable` failure jobs are put off, longer each time, and one at a time tries whether the
 * destination is back. A destination that answered 410 is not called again by this process.
 * @param random 0 to 1, so that several processes do not try in step
 */
export function withBreaker(destination: Destination, random: () => number): Destination {
  let failures = 0;
  let retryAtMs = 0;
  let trying = false;
  let gone: string | undefined;

  const putOff = (nowMs: number, reason: string, cause?: unknown) => {
    const untilMs = Math.max(retryAtMs, nowMs + FIRST_WAIT_MS);
    return new ThrottledError('unavailable', reason, untilMs, { cause });
  };

  return {
    ...destination,
    async deliver(job, context) {
      if (gone !== undefined) return { kind: 'gone', message: gone };
      const nowMs = context.now().getTime();
      const isDown = failures > 0;
      if (isDown && (trying || nowMs < retryAtMs)) {
        throw putOff(nowMs, `${destination.name} is unavailable`);
      }
      trying = isDown;
      try {
        const outcome = await destination.deliver(job, context);
        failures = 0;
        if (outcome.kind === 'gone') gone = outcome.message;
        return outcome;
      } catch (error) {
        if (!(error instanceof TransientError) || error.code !== 'unavailable') {
          failures = 0; // it answered
          throw error;
        }
        // Jobs that were under way when it went down say nothing new about it.
        if (!isDown && failures > 0) throw putOff(nowMs, error.message, error);
        failures += 1;
        const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
        retryAtMs = context.now().getTime() + wait * (0.5 + random() / 2);
        throw putOff(nowMs, error.message, error);
      } finally {
        if (isDown) trying = false;
      }
    },
  };
}
