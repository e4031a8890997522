import type { FetchRequest, FetchResponse } from '../http/fetch.ts';
import { hostKey } from './host-budget.ts';
import { robotsAnswered } from './ask-robots.ts';
import { robotsUrl, type RobotsRecord } from './robots-record.ts';
import type { SiteFileStore } from './site-file-store.ts';
import { fetchAndHeed, inTurn, type AskedHost } from './turn.ts';

interface RobotsKeeping {
  robots: SiteFileStore<RobotsRecord>;
  productToken: string;
}

/** Asks for the robots.txt of a place, unless another worker is at it. To be called in the host's turn. */
export async function refreshRobots(
  at: AskedHost,
  record: RobotsRecord | null,
  { robots, productToken }: RobotsKeeping,
): Promise<void> {
  const address = robotsUrl(at.url);
  if (!(await robots.claim(address))) return;
  try {
    const { now } = at.options;
    const read = await robotsAnswered(record, fetchRobots(address, at), { productToken, now });
    await robots.write(address, read);
  } catch (error) {
    await robots.unclaim(address);
    throw error;
  }
}

/**
 * RFC 9309 section 2.3.1.2: redirects are followed, to other hosts as well. Those take their own turns, and no
 * robots.txt of theirs is fetched first: this may be the very file.
 */
async function fetchRobots(address: string, at: AskedHost): Promise<FetchResponse> {
  let request: FetchRequest = { url: address, kind: 'robots' };
  for (;;) {
    const url = new URL(request.url);
    const there: AskedHost = { ...at, url, host: hostKey(url) };
    const ask = () => fetchAndHeed(request, there);
    // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one is
    const response = await (there.host === at.host ? ask() : inTurn(there, ask));
    if (response.next === undefined) return response;
    request = response.next;
  }
}
