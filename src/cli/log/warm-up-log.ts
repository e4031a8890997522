import type { Logger } from 'pino';
import type { WarmUpOutcome } from '../../service/warm-up.ts';

/** Tells how a warm-up ended after so many milliseconds: one that fell short makes the first pages slower, and no more. */
export function tellWarmUp(outcome: WarmUpOutcome, ms: number, log: Logger): void {
  if (outcome.kind === 'warm') log.debug({ ms }, 'warmed up');
  else if (outcome.kind === 'cut-short') {
    log.info({ ms }, 'had no time to warm up: the first pages take longer to read');
  } else {
    const reason = `${outcome.page}: ${String(outcome.error)}`;
    log.warn({ ms, reason }, 'could not warm up: the first pages take longer to read');
  }
}
