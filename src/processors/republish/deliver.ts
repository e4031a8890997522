import type { DeliveryOutcome, Destination } from '../../deliver/destination.ts';
import { deliverGuarded } from '../../deliver/guard.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import { PermanentError, ThrottledError } from '../../errors.ts';
import type { Pipeline } from '../pipeline.ts';

type Deliverer = Pick<Pipeline, 'history' | 'now' | 'random' | 'destinations' | 'tellDestination'>;

/** Hands one job over to its destination, and notes in the article's history what became of it. */
export async function deliverJob(
  job: RepublishJob,
  { signal, starts }: Pick<JobContext, 'signal' | 'starts'>,
  destination: Destination,
  { history, now, random, destinations: store, tellDestination: tell }: Deliverer,
): Promise<DeliveryOutcome> {
  const { id, revision } = job.record;
  const note = (event: string, facts: Record<string, string> = {}) =>
    history.append(id, [{ at: now(), event, destination: destination.name, revision, ...facts }]);
  try {
    const context = { now: () => new Date(now()), signal };
    const outcome = await deliverGuarded(job, destination, context, { store, random, tell });
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

function factsOf(outcome: DeliveryOutcome): Record<string, string> {
  if (outcome.kind === 'refused') return { reason: outcome.message };
  const notes = 'notes' in outcome ? outcome.notes : [];
  return notes && notes.length > 0 ? { notes: notes.join('; ') } : {};
}
