import type { LoadedConfig } from '../config/load.ts';
import { HOUR_MS } from '../durations.ts';
import type { Queues } from '../queue/queues.ts';
import type { Outbox } from '../store/articles/outbox.ts';
import type { Deployment } from '../store/deployment.ts';
import type { DeliverySlots } from '../store/destinations/delivery-slots.ts';
import type { DestinationStore } from '../store/destinations/destinations.ts';
import type { Health } from '../store/health/health.ts';
import type { HeldStore } from '../store/held.ts';
import type { DeploymentFacts } from './deployment-needs.ts';
import { flowStatus, hoursOfFlow, type FlowStatus } from './flow-status.ts';
import { memoryStatus, type MemoryStatus } from './memory-status.ts';
import type { Need } from './need.ts';
import { needsOf } from './needs.ts';
import {
  destinationStatus,
  queueStatus,
  type DestinationStatus,
  type QueueStatus,
} from './queue-status.ts';
import {
  SOURCE_STATES,
  sourceStatus,
  type SourceState,
  type SourceStatus,
} from './source-status.ts';

/** How things stand: what the command, the page, the metrics and the alerts show. Times are RFC 3339 in UTC. */
export interface Status {
  at: string;
  /** How many sources are in each state. */
  counts: Record<SourceState, number>;
  /** What a person has to see to, the worst first. */
  needs: Need[];
  sources: SourceStatus[];
  destinations: DestinationStatus[];
  queues: QueueStatus[];
  held: { count: number; since: string | null };
  quarantined: number;
  /** The newest article of all sources. */
  lastArticleAt: string | null;
  flow: FlowStatus;
  memory: MemoryStatus;
}

/** What a status is read from. */
export interface StatusReader {
  config: Pick<LoadedConfig, 'sources' | 'destinations' | 'faults'>;
  formerly: ReadonlyMap<string, string>;
  outbox: Pick<Outbox, 'overdueIntents'>;
  deployment: Deployment;
  health: Health;
  held: HeldStore;
  destinations: DestinationStore;
  deliverySlots: DeliverySlots;
  queues: Queues;
  /** Epoch milliseconds. */
  now: () => number;
}

// A worker enqueues what it has decided on at once, and another what a crash left within a minute or two.
const OUTBOX_GRACE_MS = HOUR_MS;

/** How things stand: a few keys that are each read whole, and a few commands a queue. */
export async function readStatus(reader: StatusReader): Promise<Status> {
  const { config, queues, health } = reader;
  const nowMs = reader.now();
  const [sources, queueList, figures, flow, deployed, unsent] = await Promise.all([
    sourceStatuses(reader, nowMs),
    Promise.all(queues.all().map((queue) => queueStatus(queue, nowMs))),
    health.memory.read(),
    flowOf(health, nowMs),
    deploymentFacts(reader),
    reader.outbox.overdueIntents(nowMs - OUTBOX_GRACE_MS),
  ]);
  const places = await Promise.all(
    config.destinations.map((one) => destinationStatus(one, { ...reader, nowMs })),
  );
  const memory = memoryStatus(figures, nowMs);
  const licences = new Map(
    config.sources.flatMap(({ id, enabled, republish, licence }) =>
      enabled && republish === 'full' && licence ? [[id, licence] as const] : [],
    ),
  );
  return {
    at: new Date(nowMs).toISOString(),
    counts: countsOf(sources),
    needs: needsOf({
      sources,
      destinations: places,
      queues: queueList,
      memory,
      licences,
      unsent: unsent.length,
      nowMs,
      ...deployed,
    }),
    sources,
    destinations: places,
    queues: queueList,
    held: heldOf(sources),
    quarantined: queueList.reduce((sum, { failed }) => sum + failed, 0),
    lastArticleAt: sources.reduce<string | null>(
      (newest, { lastArticleAt: at }) => (at !== null && (newest ?? '') < at ? at : newest),
      null,
    ),
    flow,
    memory,
  };
}

async function deploymentFacts({
  config,
  formerly,
  health,
  deployment,
}: StatusReader): Promise<DeploymentFacts> {
  const [waited, members] = await Promise.all([health.missing.all(), deployment.members()]);
  const damaged = await health.damaged.all();
  const known = new Set([...config.sources.map(({ id }) => id), ...formerly.keys()]);
  const missing = new Map([...waited].filter(([id]) => !known.has(id)));
  return { faults: config.faults, missing, members, damaged };
}

async function sourceStatuses(
  { config, health, held }: StatusReader,
  nowMs: number,
): Promise<SourceStatus[]> {
  const [feeds, news, pages, drifts, heldCounts, paused] = await Promise.all([
    health.feeds.all(),
    health.pulses.lastNews(),
    health.pages.all(),
    health.drifts.all(),
    held.counts(nowMs),
    health.paused.all(),
  ]);
  const facts = { feeds, news, pages, drifts, held: heldCounts, paused };
  return config.sources.map((source) => sourceStatus(source, facts, nowMs));
}

async function flowOf({ flow }: Health, nowMs: number): Promise<FlowStatus> {
  const { lastDay, today, before } = hoursOfFlow(nowMs);
  const [ofLastDay, ofToday, ...ofBefore] = await Promise.all([
    flow.ofHours(lastDay),
    flow.ofHours(today),
    ...before.map((hours) => flow.ofHours(hours)),
  ]);
  return flowStatus({ lastDay: ofLastDay, today: ofToday, before: ofBefore }, nowMs);
}

function countsOf(sources: readonly SourceStatus[]): Record<SourceState, number> {
  const none = Object.fromEntries(SOURCE_STATES.map((state) => [state, 0]));
  const counts = none as Record<SourceState, number>;
  for (const { state } of sources) counts[state] += 1;
  return counts;
}

function heldOf(sources: readonly SourceStatus[]): Status['held'] {
  const since = sources.flatMap(({ heldSince }) => heldSince ?? []).toSorted()[0] ?? null;
  return { count: sources.reduce((sum, { held }) => sum + held, 0), since };
}

/** Whether something cannot wait until a person comes by. */
export function needsPerson({ needs }: Pick<Status, 'needs'>): boolean {
  return needs.some(({ weight }) => weight === 'act');
}
