import { z } from 'zod';
import type { PermanentError, TransientError } from '../errors.ts';
import type { FetchResponse } from '../http/fetch.ts';
import { meaningOf } from '../http/status-meaning.ts';
import { statementSchema } from '../terms/statement.ts';
import { isAllowed, parseRobots } from './robots.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';

/** RFC 9309 section 2.4: a copy is not used for longer than a day while a fresh one can be had. */
const FRESH_MS = DAY_MS;
const RETRY_ROBOTS_MS = HOUR_MS;
const RETRY_SILENT_MS = MINUTE_MS;
/** A copy is believed for so long while no fresh one can be had. */
export const STALE_MS = 30 * DAY_MS;
const MAX_CRAWL_DELAY_MS = 120_000;

/** What is kept of a host's robots.txt between fetches: the rules for us, not the file. */
export const robotsRecordSchema = z.object({
  /** Whether the rules, or everything, or nothing may be fetched. */
  policy: z.enum(['rules', 'allow', 'disallow']),
  rules: z.array(z.object({ allow: z.boolean(), pattern: z.string() })),
  crawlDelayMs: z.number().nonnegative().nullable(),
  /** What the file states about reuse; records of earlier versions have none. */
  statements: z.array(statementSchema).default([]),
  /** When the host last gave an answer that this record rests on. */
  fetchedAtMs: z.number().nonnegative(),
  /** When it was last asked. */
  triedAtMs: z.number().nonnegative(),
  /** Why it could not be had when it was asked last: an error's code, or `http-503`, and the reason in words. */
  trouble: z.object({ code: z.string(), reason: z.string() }).optional(),
});

export type RobotsRecord = z.infer<typeof robotsRecordSchema>;

const SILENT = { rules: [], crawlDelayMs: null, statements: [] };

export interface RobotsOptions {
  productToken: string;
  nowMs: number;
  /** Take 401 and 403 for "keep out", as the RFC does not. */
  isStrict?: boolean | undefined;
}

/** Where the robots.txt that governs a URL lies (section 2.3). */
export function robotsUrl(url: URL): string {
  return `${url.protocol}//${url.host}/robots.txt`;
}

/** Whether a file that a site keeps for crawlers is to be asked for again. */
export function isFileDue(
  record: Pick<RobotsRecord, 'fetchedAtMs' | 'triedAtMs' | 'trouble'> | null,
  nowMs: number,
): boolean {
  if (record === null) return true;
  const passedMs = nowMs - record.triedAtMs;
  if (record.fetchedAtMs === record.triedAtMs) return passedMs >= FRESH_MS;
  // Nobody is spared by not dialling who does not answer, and a feed is tried as seldom as it fails.
  const isSilent = record.trouble !== undefined && !isHttpTrouble(record.trouble);
  return passedMs >= (isSilent ? RETRY_SILENT_MS : RETRY_ROBOTS_MS);
}

/** Why a robots.txt could not be had. */
export type RobotsTrouble = NonNullable<RobotsRecord['trouble']>;

/** The host answered, but with no robots.txt. */
export function isHttpTrouble({ code }: RobotsTrouble): boolean {
  return code.startsWith('http-');
}

/**
 * Why the host's pages may not be fetched, when that is because its robots.txt could not be had (RFC 9309
 * section 2.3.1.4); undefined when the file itself forbids it.
 */
export function robotsTrouble({ policy, trouble }: RobotsRecord): RobotsTrouble | undefined {
  return policy === 'disallow' ? trouble : undefined;
}

/**
 * Section 2.3.1. A file there is obeyed; none there (4xx, or redirects without end) allows all; a
 * host in trouble (5xx, 429, no connection) is left alone, but for a copy younger than thirty days.
 */
export function robotsAfterFetch(
  previous: RobotsRecord | null,
  outcome: FetchResponse | PermanentError | TransientError,
  options: RobotsOptions,
): RobotsRecord {
  const { nowMs } = options;
  const policy = policyOf(outcome, options.isStrict ?? false);
  if (policy === 'unreachable') return withoutAnswer(previous, outcome, nowMs);
  const said =
    policy === 'rules' && 'body' in outcome
      ? parseRobots(outcome.body, options.productToken)
      : SILENT;
  return { policy, ...said, fetchedAtMs: nowMs, triedAtMs: nowMs };
}

function policyOf(
  outcome: FetchResponse | PermanentError | TransientError,
  isStrict: boolean,
): RobotsRecord['policy'] | 'unreachable' {
  if (!('status' in outcome)) {
    return outcome.code === 'too-many-redirects' ? 'allow' : 'unreachable';
  }
  switch (meaningOf(outcome.status)) {
    case 'document':
    case 'no-document':
      return 'rules';
    case 'busy':
    case 'trouble':
      return 'unreachable';
    case 'refused':
      return isStrict ? 'disallow' : 'allow';
    case 'unchanged':
    case 'astray':
    case 'missing':
    case 'rejected':
      return 'allow';
  }
}

function withoutAnswer(
  previous: RobotsRecord | null,
  outcome: FetchResponse | PermanentError | TransientError,
  nowMs: number,
): RobotsRecord {
  const trouble =
    'status' in outcome
      ? { code: `http-${outcome.status}`, reason: `HTTP ${outcome.status}` }
      : { code: outcome.code, reason: outcome.message };
  const isUsable = previous !== null && nowMs - previous.fetchedAtMs < STALE_MS;
  if (isUsable) return { ...previous, triedAtMs: nowMs, trouble };
  const fetchedAtMs = previous?.fetchedAtMs ?? 0;
  return { policy: 'disallow', ...SILENT, fetchedAtMs, triedAtMs: nowMs, trouble };
}

export function mayFetch(record: RobotsRecord, url: URL): boolean {
  if (record.policy === 'rules') return isAllowed(record, url.pathname + url.search);
  return record.policy === 'allow' || url.pathname === '/robots.txt';
}

/** The pause between two requests: ours or the site's, whichever is longer, up to two minutes. */
export function crawlSpacingMs(ownSpacingMs: number, record: RobotsRecord | null): number {
  return Math.max(ownSpacingMs, Math.min(record?.crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS));
}
