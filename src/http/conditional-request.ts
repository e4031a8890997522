import { z } from 'zod';
import { credentialTrouble } from './credential-trouble.ts';
import type { FetchRequest, FetchResponse } from './fetch.ts';
import { serverNowMs } from './freshness.ts';
import { parseHttpDate } from './http-date.ts';
import { meaningOf, type StatusMeaning } from './status-meaning.ts';

/**
 * What lets a server say "not modified" (RFC 9110 section 8.8), byte for byte as it sent it, and the
 * URL it belongs to: after redirects, not the one configured.
 */
export const validatorsSchema = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

export type Validators = z.infer<typeof validatorsSchema>;

/** What a GET that may have been conditional came to. */
export type ConditionalOutcome =
  /** Keep the validators only once the body has been read as what it should be. */
  | { kind: 'modified'; validators: Validators | null }
  /** The validators are those to keep from now on: a 304 may bring new ones. */
  | { kind: 'not-modified'; validators: Validators }
  | { kind: 'gone' }
  /** `code` such as `http-503`; forget the validators when `forgetValidators` is set. */
  | { kind: 'failed'; code: string; message: string; forgetValidators: boolean };

const MAX_VALIDATOR_LENGTH = 4096;
// RFC 9110 section 5.5: what may stand in a header, read as Latin-1.
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;

/** For `FetchRequest.conditional`. */
export function conditionalHeaders(validators: Validators | null): FetchRequest['conditional'] {
  if (validators === null) return undefined;
  const headers: Record<string, string> = {};
  if (validators.etag !== undefined) headers['if-none-match'] = validators.etag;
  if (validators.lastModified !== undefined) {
    headers['if-modified-since'] = validators.lastModified;
  }
  return { url: validators.url, headers };
}

/** @param sent the validators that were offered to the client, whether or not it met their URL. */
export function conditionalOutcome(
  sent: Validators | null,
  response: FetchResponse,
  nowMs: number,
): ConditionalOutcome {
  const { status } = response;
  const meaning = meaningOf(status);
  if (meaning === 'document')
    return { kind: 'modified', validators: validatorsOf(response, nowMs) };
  if (meaning === 'unchanged') return notModified(sent, response, nowMs);
  if (status === 410) return { kind: 'gone' };
  if (status === 226) return failed(status, 'a difference was sent that was not asked for');
  const trouble = credentialTrouble(response);
  if (trouble) return { kind: 'failed', ...trouble, forgetValidators: false };
  return failed(status, REASONS[meaning]);
}

const REASONS: Record<Exclude<StatusMeaning, 'document' | 'unchanged'>, string> = {
  'no-document': 'the answer has no document',
  astray: 'the redirect leads nowhere',
  refused: 'the server refuses us',
  missing: 'the server has no such document',
  rejected: 'the server has no such document',
  busy: 'the server asks for fewer requests',
  trouble: 'the server is in trouble',
};

function notModified(
  sent: Validators | null,
  response: FetchResponse,
  nowMs: number,
): ConditionalOutcome {
  if (sent === null || sent.url !== response.url) {
    return {
      ...failed(304, 'the server says "not modified" although it was not asked'),
      forgetValidators: true,
    };
  }
  // RFC 9111 section 4.3.4: what the 304 states replaces what is stored, the rest stays.
  return { kind: 'not-modified', validators: { ...sent, ...validatorsOf(response, nowMs) } };
}

function failed(status: number, reason: string): ConditionalOutcome & { kind: 'failed' } {
  const message = `HTTP ${status}: ${reason}`;
  return { kind: 'failed', code: `http-${status}`, message, forgetValidators: false };
}

function validatorsOf({ url, headers }: FetchResponse, nowMs: number): Validators | null {
  const etag = usable(headers['etag']);
  const stated = usable(headers['last-modified']);
  const lastModified = stated !== null && isImpossible(stated, headers, nowMs) ? null : stated;
  if (etag === null && lastModified === null) return null;
  return { url, ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

function usable(value: string | undefined): string | null {
  if (value === undefined || value.length > MAX_VALIDATOR_LENGTH) return null;
  return FIELD_VALUE.test(value) ? value : null;
}

/** Nothing on the web is older: earlier dates are zeros of clocks and of archives. */
const FIRST_MS = Date.UTC(1990, 0);
const CLOCK_SKEW_MS = 60_000;

/** RFC 9110 section 8.8.2.1: no document was changed after the answer was given, by the server's own clock. */
function isImpossible(date: string, headers: Record<string, string>, nowMs: number): boolean {
  const ms = parseHttpDate(date, nowMs);
  if (ms === null) return false;
  return ms < FIRST_MS || ms > serverNowMs(headers, nowMs) + CLOCK_SKEW_MS;
}
