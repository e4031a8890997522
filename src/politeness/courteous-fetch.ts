import { setTimeout as delay } from 'node:timers/promises';
import { TransientError } from '../errors.ts';
import type { Credentials } from '../http/credentials.ts';
import type { Fetch } from '../http/fetch.ts';
import type { RightsSignal } from '../terms/rights-signal.ts';
import { hostKey } from './host-budget.ts';
import { obeyRobots, outcomeOf, robotsAnswered } from './ask-robots.ts';
import { crawlSpacingMs, robotsUrl, type RobotsRecord } from './robots-record.ts';
import { productToken } from './robots.ts';
import { siteTermsFor, termsAfterFetch, termsFilesOf, type TermsRecord } from './terms-record.ts';

export interface Courtesy {
  userAgent: string;
  /** Between two requests to one host. */
  spacingMs: number;
  robots: 'obey' | 'ignore';
  signal: AbortSignal;
  /** Of the source whose feeds and pages are asked for; files for crawlers are public. */
  credentials?: Credentials | undefined;
}

/** How a command asks sites by itself, with no Redis to share a budget through. One call at a time. */
export interface CourteousClient {
  /**
   * By robots.txt, and with the usual pause between requests to a host, at each address that a redirect
   * leads to. Throws what `Fetch` throws, and `PermanentError` `robots-disallowed`.
   */
  fetch: Fetch;
  /** The terms that a page's site states outside its pages. */
  termsOf: (pageUrl: string) => Promise<RightsSignal[]>;
}

export function courteousClient(fetch: Fetch, courtesy: Courtesy): CourteousClient {
  const robotsByUrl = new Map<string, RobotsRecord>();
  const termsByUrl = new Map<string, TermsRecord>();
  const lastAskedMs = new Map<string, number>();

  const ask: Fetch = async (request) => {
    const host = hostKey(new URL(request.url));
    const robots = robotsByUrl.get(robotsUrl(new URL(request.url))) ?? null;
    const dueMs = (lastAskedMs.get(host) ?? 0) + crawlSpacingMs(courtesy.spacingMs, robots);
    const waitMs = dueMs - Date.now();
    if (waitMs > 0) await pause(waitMs, courtesy.signal);
    lastAskedMs.set(host, Date.now());
    return await fetch({ ...request, signal: courtesy.signal });
  };

  const robotsOf = async (url: URL): Promise<RobotsRecord> => {
    const address = robotsUrl(url);
    const record = robotsByUrl.get(address);
    if (record) return record;
    const answer = followWith(ask)({ url: address, kind: 'robots' });
    const options = { productToken: productToken(courtesy.userAgent), now: Date.now };
    const read = await robotsAnswered(null, answer, options);
    robotsByUrl.set(address, read);
    return read;
  };

  const politely = followWith(async (request) => {
    const url = new URL(request.url);
    if (courtesy.robots === 'obey') obeyRobots(url, await robotsOf(url));
    return await ask(request);
  });

  return {
    fetch: (request) => politely({ ...request, credentials: courtesy.credentials }),
    async termsOf(pageUrl) {
      if (courtesy.robots === 'ignore') return [];
      const url = new URL(pageUrl);
      const robots = await robotsOf(url);
      for (const address of termsFilesOf(url, robots)) {
        if (termsByUrl.has(address)) continue;
        // oxlint-disable-next-line no-await-in-loop -- one request at a time is the courtesy
        const outcome = await outcomeOf(politely({ url: address, kind: 'robots' }));
        termsByUrl.set(address, termsAfterFetch(address, null, outcome, Date.now()));
      }
      const files = termsFilesOf(url, robots).map((address) => termsByUrl.get(address) ?? null);
      return siteTermsFor(url, robots, files);
    },
  };
}

/** Follows redirects, asking `visit` for each address. */
function followWith(visit: Fetch): Fetch {
  return async (request) => {
    let response = await visit({ ...request, redirect: 'manual' });
    while (response.next !== undefined) {
      // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one is
      response = await visit(response.next);
    }
    return response;
  };
}

async function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(waitMs, undefined, { signal });
  } catch (cause) {
    throw new TransientError('stopped', 'stopped before its turn came', { cause });
  }
}
