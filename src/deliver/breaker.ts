import type { DestinationHealth, Suspicion } from '../store/destinations/destinations.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

/**
 * So many articles in a row are no article's own trouble, whatever the probe says: a site may answer
 * questions and take nothing.
 */
const MOST_FAILING = 5;

/**
 * How long a suspected job waits after each of its tries. A fault that passes, such as a slow minute of
 * the site's, is over by the last of them.
 */
const SUSPECT_WAITS_MS = [5_000, 15_000, 45_000, 135_000];

/** One delivery that failed by a fault that may be the destination's or the article's own. */
export interface Failure {
  articleId: string;
  reason: string;
  /** By its probe, or because it took another article during the try. */
  isDestinationWell: boolean;
  /** When the destination itself asked to be called again. */
  askedUntilMs?: number | undefined;
  atMs: number;
}

/**
 * The destination's health after a failure. It is put off, longer each time, when its probe fails too
 * or when too many articles fail in a row; one article's failure is left to that article.
 * @param random 0 to 1, so that several destinations on one host do not try in step
 */
export function healthAfterFailure(
  { failing, down, takenAtMs }: DestinationHealth,
  { articleId, reason, isDestinationWell, askedUntilMs, atMs }: Failure,
  random: number,
): DestinationHealth {
  const row = [...new Set([...failing, articleId])].slice(0, MOST_FAILING);
  if (isDestinationWell && row.length < MOST_FAILING) return { failing: row, takenAtMs };
  const waits = (down?.waits ?? 0) + 1;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (waits - 1), LONGEST_WAIT_MS) * (0.5 + random / 2);
  return {
    failing: row,
    takenAtMs,
    down: {
      sinceMs: down?.sinceMs ?? atMs,
      reason,
      waits,
      nextTryMs: Math.max(atMs + waitMs, askedUntilMs ?? 0),
    },
  };
}

/** After an answer that is about the job and not about the destination: it is up, and may take nothing. */
export function afterAnswer({ failing, down, takenAtMs }: DestinationHealth): DestinationHealth {
  return failing.length < MOST_FAILING ? { failing, takenAtMs } : { failing, takenAtMs, down };
}

/** The nearest moment at which a job that is put off may come back. */
export function putOffUntil({ down }: DestinationHealth, nowMs: number): number {
  return Math.max(down?.nextTryMs ?? 0, nowMs + FIRST_WAIT_MS);
}

/**
 * What one more failure says of an article. A try counts against it when the destination was well, or
 * has taken others since the try before.
 */
export function suspicionAfter(
  before: Suspicion | undefined,
  { takenAtMs }: DestinationHealth,
  { isDestinationWell, atMs }: Failure,
): Suspicion {
  const othersPassed = before !== undefined && (takenAtMs ?? 0) > before.failedAtMs;
  return {
    tries: (before?.tries ?? 0) + (isDestinationWell || othersPassed ? 1 : 0),
    sinceMs: before?.sinceMs ?? atMs,
    failedAtMs: atMs,
  };
}

/** When a suspected job is tried again (epoch ms); undefined when it has had its tries. */
export function nextSuspectTry({ tries, failedAtMs }: Suspicion): number | undefined {
  const waitMs = tries === 0 ? 0 : SUSPECT_WAITS_MS[tries - 1];
  return waitMs === undefined ? undefined : failedAtMs + waitMs;
}
