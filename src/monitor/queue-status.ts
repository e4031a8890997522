import { isoTime } from '../iso-time.ts';
import type { Queue } from 'bullmq';
import type { DestinationOptions } from '../config/schema.ts';
import type { DeliverySlots } from '../store/destinations/delivery-slots.ts';
import { firstDue, oldestUnsent, plannedJobs } from '../queue/jobs-about.ts';
import { plainName, type Queues } from '../queue/queues.ts';
import { deliverQueue } from '../queue/topology.ts';
import {
  type DestinationState,
  destinationState,
  type DestinationStore,
} from '../store/destinations/destinations.ts';

export interface QueueStatus {
  name: string;
  waiting: number;
  active: number;
  /** Put off to a time of their own. */
  delayed: number;
  /** Given up: see `newsrelay quarantine`. */
  failed: number;
  /** When the oldest job that could be done now was added; RFC 3339. */
  oldestWaitingAt: string | null;
  /** Since when a job that was put off is due, and still not taken; RFC 3339. */
  dueSince: string | null;
}

export interface DestinationStatus {
  name: string;
  type: DestinationOptions['type'];
  state: DestinationState['state'];
  /** Jobs that it has not taken yet. */
  waiting: number;
  /** Those of them that wait for their time, by `delay` or `maxPerHour`. */
  planned?: number;
  oldestWaitingAt: string | null;
  lastDeliveredAt: string | null;
  since?: string;
  reason?: string;
  nextProbeAt?: string;
}

/** How many jobs a queue has, and how long the oldest waits: a few commands, however many there are. */
export async function queueStatus(queue: Queue, nowMs: number): Promise<QueueStatus> {
  const [counts, [oldest], due] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getJobs('waiting', 0, 0, true),
    firstDue(queue),
  ]);
  const oldestWaitingAt = oldest ? isoTime(oldest.timestamp) : null;
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  const dueSince = due !== undefined && due < nowMs ? isoTime(due) : null;
  return { name: plainName(queue), waiting, active, delayed, failed, oldestWaitingAt, dueSince };
}

export interface DestinationFacts {
  queues: Queues;
  destinations: DestinationStore;
  deliverySlots: DeliverySlots;
  nowMs: number;
}

/** Jobs that are put off on purpose: they are not late. */
async function plannedCount(
  options: DestinationOptions,
  queue: Queue,
  { deliverySlots, nowMs }: DestinationFacts,
): Promise<number> {
  const delayed = options.delay === undefined ? 0 : await plannedJobs(queue);
  const isPaced = options.type !== 'queue' && options.maxPerHour !== undefined;
  return delayed + (isPaced ? await deliverySlots.waiting(options.name, nowMs) : 0);
}

/** How a destination stands, by its queue and by what its deliveries came to. */
export async function destinationStatus(
  options: DestinationOptions,
  facts: DestinationFacts,
): Promise<DestinationStatus> {
  const { type, name } = options;
  const { queues, destinations, nowMs } = facts;
  const queue = queues.named(type === 'queue' ? name : deliverQueue(name));
  const [status, oldestWaitingMs, [taken], health, planned] = await Promise.all([
    queueStatus(queue, nowMs),
    oldestUnsent(queue),
    queue.getCompleted(0, 0),
    destinations.health(name),
    plannedCount(options, queue, facts),
  ]);
  const maxPerHour = options.type === 'queue' ? undefined : options.maxPerHour;
  const standing = destinationState(health, { oldestWaitingMs, nowMs, maxPerHour });
  const deliveredMs = health.takenAtMs ?? taken?.finishedOn;
  return {
    name,
    type,
    state: standing.state,
    waiting: status.waiting + status.delayed,
    ...(planned > 0 ? { planned } : {}),
    oldestWaitingAt: oldestWaitingMs === undefined ? null : isoTime(oldestWaitingMs),
    lastDeliveredAt: deliveredMs === undefined ? null : isoTime(deliveredMs),
    ...(standing.state === 'ok'
      ? {}
      : { since: isoTime(standing.sinceMs), reason: standing.reason }),
    ...(standing.state === 'down' ? { nextProbeAt: isoTime(standing.nextTryMs) } : {}),
  };
}
