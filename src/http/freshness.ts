import { parseHttpDate } from './http-date.ts';
import { DAY_MS } from '../durations.ts';

type Headers = Record<string, string>;

const MAX_FRESHNESS_MS = 365 * DAY_MS;
const MAX_RETRY_AFTER_MS = 7 * DAY_MS;

export interface Freshness {
  /** How long the answer says it is good for, from now; null when it says nothing of use. */
  freshForMs: number | null;
  /** What `max-age` alone says: the part a later 304 without headers leaves in force (RFC 9111 section 4.3.4). */
  maxAgeMs: number | null;
}

/**
 * RFC 9111 section 4.2 for a cache of one reader: `max-age` before `Expires`, less `Age`; never
 * negative, at most a year. `no-store`, `no-cache` and an `Expires` that is no date mean zero.
 */
export function freshness(headers: Headers, nowMs: number): Freshness {
  const directives = cacheDirectives(headers['cache-control']);
  const maxAgeMs = secondsToMs(directives.get('max-age'));
  const ageMs = secondsToMs(headers['age']?.split(',')[0]) ?? 0;
  if (directives.has('no-store') || directives.has('no-cache'))
    return { freshForMs: 0, maxAgeMs: 0 };
  const lifetimeMs = maxAgeMs ?? expiresInMs(headers, nowMs);
  return {
    freshForMs: lifetimeMs === null ? null : clamp(lifetimeMs - ageMs, MAX_FRESHNESS_MS),
    maxAgeMs,
  };
}

/**
 * RFC 9110 section 10.2.3, seconds or a date; at most seven days. Null when absent, unreadable or
 * past: the caller's own backoff is then the better guess.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return null;
  const dateMs = parseHttpDate(value, nowMs);
  const waitMs = dateMs === null ? secondsToMs(value) : dateMs - serverNowMs(headers, nowMs);
  return waitMs === null || waitMs <= 0 ? null : clamp(waitMs, MAX_RETRY_AFTER_MS);
}

/** Name to value, quotes taken off; the first of a repeated directive counts. */
function cacheDirectives(header: string | undefined): Map<string, string> {
  const directives = new Map<string, string>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', value = ''] = part.split('=', 2).map((text) => text.trim());
    if (name !== '' && !directives.has(name)) directives.set(name, value.replace(/^"|"$/g, ''));
  }
  return directives;
}

function expiresInMs(headers: Headers, nowMs: number): number | null {
  const expires = headers['expires'];
  if (expires === undefined) return null;
  // RFC 9111 section 5.3: what is not a date, "0" above all, has expired.
  const expiresMs = parseHttpDate(expires, nowMs);
  return expiresMs === null ? 0 : expiresMs - serverNowMs(headers, nowMs);
}

/** Times that a server states count from its own clock, however wrong that is. */
export function serverNowMs(headers: Headers, nowMs: number): number {
  return parseHttpDate(headers['date'] ?? '', nowMs) ?? nowMs;
}

function secondsToMs(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) * 1_000 : null;
}

function clamp(ms: number, most: number): number {
  return Math.min(Math.max(ms, 0), most);
}
