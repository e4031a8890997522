import { ThrottledError } from '../errors.ts';
import type { Fetch, FetchRequest, FetchResponse } from '../http/fetch.ts';
import { patienceMs } from '../http/status-meaning.ts';
import { HOUR_MS } from '../durations.ts';
import type { HostBudget, HostLimits } from './host-budget.ts';

/** A host that is to be asked, and for whom. */
export interface AskedHost {
  url: URL;
  /** See `hostKey`. */
  host: string;
  asker: { jobId: string; limits: HostLimits; isUrgent?: boolean | undefined };
  options: { fetch: Fetch; budget: HostBudget; now: () => number };
}

function takeTurn({ host, asker, options: { budget, now } }: AskedHost) {
  const { jobId, limits, isUrgent } = asker;
  return budget.reserveSlot({ host, holder: jobId, limits, nowMs: now(), isUrgent });
}

/** @throws ThrottledError `host-busy` when it is not our turn. */
export async function inTurn<T>(at: AskedHost, work: () => Promise<T>): Promise<T> {
  const { host, asker, options } = at;
  const turn = await takeTurn(at);
  if (turn.kind === 'wait') throw notOurTurn(host, turn.untilMs);
  try {
    return await work();
  } finally {
    await options.budget.release(host, asker.jobId, options.now());
  }
}

/** This turn went to a file for crawlers; the next one is for what the job came for. */
export async function waitForNextTurn(at: AskedHost): Promise<ThrottledError> {
  const { host, asker, options } = at;
  const next = await takeTurn(at);
  if (next.kind === 'go') await options.budget.release(host, asker.jobId, options.now());
  return notOurTurn(host, next.kind === 'wait' ? next.untilMs : options.now());
}

/** One address, without what it leads to. What a 429 or 503 asks for concerns the host, not only the one address. */
export async function fetchAndHeed(
  request: FetchRequest,
  { host, options: { fetch, budget, now } }: AskedHost,
): Promise<FetchResponse> {
  const response = await fetch({ ...request, redirect: 'manual' });
  const waitMs = patienceMs(response, now(), HOUR_MS) ?? 0;
  if (waitMs > 0) await budget.throttleHost(host, now() + waitMs, now());
  return response;
}

function notOurTurn(host: string, untilMs: number): ThrottledError {
  return new ThrottledError('host-busy', `${host} is asked by others before us`, untilMs);
}
