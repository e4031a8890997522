import { TransientError } from '../errors.ts';

/**
 * Runs `work` with a signal that is raised when the worker has to let go (`signal`) or after
 * `deadlineMs`. After the deadline it rejects with a `TransientError` `deadline` even where the work
 * does not heed its signal: what it still does then is nobody's job any more.
 */
export async function withinDeadline<Result>(
  deadlineMs: number | undefined,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<Result>,
): Promise<Result> {
  if (deadlineMs === undefined) return await work(signal);
  const ownController = new AbortController();
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new TransientError(
      'deadline',
      `gave up after ${deadlineMs / 1_000} s: the job hangs`,
    );
    reject(error);
    ownController.abort(error);
  }, deadlineMs);
  const either = signal ? AbortSignal.any([signal, ownController.signal]) : ownController.signal;
  try {
    return await Promise.race([work(either), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
