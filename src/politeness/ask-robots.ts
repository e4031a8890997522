import { PermanentError, TransientError } from '../errors.ts';
import type { FetchResponse } from '../http/fetch.ts';
import { printableUrl } from '../printable-url.ts';
import {
  isHttpTrouble,
  mayFetch,
  robotsAfterFetch,
  type RobotsOptions,
  type RobotsRecord,
  robotsTrouble,
  robotsUrl,
} from './robots-record.ts';

const OWN_REFUSALS = new Set(['address-refused', 'bad-url']);

/**
 * What is known of a host's robots.txt once it was asked for it, after what was known before. Throws what
 * our own config refuses, such as a private address, by its own name: nothing is to be remembered of it.
 */
export async function robotsAnswered(
  previous: RobotsRecord | null,
  answer: Promise<FetchResponse>,
  options: Omit<RobotsOptions, 'nowMs'> & { now: () => number },
): Promise<RobotsRecord> {
  const outcome = await outcomeOf(answer);
  if (outcome instanceof PermanentError && OWN_REFUSALS.has(outcome.code)) throw outcome;
  return robotsAfterFetch(previous, outcome, { ...options, nowMs: options.now() });
}

/** An answer, as far as one can be had. */
export async function outcomeOf<T>(
  answer: Promise<T>,
): Promise<T | PermanentError | TransientError> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PermanentError || error instanceof TransientError) return error;
    throw error;
  }
}

/**
 * Throws for a page that may not be fetched: what keeps us from its robots.txt, by its own name, or
 * `PermanentError` `robots-disallowed` where the file itself forbids it.
 */
export function obeyRobots(url: URL, record: RobotsRecord): void {
  if (mayFetch(record, url)) return;
  const shown = printableUrl(url);
  const trouble = robotsTrouble(record);
  if (trouble && isHttpTrouble(trouble)) {
    const message = `${shown}: the robots.txt of ${url.host} cannot be had (${trouble.reason}), so that nothing is fetched from there until it can`;
    throw new TransientError('robots-unreachable', message);
  }
  if (trouble) {
    const reason = trouble.reason.replace(`${printableUrl(robotsUrl(url))}: `, '');
    throw new TransientError(trouble.code, `${shown}: ${reason}`);
  }
  const message =
    `the robots.txt of ${url.host} does not allow ${shown}; ` +
    'if you may fetch it all the same, set politeness.robots: ignore for this source';
  throw new PermanentError('robots-disallowed', message);
}
