import { PermanentError } from '../errors.ts';
import type { ExchangeResponse } from './exchange.ts';
import type { FetchRequest, Redirect } from './fetch.ts';
import { printableUrl } from '../printable-url.ts';

const MAX_REDIRECTS = 10;

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
const CONDITIONAL_HEADERS = new Set(['if-none-match', 'if-modified-since']);

/** The next request of a fetch: where to, and which of the caller's headers may still go along. */
export interface Hop {
  /** Without user, password and fragment. */
  url: URL;
  /** Name, value, …; empty from the first change of origin on, and never given back. */
  ownHeaders: string[];
  hasCredentials: boolean;
}

/** @throws PermanentError `bad-url` */
export function firstHop(request: FetchRequest): Hop {
  if (!URL.canParse(request.url)) {
    throw new PermanentError('bad-url', `${printableUrl(request.url)} is not a web address`);
  }
  const url = new URL(request.url);
  const own = Object.entries(request.headers ?? {});
  const authorization = basicAuthorization(url);
  if (authorization !== null && !own.some(([name]) => name === 'authorization')) {
    own.push(['authorization', authorization]);
  }
  return {
    url: withoutCredentials(url),
    ownHeaders: own.flat(),
    // Whatever is not a validator may be a key, whatever its name.
    hasCredentials: own.some(([name]) => !CONDITIONAL_HEADERS.has(name)),
  };
}

export function headersFor(hop: Hop, request: FetchRequest): string[] {
  const { conditional } = request;
  if (conditional?.url !== hop.url.href) return hop.ownHeaders;
  return [...hop.ownHeaders, ...Object.entries(conditional.headers).flat()];
}

/** Null when the answer is final. @throws PermanentError `bad-url` for a Location that is no address. */
export function redirectTarget(
  response: Pick<ExchangeResponse, 'status' | 'headers'>,
  from: URL,
): URL | null {
  const location = response.headers['location'];
  if (location === undefined || !REDIRECT_STATUSES.has(response.status)) return null;
  // Header bytes arrive as Latin-1; what servers send there is UTF-8 where it is not ASCII.
  const text = Buffer.from(location, 'latin1').toString();
  if (!URL.canParse(text, from.href)) {
    const shown = `${printableUrl(from)} redirects to what is not a web address`;
    throw new PermanentError('bad-url', `${shown}: ${printableUrl(text)}`);
  }
  return withoutCredentials(new URL(text, from));
}

/**
 * @param redirects those so far, the one to `target` included.
 * @param isLoop the same address was asked before with the same cookies.
 * @throws PermanentError `too-many-redirects`, `downgrade-refused`
 */
export function nextHop(hop: Hop, target: URL, redirects: Redirect[], isLoop: boolean): Hop {
  if (isLoop || redirects.length > MAX_REDIRECTS) {
    const first = printableUrl(redirects[0]?.from ?? hop.url);
    const reason = isLoop ? 'redirects in a circle' : `redirects more than ${MAX_REDIRECTS} times`;
    throw new PermanentError('too-many-redirects', `${first} ${reason}`);
  }
  if (hop.hasCredentials && hop.url.protocol === 'https:' && target.protocol === 'http:') {
    throw new PermanentError(
      'downgrade-refused',
      `${printableUrl(hop.url)} redirects to ${printableUrl(target)}, which would send the credentials unencrypted`,
    );
  }
  if (target.origin === hop.url.origin) return { ...hop, url: target };
  return { url: target, ownHeaders: [], hasCredentials: false };
}

function withoutCredentials(url: URL): URL {
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** RFC 7617, in UTF-8. */
function basicAuthorization(url: URL): string | null {
  if (url.username === '' && url.password === '') return null;
  const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
