import type { FetchRequest } from '../http/fetch.ts';

export interface Trails {
  /** The request where the job stands with its fetch; `request` itself where nothing is known. */
  take(jobId: string, request: FetchRequest): FetchRequest;
  /** @param next where the fetch that began with `request` stands. */
  keep(jobId: string, request: FetchRequest, next: FetchRequest): void;
}

/** Jobs that wait between two redirects are few; the oldest start anew. */
const MOST_TRAILS = 1_000;

/**
 * How far the fetches of waiting jobs have come, so that one which waits for its turn at an address that a
 * redirect led to does not begin at the first again. In this process alone: another one follows the
 * redirects once more, and then knows them as well.
 */
export function createTrails(): Trails {
  const kept = new Map<string, FetchRequest>();
  const nameOf = (jobId: string, { url }: FetchRequest): string => `${jobId}\n${url}`;
  return {
    take(jobId, request) {
      const name = nameOf(jobId, request);
      const next = kept.get(name);
      if (!next) return request;
      kept.delete(name);
      return { ...next, signal: request.signal };
    },
    keep(jobId, request, next) {
      if (next.trail === undefined) return;
      const [oldest] = kept.keys();
      if (kept.size >= MOST_TRAILS && oldest !== undefined) kept.delete(oldest);
      kept.set(nameOf(jobId, request), next);
    },
  };
}
