import { isoTime } from '../../iso-time.ts';
import { provesThemFalse, type PollOutcome } from '../../feed/polling/after-poll.ts';
import type { PollState } from '../../feed/polling/poll-state.ts';
import { silentSince } from '../../feed/polling/validation.ts';
import { HOUR_MS } from '../../durations.ts';

/** What a look at a feed's whole document showed that its operator ought to know. */
export interface LookNote {
  change: 'validators-false' | 'feed-silent';
  message: string;
  /** It was told after the last such look. */
  isKnown: boolean;
}

export function notesOfLook(
  outcome: PollOutcome,
  { before, after, nowMs }: { before: PollState; after: PollState; nowMs: number },
): LookNote[] {
  if (outcome.kind !== 'changed' && outcome.kind !== 'unchanged') return [];
  if (outcome.response.status === 304) return [];
  const notes: LookNote[] = [];
  if (provesThemFalse(before, outcome)) {
    const message =
      'its entries changed although its ETag and Last-Modified did not: those are not believed, and its whole document is asked for from now on';
    notes.push({ change: 'validators-false', message, isKnown: false });
  }
  const sinceMs = silentSince(after, nowMs);
  if (sinceMs !== undefined) {
    const hours = Math.max(Math.round((after.gapMs ?? 0) / HOUR_MS), 1);
    const message = `it has had nothing new since ${isoTime(sinceMs)}, and usually has every ${hours} h; see whether the site has another feed by now (newsrelay discover)`;
    const isKnown = silentSince(before, before.fullAtMs ?? 0) !== undefined;
    notes.push({ change: 'feed-silent', message, isKnown });
  }
  return notes;
}
