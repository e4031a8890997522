import { ThrottledError } from '../errors.ts';
import type { Fetch, FetchRequest, FetchResponse } from '../http/fetch.ts';
import { patienceMs } from '../http/status-meaning.ts';
import { obeyRobots, robotsAnswered } from './ask-robots.ts';
import { crawlSpacingMs, isRobotsDue, robotsUrl, type RobotsRecord } from './robots-record.ts';
import { hostKey, type HostBudget, type HostLimits } from './host-budget.ts';
import type { RobotsStore } from './robots-store.ts';
import { HOUR_MS } from '../durations.ts';

export interface PoliteFetchOptions {
  fetch: Fetch;
  budget: HostBudget;
  robots: RobotsStore;
  productToken: string;
  now: () => number;
}

export interface Asker {
  /** The job: it keeps its place in the host's queue while it waits. */
  jobId: string;
  limits: HostLimits;
  robots: 'obey' | 'ignore';
  isUrgent?: boolean | undefined;
}

/**
 * Fetches within the host's budget and by its robots.txt, which is fetched first where it is not
 * known. Resolves for every HTTP status, after telling the budget what the host asked for.
 *
 * Throws what `Fetch` throws; `ThrottledError` `host-busy` when it is not our turn: the job is to come
 * back at that time; `PermanentError` `robots-disallowed`; `TransientError` `robots-unreachable`, or what
 * kept us from robots.txt.
 */
export type PoliteFetch = (request: FetchRequest, asker: Asker) => Promise<FetchResponse>;

export function createPoliteFetch(options: PoliteFetchOptions): PoliteFetch {
  const { budget, robots, now } = options;

  return async (request, asker) => {
    if (!URL.canParse(request.url)) return await options.fetch(request);
    const url = new URL(request.url);
    const host = hostKey(url);
    const record = asker.robots === 'obey' ? await robots.read(robotsUrl(url)) : null;
    const isKnown = asker.robots === 'ignore' || !isRobotsDue(record, now());
    if (isKnown && record !== null) obeyRobots(url, record);
    const limits = { ...asker.limits, spacingMs: crawlSpacingMs(asker.limits.spacingMs, record) };
    const { jobId, isUrgent } = asker;
    const takeTurn = () =>
      budget.reserveSlot({ host, holder: jobId, limits, nowMs: now(), isUrgent });

    const turn = await takeTurn();
    if (turn.kind === 'wait') throw notOurTurn(host, turn.untilMs);
    try {
      if (isKnown) return await fetchAndHeed(request, host, options);
      await refreshRobots(url, record, host, options);
    } finally {
      await budget.release(host, jobId, now());
    }
    // The turn went to robots.txt; the next one is for the page.
    const next = await takeTurn();
    if (next.kind === 'go') await budget.release(host, jobId, now());
    throw notOurTurn(host, next.kind === 'wait' ? next.untilMs : now());
  };
}

/** What a 429 or 503 asks for concerns the host, not only the one address. */
async function fetchAndHeed(
  request: FetchRequest,
  host: string,
  { fetch, budget, now }: PoliteFetchOptions,
): Promise<FetchResponse> {
  const response = await fetch(request);
  const waitMs = patienceMs(response, now(), HOUR_MS) ?? 0;
  if (waitMs > 0) await budget.throttleHost(host, now() + waitMs, now());
  return response;
}

async function refreshRobots(
  url: URL,
  record: RobotsRecord | null,
  host: string,
  options: PoliteFetchOptions,
): Promise<void> {
  const address = robotsUrl(url);
  if (!(await options.robots.claim(address))) return;
  const answer = fetchAndHeed({ url: address, kind: 'robots' }, host, options);
  const read = await robotsAnswered(record, answer, options).catch(async (error: unknown) => {
    await options.robots.release(address);
    throw error;
  });
  await options.robots.write(address, read);
}

function notOurTurn(host: string, untilMs: number): ThrottledError {
  return new ThrottledError('host-busy', `${host} is asked by others before us`, untilMs);
}
