import { DAY_MS, HOUR_MS } from '../durations.ts';
import type { Licence } from '../config/schema.ts';
import { type DeploymentFacts, deploymentNeeds } from './deployment-needs.ts';
import type { MemoryStatus } from './memory-status.ts';
import { need, NEED_KINDS, type Need } from './need.ts';
import type { DestinationStatus, QueueStatus } from './queue-status.ts';
import { overdueNeeds, sourceNeeds } from './source-needs.ts';
import type { SourceStatus } from './source-status.ts';

export interface NeedFacts extends DeploymentFacts {
  sources: readonly SourceStatus[];
  destinations: readonly DestinationStatus[];
  queues: readonly QueueStatus[];
  memory: MemoryStatus;
  /** Articles that were decided on long ago and are in no queue yet. */
  unsent: number;
  /** Of the sources whose full text is republished, by their ids. */
  licences: ReadonlyMap<string, Licence>;
  nowMs: number;
}

/** All that a person has to see to, the worst first. Pure. */
export function needsOf(facts: NeedFacts): Need[] {
  const needs = [
    ...deploymentNeeds(facts),
    ...memoryNeeds(facts),
    ...facts.destinations.flatMap((destination) => destinationNeeds(destination)),
    ...overdueNeeds(facts.sources),
    ...facts.sources.flatMap((source) => sourceNeeds(source)),
    ...facts.queues.flatMap((queue) => lateNeeds(queue, facts.nowMs)),
    ...unsentNeeds(facts),
    ...facts.queues.flatMap((queue) => quarantineNeeds(queue)),
    ...licenceNeeds(facts),
  ];
  const rank = ({ kind }: Need) => NEED_KINDS.indexOf(kind);
  return needs.toSorted(
    (a, b) => rank(a) - rank(b) || (a.since ?? '').localeCompare(b.since ?? ''),
  );
}

const ALARM_USE = 0.7;
const SOON_MS = 14 * DAY_MS;

function memoryNeeds({ memory, nowMs }: NeedFacts): Need[] {
  const { use, fullAt } = memory;
  const isSoonFull = fullAt !== null && Date.parse(fullAt) - nowMs < SOON_MS;
  if (use < ALARM_USE && !isSoonFull) return [];
  const cause =
    use < ALARM_USE
      ? `Redis will be full on ${fullAt!.slice(0, 10)} at this rate`
      : `Redis uses ${Math.round(use * 100)} % of its maxmemory; polling pauses at 75 %`;
  const mend = 'raise maxmemory, or let the site work off its queue';
  return [need({ kind: 'redis-memory', subject: '', cause, since: null, mend })];
}

function destinationNeeds(destination: DestinationStatus): Need[] {
  const { name: subject, type, state, waiting, since = null, reason } = destination;
  if (state === 'ok') return [];
  const jobs = waiting === 1 ? '1 job waits' : `${waiting} jobs wait`;
  if (state === 'down') {
    const cause = `is down: ${reason ?? 'it cannot be reached'}; ${jobs}`;
    const mend = 'mend it; what waits is delivered by itself';
    const paste = `newsrelay deliver --test ${subject}`;
    return [need({ kind: 'destination-down', subject, cause, since, mend, paste })];
  }
  const cause = `is behind: ${jobs} to be taken, the oldest for more than ten minutes`;
  const mend =
    type === 'queue'
      ? 'see whether the site’s worker runs and reads this queue'
      : 'see whether `newsrelay run` is up, with the role deliver';
  return [need({ kind: 'destination-behind', subject, cause, since, mend })];
}

function quarantineNeeds({ name: subject, failed }: QueueStatus): Need[] {
  if (failed === 0) return [];
  const cause = failed === 1 ? '1 job was given up' : `${failed} jobs were given up`;
  const mend = 'look at why, then retry or drop them';
  const paste = 'newsrelay quarantine list';
  return [need({ kind: 'quarantine', subject, cause, since: null, mend, paste })];
}

// As patient as with feeds: cron may pass every two hours.
const LATE_MS = 2 * HOUR_MS;
const AT_WORK = 'see whether `newsrelay run` is up, or whether cron calls `newsrelay poll`';

/** Re-checks and visits that were due long ago: nobody works the queue. */
function lateNeeds({ name: subject, dueSince: since }: QueueStatus, nowMs: number): Need[] {
  if (since === null || nowMs - Date.parse(since) < LATE_MS) return [];
  const cause = 'its jobs are due and nobody takes them';
  return [need({ kind: 'overdue', subject, cause, since, mend: AT_WORK })];
}

function unsentNeeds({ unsent }: NeedFacts): Need[] {
  if (unsent === 0) return [];
  const articles = unsent === 1 ? '1 article was' : `${unsent} articles were`;
  const cause = `${articles} decided on and not enqueued for more than an hour`;
  return [need({ kind: 'overdue', subject: 'outbox', cause, since: null, mend: AT_WORK })];
}

function licenceNeeds({ licences, nowMs }: NeedFacts): Need[] {
  return [...licences].flatMap(([subject, { until, reference }]) => {
    const leftMs = until === undefined ? Infinity : Date.parse(until) + DAY_MS - nowMs;
    if (leftMs > SOON_MS) return [];
    const cause =
      leftMs > 0
        ? `its licence (${reference}) ends on ${until}`
        : `its licence (${reference}) ended on ${until}: no full text is republished`;
    const mend = 'renew it and write the new date, or write republish: excerpt';
    return [need({ kind: 'licence', subject, cause, since: null, mend })];
  });
}
