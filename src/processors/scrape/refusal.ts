import { PermanentError, ThrottledError, TransientError } from '../../errors.ts';
import { credentialTrouble } from '../../http/credential-trouble.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { meaningOf, patienceMs } from '../../http/status-meaning.ts';
import { HOUR_MS } from '../../durations.ts';

// For a host that asks for patience without saying how much.
const PATIENCE_MS = HOUR_MS;

/** What a page's status means for its job: come back later, try again, or give up. */
export function refusal(
  { sourceId, link }: { sourceId: string; link: string },
  response: FetchResponse,
  nowMs: number,
): Error {
  const { status } = response;
  const answered = `${sourceId}: ${link} answered with status ${status}`;
  const waitMs = patienceMs(response, nowMs, PATIENCE_MS);
  if (waitMs !== undefined) return new ThrottledError(`http-${status}`, answered, nowMs + waitMs);
  if (meaningOf(status) === 'trouble') return new TransientError(`http-${status}`, answered);
  const trouble = credentialTrouble(response);
  if (trouble) return new PermanentError(trouble.code, `${sourceId}: ${link}: ${trouble.message}`);
  const mend = 'open it in a browser to see whether the feed or the site is wrong';
  return new PermanentError(`http-${status}`, `${answered}; ${mend}`);
}

/** The page is not there, or not any more. */
export function isMissing({ status }: FetchResponse): boolean {
  return meaningOf(status) === 'missing';
}

/** Another visit may find what this answer lacks. */
export function mayComeLater({ status }: FetchResponse): boolean {
  return ['busy', 'trouble'].includes(meaningOf(status));
}
