import { setTimeout as delay } from 'node:timers/promises';
import { TransientError } from '../errors.ts';
import type { Fetch } from '../http/fetch.ts';
import { obeyRobots, robotsAnswered } from './ask-robots.ts';
import { crawlSpacingMs, robotsUrl, type RobotsRecord } from './robots-record.ts';
import { productToken } from './robots.ts';
import { hostKey } from './host-budget.ts';

export interface Courtesy {
  userAgent: string;
  /** Between two requests to one host. */
  spacingMs: number;
  robots: 'obey' | 'ignore';
  signal: AbortSignal;
}

/**
 * For a command that asks a site a few things by itself, with no Redis to share a budget through: by
 * robots.txt, and with the usual pause between requests to a host. One call at a time.
 *
 * Throws what `Fetch` throws, and `PermanentError` `robots-disallowed`.
 */
export function courteousFetch(fetch: Fetch, courtesy: Courtesy): Fetch {
  const known = new Map<string, RobotsRecord>();
  const lastAskedMs = new Map<string, number>();

  const ask: Fetch = async (request) => {
    const host = hostKey(new URL(request.url));
    const robots = known.get(robotsUrl(new URL(request.url))) ?? null;
    const dueMs = (lastAskedMs.get(host) ?? 0) + crawlSpacingMs(courtesy.spacingMs, robots);
    const waitMs = dueMs - Date.now();
    if (waitMs > 0) await pause(waitMs, courtesy.signal);
    lastAskedMs.set(host, Date.now());
    return await fetch({ ...request, signal: courtesy.signal });
  };

  const robotsOf = async (url: URL): Promise<RobotsRecord> => {
    const address = robotsUrl(url);
    const record = known.get(address);
    if (record) return record;
    const options = { productToken: productToken(courtesy.userAgent), now: Date.now };
    const read = await robotsAnswered(null, ask({ url: address, kind: 'robots' }), options);
    known.set(address, read);
    return read;
  };

  return async (request) => {
    const url = new URL(request.url);
    if (courtesy.robots === 'obey') obeyRobots(url, await robotsOf(url));
    return await ask(request);
  };
}

async function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(waitMs, undefined, { signal });
  } catch (cause) {
    throw new TransientError('stopped', 'stopped before its turn came', { cause });
  }
}
