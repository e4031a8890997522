import { isoTime } from '../../iso-time.ts';
import {
  afterNews,
  hourAt,
  quietFrom,
  usualRates,
  type Pauses,
} from '../../feed/polling/silence.ts';
import { notesOfLook } from './look-notes.ts';
import type { PollState } from '../../feed/polling/poll-state.ts';
import type { PollJob } from '../../queue/topology.ts';
import type { FeedHealth } from '../../store/health/feed-health.ts';
import type { Notice, Pipeline } from '../pipeline.ts';
import type { PollResult, PollVisit } from './poll-result.ts';

/** One visit to a feed, with what was known of the feed before and is known now. */
export interface PolledFeed extends PollVisit {
  job: PollJob;
  /** The feed's id. */
  id: string;
  before: PollState;
  after: PollState;
}

type Teller = Pick<Pipeline, 'health' | 'notice' | 'now'>;

/** Keeps how the feed fares, and tells what began and what ended. */
export async function notePoll(polled: PolledFeed, pipeline: Teller): Promise<void> {
  const { job, id, after, result } = polled;
  const nowMs = pipeline.now();
  for (const notice of noticesOf(polled, nowMs)) pipeline.notice(notice);
  const found = result.kind === 'modified' ? foundIn(result) : 0;
  await Promise.all([
    pipeline.health.feeds.save(id, healthOf(job, after, nowMs)),
    pipeline.health.flow.count({ polls: 1, found }, nowMs),
    noteNews(polled, pipeline),
  ]);
}

function foundIn({ scrapes, filtered = {} }: PollResult & { kind: 'modified' }): number {
  return Object.values(filtered).reduce((sum, many) => sum + many, scrapes.length);
}

/** A feed's failures in a row, as they stand; undefined for one that is well. */
export function standingFailure(state: PollState): FeedHealth['failure'] {
  const { failures, lastOutcome, failingSinceMs, lastPolledAtMs } = state;
  if (failures === 0 || !lastOutcome) return undefined;
  return {
    sinceMs: failingSinceMs ?? lastPolledAtMs ?? 0,
    failures,
    code: lastOutcome.code ?? lastOutcome.kind,
    message: lastOutcome.message ?? 'HTTP 410: the feed is gone for good',
  };
}

function healthOf({ sourceId }: PollJob, state: PollState, nowMs: number): FeedHealth {
  const { movedTo, move, succeededAtMs, nextPollAtMs, lastPolledAtMs, disabledAtMs } = state;
  const failure = standingFailure(state);
  const moved =
    movedTo === null ? move && { to: move.to, sinceMs: move.sinceMs } : { to: movedTo, sinceMs: 0 };
  return {
    sourceId,
    polledAtMs: lastPolledAtMs ?? nowMs,
    succeededAtMs,
    nextPollAtMs,
    ...(failure ? { failure } : {}),
    ...(moved ? { moved } : {}),
    ...(disabledAtMs === null ? {} : { isGone: true }),
  };
}

function noticesOf({ job, before, after, result, outcome }: PolledFeed, nowMs: number): Notice[] {
  const about = { sourceId: job.sourceId, feed: job.feedUrl };
  const failure = standingFailure(after);
  const was = standingFailure(before);
  const next = isoTime(after.nextPollAtMs);
  const notices: Notice[] = [];
  // What is held for its strangeness is told where it is held.
  if (failure && !was && !failure.code.startsWith('suspicious-')) {
    const reason = failure.message;
    notices.push({ ...about, change: 'feed-failing', message: 'the feed fails', reason, next });
  }
  if (!failure && was) {
    const { failures, sinceMs } = was;
    const since = isoTime(sinceMs);
    const message = 'the feed can be read again';
    notices.push({ ...about, level: 'info', change: 'feed-recovered', message, failures, since });
  }
  if (after.disabledAtMs !== null && before.disabledAtMs === null) {
    const message = `the feed says for the second time that it is gone, and is asked no more; take it out of feeds`;
    notices.push({ ...about, change: 'feed-gone', message });
  }
  const to = after.move?.to ?? after.movedTo;
  if (to && to !== (before.move?.to ?? before.movedTo)) {
    const message = `the feed has moved for good; write ${to} under feeds of ${job.sourceId}`;
    notices.push({ ...about, change: 'feed-moved', message });
  }
  for (const { change, message, isKnown } of notesOfLook(outcome, { before, after, nowMs })) {
    if (!isKnown) notices.push({ ...about, change, message });
  }
  if (result.kind === 'modified' && foundIn(result) > 0) {
    const left = foundIn(result) - result.scrapes.length;
    const filtered = left > 0 ? `, of which filters left out ${left}` : '';
    const message = `found ${foundIn(result)} new or changed${filtered}`;
    notices.push({ ...about, level: 'info', change: 'found', message });
  }
  return notices;
}

/** Learns the source's rhythm from what is new in its feed. */
async function noteNews(
  { job: { sourceId }, before, outcome }: PolledFeed,
  { health: { pulses }, now }: Teller,
): Promise<void> {
  if (outcome.kind !== 'changed' || outcome.newEntryTimesMs.length === 0) return;
  const nowMs = now();
  const timesMs = outcome.newEntryTimesMs.map((time) => Math.min(time, nowMs));
  const [counts, known] = await Promise.all([
    pulses.note(sourceId, timesMs, nowMs),
    pulses.pauses(sourceId),
  ]);
  const firstMs = timesMs.reduce((first, time) => Math.min(first, time), nowMs);
  const firstHour = Math.max(
    known?.firstHour ?? hourAt(firstMs),
    counts.lastHour - counts.counts.length + 1,
  );
  const rates = usualRates(counts, firstHour);
  const isFirstReading = before.bodyHash === null;
  const pauses: Pauses =
    known && isFirstReading
      ? { ...known, newAtMs: nowMs }
      : afterNews(known, { atMs: nowMs, timesMs }, rates);
  await pulses.save(sourceId, pauses, quietFrom(pauses, rates));
}
