import type { Validators } from '../../http/conditional-request.ts';
import { DAY_MS } from '../../durations.ts';
import type { PollState } from './poll-state.ts';

type Watched = Pick<PollState, 'fullAtMs' | 'newsAtMs' | 'gapMs'>;

/** A feed that says "not modified" for as many of its usual pauses is asked for its whole document. */
const USUAL_PAUSES = 3;
/** A quiet feed is asked for it once a week all the same. */
const LONGEST_MS = 7 * DAY_MS;
/** How much the last pause counts among those before. */
const NEWEST_SHARE = 1 / 4;

const wholeLookAfterMs = ({ gapMs }: Pick<Watched, 'gapMs'>): number =>
  Math.min(Math.max(USUAL_PAUSES * (gapMs ?? 0), DAY_MS), LONGEST_MS);

/**
 * Whether the feed is to be asked without validators: a server whose validators never change says "not
 * modified" for ever. By the feed's own rhythm, at most once a day.
 */
export function isWholeLookDue(state: Watched, nowMs: number): boolean {
  return state.fullAtMs !== null && nowMs - state.fullAtMs >= wholeLookAfterMs(state);
}

/** What is known of a feed's news after a poll; `newTimesMs` are those of entries not seen before. */
export function afterLook(
  state: Watched,
  { isWhole, newTimesMs }: { isWhole: boolean; newTimesMs: readonly number[] },
  nowMs: number,
): Watched {
  // Of a feed that an earlier version polled nobody noted when it was last read whole.
  const fullAtMs = isWhole ? nowMs : (state.fullAtMs ?? nowMs);
  if (newTimesMs.length === 0) return { ...pick(state), fullAtMs };
  return { fullAtMs, newsAtMs: nowMs, gapMs: gapAfter(state, newTimesMs, nowMs) };
}

const pick = ({ newsAtMs, gapMs }: Watched) => ({ newsAtMs, gapMs });

function gapAfter({ newsAtMs, gapMs }: Watched, newTimesMs: readonly number[], nowMs: number) {
  if (newsAtMs === null) {
    // What a feed holds at first sight tells how it went on before.
    const oldestMs = newTimesMs.reduce((oldest, time) => Math.min(oldest, time), nowMs);
    return Math.round((nowMs - oldestMs) / newTimesMs.length) || null;
  }
  const gap = Math.max(nowMs - newsAtMs, 0);
  return Math.round(gapMs === null ? gap : gapMs + (gap - gapMs) * NEWEST_SHARE);
}

/** Since when a feed is silent (epoch ms) although its whole document was read; undefined where it is not. */
export function silentSince({ newsAtMs, gapMs }: Watched, nowMs: number): number | undefined {
  if (newsAtMs === null || gapMs === null) return undefined;
  return nowMs - newsAtMs >= Math.max(USUAL_PAUSES * gapMs, DAY_MS) ? newsAtMs : undefined;
}

export function areSame(one: Validators | null, other: Validators | null | undefined): boolean {
  return (
    one !== null &&
    !!other &&
    one.url === other.url &&
    one.etag === other.etag &&
    one.lastModified === other.lastModified
  );
}
