import type { Destination } from '../deliver/destination.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { pollFeed } from '../processors/poll/poll.ts';
import { deliverJob } from '../processors/republish/deliver.ts';
import { visitPage } from '../processors/scrape/visit-page.ts';
import { DELIVER, deliverQueue, POLL, SCRAPE } from '../queue/topology.ts';
import { type RunningWorker, startWorker, type WorkerOptions } from '../queue/worker.ts';
import type { WorkRole } from './roles.ts';

export interface PushDestination {
  destination: Destination;
  concurrency: number;
  perSecond?: number | undefined;
}

// Waiting for the network is most of a poll's time and much of a scrape's, so that one process works
// on many at once; parsing itself keeps one core busy.
const CONCURRENCY = { poll: 50, scrape: 20 };

/** The workers of these roles; `options` gives each its own connection, for so many jobs at once. */
export function startWorkers(
  wanted: readonly WorkRole[],
  pipeline: Pipeline,
  destinations: readonly PushDestination[],
  options: (concurrency: number) => WorkerOptions,
): RunningWorker[] {
  const starters: Record<WorkRole, () => RunningWorker[]> = {
    poll: () => [
      startWorker(POLL, (data, job) => pollFeed(data, job, pipeline), options(CONCURRENCY.poll)),
    ],
    deliver: () =>
      destinations.map((push) => deliveryWorker(push, pipeline, options(push.concurrency))),
    scrape: () => [
      startWorker(
        SCRAPE,
        (data, job) => visitPage(data, job, pipeline),
        options(CONCURRENCY.scrape),
      ),
    ],
  };
  return wanted.flatMap((role) => starters[role]());
}

function deliveryWorker(
  { destination, perSecond }: PushDestination,
  pipeline: Pipeline,
  options: WorkerOptions,
): RunningWorker {
  return startWorker(
    DELIVER,
    (data, job) => deliverJob(data, job, destination, pipeline),
    { ...options, perSecond },
    deliverQueue(destination.name),
  );
}
