import { ThrottledError } from '../errors.ts';
import type { Credentials } from '../http/credentials.ts';
import type { Fetch, FetchRequest, FetchResponse } from '../http/fetch.ts';
import type { RightsSignal } from '../terms/rights-signal.ts';
import { obeyRobots, outcomeOf } from './ask-robots.ts';
import {
  crawlSpacingMs,
  isFileDue,
  mayFetch,
  robotsUrl,
  type RobotsRecord,
} from './robots-record.ts';
import { hostKey, type HostBudget, type HostLimits } from './host-budget.ts';
import { refreshRobots } from './refresh-robots.ts';
import type { SiteFileStore } from './site-file-store.ts';
import { siteTermsFor, termsAfterFetch, termsFilesOf, type TermsRecord } from './terms-record.ts';
import { createTrails, type Trails } from './trails.ts';
import { fetchAndHeed, inTurn, type AskedHost, waitForNextTurn } from './turn.ts';

export interface PoliteFetchOptions {
  fetch: Fetch;
  budget: HostBudget;
  robots: SiteFileStore<RobotsRecord>;
  terms: SiteFileStore<TermsRecord>;
  productToken: string;
  now: () => number;
}

export interface Asker {
  /** The job: it keeps its place in the host's queue while it waits. */
  jobId: string;
  limits: HostLimits;
  robots: 'obey' | 'ignore';
  isUrgent?: boolean | undefined;
  /** For what the job came for; files for crawlers are public. */
  credentials?: Credentials | undefined;
}

/**
 * Fetches within the host's budget and by its robots.txt, which is fetched first where it is not
 * known; for a page, the files in which its site states its terms are, too. That holds for each address
 * that a redirect leads to. Resolves for every HTTP status, after telling the budget what the host asked for.
 *
 * Throws what `Fetch` throws; `ThrottledError` `host-busy` when it is not our turn: the job is to come
 * back at that time, and goes on where it stood; `PermanentError` `robots-disallowed`; `TransientError`
 * `robots-unreachable`, or what kept us from robots.txt.
 */
export type PoliteFetch = (request: FetchRequest, asker: Asker) => Promise<FetchResponse>;

export function createPoliteFetch(options: PoliteFetchOptions): PoliteFetch {
  const trails = createTrails();
  return async (request, asker) => {
    if (!URL.canParse(request.url)) return await options.fetch(request);
    const visit: PoliteVisit = { asker, options, trails, isMoot: async () => false };
    const { credentials } = asker;
    return (await followPolitely(credentials ? { ...request, credentials } : request, visit))!;
  };
}

interface PoliteVisit {
  asker: Asker;
  options: PoliteFetchOptions;
  trails: Trails;
  /** Whether nothing need be asked any more, by the time that it is our turn. */
  isMoot: () => Promise<boolean>;
}

/** Undefined when it was moot. */
async function followPolitely(
  request: FetchRequest,
  visit: PoliteVisit,
): Promise<FetchResponse | undefined> {
  const { trails, asker } = visit;
  let next = trails.take(asker.jobId, request);
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one is
      const response = await visitHop(next, visit);
      if (response?.next === undefined) return response;
      next = response.next;
    } catch (error) {
      if (error instanceof ThrottledError) trails.keep(asker.jobId, request, next);
      throw error;
    }
  }
}

/** One address, without what it leads to. */
async function visitHop(
  request: FetchRequest,
  visit: PoliteVisit,
): Promise<FetchResponse | undefined> {
  const { asker, options } = visit;
  const { robots, now } = options;
  const url = new URL(request.url);
  const obeys = asker.robots === 'obey';
  const record = obeys ? await robots.read(robotsUrl(url)) : null;
  const limits = { ...asker.limits, spacingMs: crawlSpacingMs(asker.limits.spacingMs, record) };
  const at: AskedHost = { url, host: hostKey(url), asker: { ...asker, limits }, options };
  if (obeys && isFileDue(record, now())) {
    await inTurn(at, () => refreshRobots(at, record, options));
    throw await waitForNextTurn(at);
  }
  if (record !== null) obeyRobots(url, record);
  const isStated = obeys && request.kind === 'page';
  const file = isStated ? await dueTermsFile(url, record, options) : undefined;
  if (file !== undefined) {
    await visitTermsFile(file, visit);
    return await visitHop(request, visit);
  }
  return await inTurn(at, async () => {
    if (await visit.isMoot()) return undefined;
    return await fetchAndHeed(request, at);
  });
}

interface TermsFile {
  address: string;
  record: TermsRecord | null;
}

/** The next file with terms of a page's site that nobody has by now. */
async function dueTermsFile(
  url: URL,
  robots: RobotsRecord | null,
  { terms, now }: PoliteFetchOptions,
): Promise<TermsFile | undefined> {
  for (const address of termsFilesOf(url, robots)) {
    const file = new URL(address);
    if (robots !== null && file.host === url.host && !mayFetch(robots, file)) continue;
    // oxlint-disable-next-line no-await-in-loop -- the first one that is due decides
    const record = await terms.read(address);
    if (isFileDue(record, now())) return { address, record };
  }
  return undefined;
}

/** The file's own robots.txt, host and redirects count as those of a page do. */
async function visitTermsFile({ address, record }: TermsFile, visit: PoliteVisit): Promise<void> {
  const { terms, now } = visit.options;
  // Many jobs of one host begin at once: the first of them asks for all.
  const isMoot = async () => !isFileDue(await terms.read(address), now());
  const request: FetchRequest = { url: address, kind: 'robots' };
  const outcome = await outcomeOf(followPolitely(request, { ...visit, isMoot }));
  if (outcome === undefined) return;
  await terms.write(address, termsAfterFetch(address, record, outcome, now()));
}

/** What is known by now of the terms that a page's site states outside its pages. */
export async function knownTerms(
  { robots, terms }: Pick<PoliteFetchOptions, 'robots' | 'terms'>,
  address: string,
): Promise<RightsSignal[]> {
  const url = URL.parse(address);
  if (url === null) return [];
  const record = await robots.read(robotsUrl(url));
  const files = termsFilesOf(url, record).map((file) => terms.read(file));
  return siteTermsFor(url, record, await Promise.all(files));
}
