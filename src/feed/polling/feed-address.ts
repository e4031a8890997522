import type { Redirect } from '../../http/fetch.ts';
import type { PollState } from './poll-state.ts';
import { DAY_MS, HOUR_MS } from '../../durations.ts';

const PERMANENT = new Set([301, 308]);

const MOVE_ANSWERS = 3;
const FAILURES_BEFORE_RETURN = 5;

type AddressState = Pick<PollState, 'movedTo' | 'move'>;

/** Where a feed is asked for now. */
export function feedAddress(configuredUrl: string, state: Pick<PollState, 'movedTo'>): string {
  return state.movedTo ?? configuredUrl;
}

/**
 * A permanent redirect is believed when it was given three times in a row over a day or more, each
 * time leading to a readable feed: a mistake of an afternoon must not move a feed for good. A
 * temporary one (302, 303, 307) never is. To be called after each success.
 *
 * @param askedUrl what `feedAddress` gave.
 */
export function afterRedirects(
  state: AddressState,
  askedUrl: string,
  redirects: Redirect[],
  nowMs: number,
): AddressState {
  const to = permanentTarget(askedUrl, redirects);
  if (to === null) return { movedTo: state.movedTo, move: null };
  const move =
    state.move?.to === to
      ? { ...state.move, seen: state.move.seen + 1 }
      : { to, sinceMs: nowMs, seen: 1 };
  const isConfirmed = move.seen >= MOVE_ANSWERS && nowMs - move.sinceMs >= DAY_MS;
  return isConfirmed ? { movedTo: to, move: null } : { movedTo: state.movedTo, move };
}

/** The end of the permanent hops that the redirects begin with, or null when there is none to follow. */
function permanentTarget(askedUrl: string, redirects: Redirect[]): string | null {
  const firstTemporary = redirects.findIndex(({ status }) => !PERMANENT.has(status));
  const leading = firstTemporary === -1 ? redirects : redirects.slice(0, firstTemporary);
  const to = leading.at(-1)?.to;
  if (to === undefined) return null;
  const from = new URL(askedUrl);
  // The new address would be asked without them.
  if (from.username !== '' || from.password !== '') return null;
  const isDowngrade = from.protocol === 'https:' && new URL(to).protocol === 'http:';
  return isDowngrade || to === from.href ? null : to;
}

/** An address that was adopted and fails again and again is given up for the configured one. */
export function afterFailure(state: AddressState, failures: number): AddressState {
  const isLost = state.movedTo !== null && failures >= FAILURES_BEFORE_RETURN;
  return { movedTo: isLost ? null : state.movedTo, move: null };
}

type GoneState = Pick<PollState, 'goneSinceMs' | 'disabledAtMs'>;

// The second question is put a day later; a little less counts, for clocks differ.
const GONE_CONFIRMATION_MS = DAY_MS - HOUR_MS;

/** 410 is believed when the feed says it again a day later. */
export function afterGone(state: GoneState, nowMs: number): GoneState {
  const goneSinceMs = state.goneSinceMs ?? nowMs;
  const isConfirmed = nowMs - goneSinceMs >= GONE_CONFIRMATION_MS;
  return { goneSinceMs, disabledAtMs: isConfirmed ? nowMs : null };
}
