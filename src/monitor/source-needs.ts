import { MINUTE_MS } from '../durations.ts';
import { mendOf } from './mends.ts';
import { need, type Need } from './need.ts';
import { failuresOf, type FeedStatus, type SourceStatus } from './source-status.ts';

/** What a person has to see to about one source. Pure. */
export function sourceNeeds(source: SourceStatus): Need[] {
  if (source.state === 'disabled' || source.state === 'paused') return [];
  return [
    ...source.feeds.flatMap((feed) => feedNeeds(source.id, feed)),
    ...standingNeeds(source),
    ...driftNeeds(source),
  ];
}

function standingNeeds(source: SourceStatus): Need[] {
  const { id: subject, state, since = null, reason: cause = '' } = source;
  const failure = failuresOf(source).find(({ reason }) => reason === cause);
  switch (state) {
    case 'failing':
    case 'refused':
      return [
        need({ kind: `source-${state}`, subject, since, cause, ...mendOf(failure!.code, subject) }),
      ];
    case 'held': {
      const doing = failure
        ? {
            mend: 'it is let through when it says the same again',
            paste: `newsrelay poll --source ${subject} --force`,
          }
        : { mend: 'release or drop them', paste: `newsrelay held list --source ${subject}` };
      return [need({ kind: 'held', subject, since, cause, ...doing })];
    }
    case 'quiet': {
      const usually = pauseInWords(source.usualPauseMs ?? 0);
      return [
        need({
          kind: 'source-quiet',
          subject,
          since,
          cause: `has brought nothing new; its longest usual pause is ${usually}`,
          mend: 'look at its site, and at what its feed holds',
          paste: `newsrelay check --live ${subject}`,
        }),
      ];
    }
    case 'new':
    case 'ok':
    case 'paused':
    case 'disabled':
      return [];
  }
}

/** A length of time as people say it. */
export function pauseInWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}

function driftNeeds({ id: subject, drift }: SourceStatus): Need[] {
  if (!drift) return [];
  const cause = drift.messages.join('; ');
  const mend = 'look at its pages, and mend the rules under article:';
  const paste = `newsrelay check --live ${subject}`;
  return [need({ kind: 'drift', subject, since: drift.since, cause, mend, paste })];
}

function feedNeeds(subject: string, { url, moved, isGone, lastSuccessAt }: FeedStatus): Need[] {
  if (isGone) {
    const mend = 'take it out of feeds, or put its new address in its place';
    const cause = `the feed ${url} says that it is gone for good, and is asked no more`;
    return [need({ kind: 'feed-gone', subject, since: lastSuccessAt, cause, mend })];
  }
  if (!moved) return [];
  const cause = `the feed ${url} has moved for good to ${moved.to}`;
  const mend = 'write the new address into the config';
  const paste = `feeds: [${moved.to}]`;
  const { since } = moved;
  return [need({ kind: 'feed-moved', subject, since, cause, mend, paste, weight: 'note' })];
}

/** What was not polled although it was time; where that is all, it is one need. Pure. */
export function overdueNeeds(sources: readonly SourceStatus[]): Need[] {
  const polled = sources.filter(({ state }) => state !== 'disabled' && state !== 'paused');
  const overdue = polled.flatMap(({ id, feeds }) => {
    const feed = feeds.find(({ isOverdue }) => isOverdue);
    return feed ? [{ id, since: feed.nextPollAt }] : [];
  });
  const mend = 'see whether `newsrelay run` is up, or whether cron calls `newsrelay poll`';
  if (overdue.length > 0 && overdue.length === polled.length) {
    const since = overdue.map((one) => one.since ?? '').toSorted()[0] ?? null;
    const cause = 'nothing is polled: every feed is overdue';
    return [need({ kind: 'overdue', subject: '', since, cause, mend })];
  }
  return overdue.map(({ id: subject, since }) => {
    const paste = `newsrelay poll --source ${subject}`;
    const cause = 'was not polled when it should have been';
    return need({ kind: 'overdue', subject, since, cause, mend, paste });
  });
}
