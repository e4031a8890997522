import { share } from './schedule.ts';

// Articles found together are looked at again apart from each other, by up to this share of the wait.
const SPREAD = 0.1;

export interface Recheck {
  stepMs: number;
  /** From now. */
  delayMs: number;
}

export interface WatchedArticle {
  articleId: string;
  firstSeenAtMs: number;
  /** The step that is being done: only later ones follow it, whatever the clock of this worker says. */
  doneMs?: number | undefined;
}

/**
 * The next look at an article's page: the first of the source's `recheck` steps, counted from when the
 * article was first seen, that is still to come. Steps missed while nobody worked are let go.
 */
export function nextRecheck(
  steps: readonly number[],
  { articleId, firstSeenAtMs, doneMs = 0 }: WatchedArticle,
  nowMs: number,
): Recheck | undefined {
  const part = 1 + SPREAD * share(articleId);
  for (const stepMs of steps) {
    const delayMs = Math.ceil(firstSeenAtMs + stepMs * part) - nowMs;
    if (stepMs > doneMs && delayMs > 0) return { stepMs, delayMs };
  }
  return undefined;
}

/** One job an article and step, however often it is asked for. */
export function recheckJobId(articleId: string, stepMs: number): string {
  return `recheck-${articleId}-${stepMs}`;
}
