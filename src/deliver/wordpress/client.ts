import type { z } from 'zod';
import type { WordpressOptions } from '../../config/destinations.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import type { Send, SendResponse } from '../../http/send.ts';
import type { DeliveryContext } from '../destination.ts';
import { reach, startOf, throwIfBusy, unavailable } from '../reply.ts';
import { type Upload, multipart } from './pictures/multipart.ts';
import { failureOf, readRestAnswer, type RestFailure } from './rest-answer.ts';

export interface RestRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Such as `/wp/v2/posts`. */
  path: string;
  query?: Record<string, string>;
  json?: unknown;
  /** A file for the media library, with the fields that belong to it. */
  upload?: Upload;
  /** Error codes that are an answer to the caller, or every one that the site gave; others are thrown. */
  expect?: readonly string[] | 'every answer';
}

export type RestReply =
  | { kind: 'ok'; value: unknown; noise?: string | undefined; siteTime?: Date | undefined }
  | { kind: 'error'; status: number; code: string; message: string; value: unknown };

export type Rest = (request: RestRequest) => Promise<RestReply>;

/**
 * WordPress's REST API under one account. Throws by what the queue must do: the site is down, or answers
 * as it would if nobody were let in → `unavailable`; it cannot take this post as it is →
 * `PermanentError`; it stumbled → `TransientError`.
 */
export function wordpressRest(
  options: WordpressOptions,
  send: Send,
  context: DeliveryContext,
): Rest {
  const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
  return async (call) => {
    const { method, path } = call;
    const { headers, body } = sentContent(call);
    const isPlain = method === 'GET' || method === 'POST';
    const response = await reach(send, {
      method: isPlain ? method : 'POST',
      url: restUrl(options, path, call.query ?? {}),
      headers: {
        ...withLowerCaseNames(options.headers),
        authorization: `Basic ${credentials}`,
        accept: 'application/json',
        // Hosts and firewalls refuse the rarer methods. WordPress's own editor goes round them like this.
        ...(isPlain ? {} : { 'x-http-method-override': method }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      signal: context.signal,
      timeoutMs: options.timeout,
    });
    throwIfBusy(response, options.name, context.now());
    return judgedAnswer(call, response, options);
  };
}

/** So that none stands beside ours under another spelling. */
const withLowerCaseNames = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** An answer's value as what it ought to be; throws `unavailable` for anything else. */
export function valueOf<Value>(schema: z.ZodType<Value>, reply: RestReply, what: string): Value {
  const { data, error } = schema.safeParse(reply.value);
  if (data !== undefined) return data;
  throw unavailable(`${what} is not what WordPress answers: ${error?.issues[0]?.message}`);
}

function sentContent({ json, upload }: RestRequest): {
  headers: Record<string, string>;
  body?: string | Uint8Array;
} {
  if (upload !== undefined) return multipart(upload);
  if (json === undefined) return { headers: {} };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}

function restUrl(
  { url, restPath }: WordpressOptions,
  path: string,
  query: Record<string, string>,
): string {
  const root = url.replace(/\/$/, '') + restPath.replace(/\/$/, '');
  const search = new URLSearchParams(query).toString();
  if (search === '') return root + path;
  return `${root}${path}${root.includes('?') ? '&' : '?'}${search}`;
}

function judgedAnswer(
  call: RestRequest,
  response: SendResponse,
  options: WordpressOptions,
): RestReply {
  const { status, headers, body } = response;
  const answer = readRestAnswer(body);
  if (status >= 200 && status < 300 && answer) {
    const time = Date.parse(headers['date'] ?? '');
    const siteTime = Number.isNaN(time) ? undefined : new Date(time);
    return { kind: 'ok', value: answer.value, noise: answer.noise, siteTime };
  }
  const where = `${options.name}: ${call.method} ${call.path}`;
  const target = headers['location'];
  if (status >= 300 && status < 400 && target !== undefined) {
    const address = movedTo(target, options);
    throw unavailable(`${where} redirects to ${target}: the site has moved; write url: ${address}`);
  }
  const failure = failureOf(answer?.value);
  if (call.expect === 'every answer' || (failure && call.expect?.includes(failure.code))) {
    const told = failure ?? { code: `http-${status}`, message: startOf(body) };
    return { kind: 'error', status, ...told, value: answer?.value };
  }
  throw failure ? restError(where, status, failure) : notWordpress(where, response);
}

/** What an error of WordPress's means for the queue. */
export function restError(where: string, status: number, { code, message }: RestFailure): Error {
  const text = `${where} answered ${status} ${code}: ${message}`;
  // Of a password that came and was wrong WordPress says so, by another code.
  if (status === 401 && code.startsWith('rest_')) {
    return unavailable(
      `${text} The site saw no password: its web server most likely strips the Authorization header (Apache: CGIPassAuth On)`,
    );
  }
  if (status === 401 || status === 403) return unavailable(text);
  if (status >= 500 || status === 404 || status === 409) return new TransientError(code, text);
  return new PermanentError(code, text);
}

/** A page instead of an answer: a database that is down, a firewall, or no WordPress at all. */
function notWordpress(where: string, { status, body }: SendResponse): Error {
  const text = `${where} answered ${status} without JSON: ${startOf(body)}`;
  if (status === 413) return new PermanentError('too-large', text);
  return unavailable(text);
}

/** The site's address as the config is to have it, out of where one of its routes redirects to. */
function movedTo(target: string, { url, restPath }: WordpressOptions): string {
  const moved = URL.canParse(target, url) ? new URL(target, url).href : target;
  const [site = moved] = moved.split(restPath.replace(/\/$/, ''));
  return site;
}
