import type { Writable } from 'node:stream';
import type { LoadedConfig } from '../config/load.ts';
import { destinationStatus, type DestinationStatus } from '../monitor/queue-status.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { untilIdle } from '../queue/idle.ts';
import { deliverQueue } from '../queue/topology.ts';
import { print } from './terminal.ts';

/** How a pass left the destinations that we deliver to. */
export interface Deliveries {
  destinations: DestinationStatus[];
  /** False where others are to deliver. */
  isOurs: boolean;
}

/** Waits until what the destinations can take is delivered; without a signal it only looks. */
export async function deliverOut(
  { destinations }: Pick<LoadedConfig, 'destinations'>,
  pipeline: Pipeline,
  signal: AbortSignal | undefined,
): Promise<Deliveries> {
  const pushed = destinations.filter(({ type }) => type !== 'queue');
  const queues = pushed.map(({ name }) => pipeline.queues.named(deliverQueue(name)));
  if (signal) await untilIdle(queues, signal);
  const nowMs = pipeline.now();
  return {
    destinations: await Promise.all(
      pushed.map((one) => destinationStatus(one, { ...pipeline, nowMs })),
    ),
    isOurs: signal !== undefined,
  };
}

const jobsWait = (count: number): string => (count === 1 ? '1 job waits' : `${count} jobs wait`);

/** Says what still waits, and why; false when something waits that this pass was to deliver. */
export function printDeliveries({ destinations, isOurs }: Deliveries, stream: Writable): boolean {
  for (const { name, state, waiting: all, planned = 0, reason, since } of destinations) {
    const waiting = Math.max(0, all - planned);
    const jobs = jobsWait(waiting);
    if (planned > 0) {
      print(stream, `${name}: ${jobsWait(planned)} as planned, by delay or maxPerHour`);
    }
    if (state === 'down') print(stream, `${name}: is down since ${since}: ${reason}; ${jobs}`);
    else if (waiting > 0) {
      const what = isOurs ? 'to be delivered' : 'for `newsrelay run --only deliver`';
      print(stream, `${name}: ${jobs} ${what}`);
    }
  }
  return !isOurs || destinations.every(({ waiting, planned = 0 }) => waiting <= planned);
}
