import { PermanentError, ThrottledError, TransientError } from '../../errors.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { retryAfterMs } from '../../http/freshness.ts';
import { HOUR_MS } from '../../durations.ts';

// For a host that asks for patience without saying how much.
const PATIENCE_MS = HOUR_MS;

/** What a page's status means for its job: come back later, try again, or give up. */
export function refusal(
  { sourceId, link }: { sourceId: string; link: string },
  { status, headers }: FetchResponse,
  nowMs: number,
): Error {
  const answered = `${sourceId}: ${link} answered with status ${status}`;
  const patienceMs = retryAfterMs(headers, nowMs);
  if (status === 429 || (status === 503 && patienceMs !== null)) {
    return new ThrottledError(`http-${status}`, answered, nowMs + (patienceMs ?? PATIENCE_MS));
  }
  if (status >= 500) return new TransientError(`http-${status}`, answered);
  const mend = 'open it in a browser to see whether the feed or the site is wrong';
  return new PermanentError(`http-${status}`, `${answered}; ${mend}`);
}

/** The statuses that say that a page is not there any more. */
export function isMissing({ status }: FetchResponse): boolean {
  return status === 404 || status === 410;
}
