import { retryAfterMs } from './freshness.ts';

/** What the status of an answer to our GET means for what is done next. */
export type StatusMeaning =
  /** The document is in the body. */
  | 'document'
  /** It is as it was (RFC 9110 section 15.4.5). */
  | 'unchanged'
  /** The server answers well, with no document that was asked for. */
  | 'no-document'
  /** A redirect that the client could not follow. */
  | 'astray'
  /** We are not let in. */
  | 'refused'
  /** Not there (404), or not any more (410). */
  | 'missing'
  /** Asked too often; how long to wait: `patienceMs`. */
  | 'busy'
  /** Any other mistake that the server sees in the request. */
  | 'rejected'
  /** The server cannot answer now. */
  | 'trouble';

const MEANINGS: Partial<Record<number, StatusMeaning>> = {
  200: 'document',
  203: 'document',
  304: 'unchanged',
  401: 'refused',
  403: 'refused',
  404: 'missing',
  410: 'missing',
  429: 'busy',
};

export function meaningOf(status: number): StatusMeaning {
  const named = MEANINGS[status];
  if (named !== undefined) return named;
  if (status < 300) return 'no-document';
  if (status < 400) return 'astray';
  return status < 500 ? 'rejected' : 'trouble';
}

interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
}

/**
 * How long the server of a 429 or 503 wants to be left alone (ms), `unnamedMs` where a 429 names no time;
 * undefined for every other answer. A 503 that names no time is trouble like any other.
 */
export function patienceMs(
  { status, headers }: Answer,
  nowMs: number,
  unnamedMs: number,
): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  return retryAfterMs(headers, nowMs) ?? (status === 429 ? unnamedMs : undefined);
}
