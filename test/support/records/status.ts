import type { DestinationStatus, QueueStatus } from '../../../src/monitor/queue-status.ts';
import {
  SOURCE_STATES,
  type SourceState,
  type SourceStatus,
} from '../../../src/monitor/source-status.ts';
import type { Status } from '../../../src/monitor/status.ts';

export const AT = '2026-11-29T12:00:00.000Z';

export function sourceStanding(changes: Partial<SourceStatus> = {}): SourceStatus {
  return {
    id: 'harbour',
    name: 'Harbour Post',
    channel: 'hbp',
    state: 'ok',
    lastSuccessAt: '2026-11-29T11:50:00.000Z',
    lastArticleAt: '2026-11-29T11:00:00.000Z',
    quietFrom: null,
    usualPauseMs: 7_200_000,
    nextPollAt: '2026-11-29T12:05:00.000Z',
    held: 0,
    feeds: [],
    ...changes,
  };
}

export function queueStanding(changes: Partial<QueueStatus> = {}): QueueStatus {
  return {
    name: 'scrape',
    waiting: 1,
    active: 2,
    delayed: 3,
    failed: 4,
    oldestWaitingAt: '2026-11-29T11:58:00.000Z',
    dueSince: null,
    ...changes,
  };
}

export function destinationStanding(changes: Partial<DestinationStatus> = {}): DestinationStatus {
  return {
    name: 'blog',
    type: 'wordpress',
    state: 'ok',
    waiting: 3,
    oldestWaitingAt: null,
    lastDeliveredAt: null,
    ...changes,
  };
}

/** How things stand where all is well; counts are those of the sources. */
export function standing(changes: Partial<Status> = {}): Status {
  const sources = changes.sources ?? [sourceStanding()];
  const counts = Object.fromEntries(
    SOURCE_STATES.map((state) => [state, sources.filter((one) => one.state === state).length]),
  ) as Record<SourceState, number>;
  return {
    at: AT,
    counts,
    needs: [],
    sources,
    destinations: [],
    queues: [],
    held: { count: 0, since: null },
    quarantined: 0,
    lastArticleAt: '2026-11-29T11:00:00.000Z',
    flow: { hour: {}, day: {}, publishedToday: 2, usualByNow: null },
    memory: { usedBytes: 3_145_728, limitBytes: null, use: 0, bytesPerDay: null, fullAt: null },
    ...changes,
  };
}
