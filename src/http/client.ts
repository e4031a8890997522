import { Agent } from 'undici';
import { TransientError } from '../errors.ts';
import { createAddressGuard, guardedConnector, type Lookup } from './address-guard.ts';
import { ACCEPT_ENCODING } from './content/content-coding.ts';
import { MAX_HEAD_BYTES } from './answer-head.ts';
import { cleanserOf } from './cleanse.ts';
import { isForOrigin } from './credentials.ts';
import { exchange, type ExchangeResponse } from './exchange.ts';
import { metaRefreshTarget } from './meta-refresh.ts';
import { DEFAULT_MAX_BYTES, FETCH_RULES, type FetchKind } from './fetch-kind.ts';
import type { Fetch, FetchRequest, FetchResponse } from './fetch.ts';
import { asFetchError } from './network-error.ts';
import { printableUrl } from '../printable-url.ts';
import { headersFor, hopOf, redirectTarget, requestAfter } from './redirect.ts';

export interface HttpClientOptions {
  /** ASCII, such as `newsrelay/1.0 (+https://aggregator.example/bot)`. */
  userAgent: string;
  allowPrivateAddresses: string[];
  allowPorts: number[];
  /** For a whole fetch: name look-up, connection, every redirect and the last byte of the body. */
  timeoutMs: number;
  /** `dns.lookup` when absent. */
  lookup?: Lookup | undefined;
  /** Decoded body caps that differ from the kind's own. */
  maxBytes?: Partial<Record<FetchKind, number>> | undefined;
}

export interface HttpClient {
  fetch: Fetch;
  /** Ends every connection; fetches under way fail. */
  close: () => Promise<void>;
}

const MAX_CONNECT_MS = 10_000;
const CONNECTIONS_PER_ORIGIN = 64;
// Longer than the usual pause between two requests to one host, and no longer: a pass over ten
// thousand hosts would else hold thousands of idle connections, each worth some 50 KB.
const KEEP_ALIVE_MS = 2_000;
// Chunk framing of an honest answer never doubles it.
const WIRE_ALLOWANCE = 2;

export function createHttpClient(options: HttpClientOptions): HttpClient {
  if (!/^[\x20-\x7e]+$/.test(options.userAgent)) {
    throw new TypeError('the user agent must be plain ASCII text');
  }
  const guard = createAddressGuard(options);
  const maxBytes = { ...DEFAULT_MAX_BYTES, ...options.maxBytes };
  const agent = new Agent({
    connect: guardedConnector(guard, {
      lookup: options.lookup,
      timeoutMs: Math.min(MAX_CONNECT_MS, options.timeoutMs),
      maxWireBytes: WIRE_ALLOWANCE * Math.max(...Object.values(maxBytes)),
    }),
    connections: CONNECTIONS_PER_ORIGIN,
    pipelining: 1,
    maxHeaderSize: MAX_HEAD_BYTES,
    // One deadline over the whole fetch replaces the timers between headers and chunks, which a
    // server that drips never lets run out.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });

  const ask = async (request: FetchRequest, signal: AbortSignal): Promise<FetchResponse> => {
    const rule = { ...FETCH_RULES[request.kind], maxBytes: maxBytes[request.kind] };
    const hop = hopOf(request);
    const { url, path, trail } = hop;
    guard.check(url);
    const headers = ['user-agent', options.userAgent, 'accept', rule.accept];
    headers.push('accept-encoding', ACCEPT_ENCODING, ...headersFor(hop, request));
    const given = await exchange(agent, { url, path, headers, rule, signal });
    const { setCookies, ...answer } = cleansedAnswer(given, request, url);
    trail.cookies.take(setCookies, url);
    const response = { ...answer, url: url.href, redirects: trail.redirects };
    const target = redirectTarget(answer, url) ?? refreshTarget(request, answer, url);
    if (target === null) return response;
    return { ...response, next: requestAfter(request, { hop, target, status: answer.status }) };
  };

  const fetchWithin = async (request: FetchRequest, signal: AbortSignal) => {
    let response = await ask(request, signal);
    while (response.next !== undefined && request.redirect !== 'manual') {
      // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one is
      response = await ask(response.next, signal);
    }
    return response;
  };

  return {
    fetch: (request) => withDeadline(request, options.timeoutMs, fetchWithin),
    close: () => agent.destroy(),
  };
}

/** An answer as it may be kept: whether the credentials were sent, and nothing of what it repeats of them. */
function cleansedAnswer(
  answer: ExchangeResponse,
  { credentials }: FetchRequest,
  url: URL,
): ExchangeResponse & Pick<FetchResponse, 'credential'> {
  if (credentials === undefined) return answer;
  const cleanser = cleanserOf(credentials);
  const isSent = isForOrigin(credentials, url);
  return {
    ...answer,
    headers: cleanser.headers(answer.headers),
    body: cleanser.body(answer.body),
    credential: { isSent, variables: credentials.variables },
  };
}

/** A page that sends its readers on is a redirect; robots.txt and what operators fetch are read as they are. */
function refreshTarget(
  { kind }: FetchRequest,
  { status, body }: Pick<FetchResponse, 'status' | 'body'>,
  url: URL,
): URL | null {
  return status === 200 && (kind === 'feed' || kind === 'page')
    ? metaRefreshTarget(body, url)
    : null;
}

async function withDeadline(
  request: FetchRequest,
  timeoutMs: number,
  fetchWithin: (request: FetchRequest, signal: AbortSignal) => Promise<FetchResponse>,
): Promise<FetchResponse> {
  const controller = new AbortController();
  const fail = (code: string, message: string) =>
    controller.abort(new TransientError(code, `${printableUrl(request.url)}: ${message}`));
  const deadline = setTimeout(fail, timeoutMs, 'timeout', `not finished within ${timeoutMs} ms`);
  const onAbort = () => fail('aborted', 'given up by the caller');
  if (request.signal?.aborted) onAbort();
  else request.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await fetchWithin(request, controller.signal);
  } catch (error) {
    throw asFetchError(error, printableUrl(request.url));
  } finally {
    clearTimeout(deadline);
    request.signal?.removeEventListener('abort', onAbort);
  }
}
