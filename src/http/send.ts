import { Agent, request } from 'undici';
import { PermanentError, TransientError } from '../errors.ts';
import { asFetchError } from './network-error.ts';
import { printableUrl } from '../printable-url.ts';

/** One request to a service that the operator named in the config. */
export interface SendRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  /** Lower-case names. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal | undefined;
  /** For the whole exchange. */
  timeoutMs?: number;
}

export interface SendResponse {
  status: number;
  /** Lower-case names; repeated headers joined with ", ". */
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * Resolves for every HTTP status, redirects included: a POST is never repeated to an address that the
 * operator did not write. Throws `TransientError` for network trouble and time-outs,
 * `PermanentError` for an answer over the cap. Unlike `Fetch` it reaches private addresses, because
 * operators name these URLs themselves and a site on the same machine is common: never give it an URL
 * that came out of a feed or a page.
 */
export type Send = (request: SendRequest) => Promise<SendResponse>;

export interface SendOptions {
  userAgent: string;
  timeoutMs?: number;
  /** Longest answer in bytes. */
  maxBytes?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** A `Send` with its own connection pool; `close` waits for what is under way. */
export function createSend(options: SendOptions): { send: Send; close: () => Promise<void> } {
  const agent = new Agent({ connections: 32, connect: { timeout: 10_000 } });
  const send: Send = async ({ method, url, headers = {}, body, signal, timeoutMs }) => {
    const deadline = AbortSignal.timeout(timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    try {
      const response = await request(url, {
        dispatcher: agent,
        method,
        // No compression: answers are small, and a cap on coded bytes would be none.
        headers: { 'user-agent': options.userAgent, 'accept-encoding': 'identity', ...headers },
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        ...(body === undefined ? {} : { body }),
      });
      return {
        status: response.statusCode,
        headers: joined(response.headers),
        body: await readAll(response.body, options.maxBytes ?? DEFAULT_MAX_ANSWER_BYTES, url),
      };
    } catch (error) {
      throw deadline.aborted
        ? new TransientError('timeout', `${printableUrl(url)} did not answer in time`)
        : asFetchError(error, printableUrl(url));
    }
  };
  return { send, close: () => agent.close() };
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function readAll(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  url: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new PermanentError(
        'answer-too-large',
        `${printableUrl(url)} answered with more than ${maxBytes} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
