import type { DeliveryOutcome, Destination } from '../../deliver/destination.ts';
import { deliverGuarded } from '../../deliver/guard.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import { PermanentError, ThrottledError } from '../../errors.ts';
import type { Route } from '../../filter/route.ts';
import type { Pipeline } from '../pipeline.ts';

type Deliverer = Pick<
  Pipeline,
  'history' | 'now' | 'random' | 'destinations' | 'tellDestination' | 'routes' | 'deliverySlots'
>;

/** Hands one job over to its destination, and notes in the article's history what became of it. */
export async function deliverJob(
  job: RepublishJob,
  { signal, starts }: Pick<JobContext, 'signal' | 'starts'>,
  destination: Destination,
  pipeline: Deliverer,
): Promise<DeliveryOutcome> {
  const { history, now, random, destinations: store, tellDestination: tell } = pipeline;
  const { id, revision } = job.record;
  const paced = pacedRoute(destination, pipeline);
  const note = (event: string, facts: Record<string, string> = {}) =>
    history.append(id, [{ at: now(), event, destination: destination.name, revision, ...facts }]);
  try {
    if (paced) await waitForSlot(job, paced, pipeline);
    const context = { now: () => new Date(now()), signal };
    const outcome = await deliverGuarded(job, destination, context, { store, random, tell });
    if (paced) await pipeline.deliverySlots.used(paced.name, id);
    // Not to be called again: the job stays among the failed ones until an operator acts.
    if (outcome.kind === 'gone') throw new PermanentError('destination-gone', outcome.message);
    await note(outcome.kind, factsOf(outcome));
    if ('isLate' in outcome && outcome.isLate) await store.owe(destination.name, id);
    return outcome;
  } catch (error) {
    // A destination that is down tells so itself: its jobs, which come back again and again, say it once.
    if (error instanceof ThrottledError && (error.code === 'not-taken' || starts === 1)) {
      const until = new Date(error.untilMs).toISOString();
      await note('put-off', { until, reason: error.message });
    }
    throw error;
  }
}

/** A destination that takes only so many articles an hour. */
type PacedRoute = Pick<Route, 'name' | 'place'> & { maxPerHour: number };

function pacedRoute(
  { name }: Destination,
  { routes }: Pick<Deliverer, 'routes'>,
): PacedRoute | undefined {
  const route = routes.find((one) => one.name === name);
  return route?.maxPerHour === undefined ? undefined : { ...route, maxPerHour: route.maxPerHour };
}

/**
 * Each article waits for its place; a later revision takes that of the one before. A withdrawal never waits, and while
 * the destination is down no place is given away.
 *
 * @throws ThrottledError `max-per-hour`
 */
async function waitForSlot(
  { action, record: { id } }: RepublishJob,
  { name, place, maxPerHour }: PacedRoute,
  { deliverySlots, destinations, now }: Deliverer,
): Promise<void> {
  if (action === 'withdraw') return;
  if ((await destinations.health(name)).down) return;
  const atMs = await deliverySlots.take(name, id, { maxPerHour, nowMs: now() });
  if (atMs <= now()) return;
  const told = `${place}.maxPerHour: ${maxPerHour} an hour and no more`;
  throw new ThrottledError('max-per-hour', told, atMs);
}

function factsOf(outcome: DeliveryOutcome): Record<string, string> {
  if (outcome.kind === 'refused') return { reason: outcome.message };
  const notes = 'notes' in outcome ? outcome.notes : [];
  return notes && notes.length > 0 ? { notes: notes.join('; ') } : {};
}
