import { percentDecoded } from '../clean-url.ts';
import { PermanentError } from '../errors.ts';
import { printableUrl } from '../printable-url.ts';
import { isForOrigin, pathWithQuery } from './credentials.ts';
import { FetchCookies } from './cookies.ts';
import type { FetchRequest, FetchResponse, Redirect } from './fetch.ts';

const MAX_REDIRECTS = 10;

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);
const CONDITIONAL_HEADERS = new Set(['if-none-match', 'if-modified-since']);

/** How a fetch came to where it stands. */
export interface Trail {
  redirects: Redirect[];
  cookies: FetchCookies;
  /** With the same cookies the same address gives the same answer: a loop is known at its first turn. */
  visited: Set<string>;
}

/** One request of a fetch: where to, and which of the caller's headers go along. */
interface Hop {
  /** Without user, password and fragment. */
  url: URL;
  /** None from the first change of origin on, and never given back. */
  ownHeaders: Record<string, string>;
  /** Headers of the credentials, where they belong to this origin. */
  given: Readonly<Record<string, string>>;
  cookie: string | undefined;
  /** Path and query on the wire, which alone may hold a credential. */
  path: string;
  trail: Trail;
}

/** @throws PermanentError `bad-url` */
export function hopOf(request: FetchRequest): Hop {
  if (!URL.canParse(request.url)) {
    throw new PermanentError('bad-url', `${printableUrl(request.url)} is not a web address`);
  }
  const url = new URL(request.url);
  const authorization = basicAuthorization(url);
  const isOwn = isForOrigin(request.credentials, url);
  const given = isOwn ? request.credentials : undefined;
  const { trail = { redirects: [], cookies: new FetchCookies(), visited: new Set() } } = request;
  return {
    ownHeaders: { ...(authorization !== null && { authorization }), ...request.headers },
    given: given?.headers ?? {},
    url: withoutCredentials(url),
    path: pathWithQuery(url, given?.query ?? {}),
    cookie: trail.cookies.headerFor(url, given?.cookies),
    trail,
  };
}

/** Name, value, name, value, … */
export function headersFor(hop: Hop, { conditional }: FetchRequest): string[] {
  const { url, ownHeaders, given, cookie } = hop;
  const validators = conditional?.url === url.href ? conditional.headers : {};
  return [
    ...Object.entries({ ...ownHeaders, ...given, ...validators }).flat(),
    ...(cookie === undefined ? [] : ['cookie', cookie]),
  ];
}

/** Null when the answer is final. @throws PermanentError `bad-url` for a Location that is no address. */
export function redirectTarget(
  response: Pick<FetchResponse, 'status' | 'headers'>,
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
 * The request that an answer leads to, for one who is to follow it.
 *
 * @throws PermanentError `too-many-redirects`, `downgrade-refused`
 */
export function requestAfter(
  request: FetchRequest,
  { hop, target, status }: { hop: Hop; target: URL; status: number },
): FetchRequest {
  const { url, ownHeaders, cookie, trail } = hop;
  const { cookies } = trail;
  const redirects = [...trail.redirects, { status, from: url.href, to: target.href }];
  const visited = new Set([...trail.visited, `${url.href} ${cookie ?? ''}`]);
  const isLoop = visited.has(`${target.href} ${cookies.headerFor(target) ?? ''}`);
  if (isLoop || redirects.length > MAX_REDIRECTS) {
    const first = printableUrl(redirects[0]?.from ?? url);
    const reason = isLoop ? 'redirects in a circle' : `redirects more than ${MAX_REDIRECTS} times`;
    throw new PermanentError('too-many-redirects', `${first} ${reason}`);
  }
  // Whatever is not a validator may be a key, whatever its name.
  const hasCredentials = Object.keys(ownHeaders).some((name) => !CONDITIONAL_HEADERS.has(name));
  if (hasCredentials && url.protocol === 'https:' && target.protocol === 'http:') {
    throw new PermanentError(
      'downgrade-refused',
      `${printableUrl(url)} redirects to ${printableUrl(target)}, which would send the credentials unencrypted`,
    );
  }
  const headers = target.origin === url.origin ? ownHeaders : {};
  return { ...request, url: target.href, headers, trail: { redirects, cookies, visited } };
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
