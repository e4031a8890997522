import type { DeliveryOutcome, Destination } from '../../deliver/destination.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import { PermanentError } from '../../errors.ts';
import type { Pipeline } from '../pipeline.ts';

/** Hands one job over to its destination, and notes what became of it. */
export async function deliverJob(
  job: RepublishJob,
  { signal }: Pick<JobContext, 'signal'>,
  destination: Destination,
  { history, now }: Pick<Pipeline, 'history' | 'now'>,
): Promise<DeliveryOutcome> {
  const outcome = await destination.deliver(job, { now: () => new Date(now()), signal });
  // Not to be called again: the job stays among the failed ones until an operator acts.
  if (outcome.kind === 'gone') throw new PermanentError('destination-gone', outcome.message);
  const { id, revision } = job.record;
  const { kind } = outcome;
  await history.append(id, [{ at: now(), event: kind, destination: destination.name, revision }]);
  return outcome;
}
