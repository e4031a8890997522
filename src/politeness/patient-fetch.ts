import { setTimeout as delay } from 'node:timers/promises';
import { ThrottledError } from '../errors.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Asker, PoliteFetch } from './polite-fetch.ts';

/** A turn for robots.txt, one for what is asked for, and one lost to another job. */
const MOST_TURNS = 3;
const MOST_PATIENCE_MS = 10_000;

/**
 * For what is wanted within a job that has other work, such as a picture: waits a few seconds for its turn instead
 * of going back to the queue. Throws what `PoliteFetch` throws, `ThrottledError` where the turn is further away.
 */
export function patientFetch(
  fetch: PoliteFetch,
  asker: Omit<Asker, 'jobId'>,
  now: () => number,
): Fetch {
  return async (request) => {
    for (let turn = 1; ; turn += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- each try comes after the one before
        return await fetch(request, { ...asker, jobId: `within a job: ${request.url}` });
      } catch (error) {
        const waitMs = error instanceof ThrottledError ? error.untilMs - now() : Infinity;
        if (waitMs > MOST_PATIENCE_MS || turn >= MOST_TURNS) throw error;
        await delay(Math.max(0, waitMs), undefined, { signal: request.signal });
      }
    }
  };
}
