import type { WordpressOptions } from '../../config/destinations.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import type { Send } from '../../http/send.ts';
import type { DeliveryContext } from '../destination.ts';
import { reach, startOf, throwIfBusy, unavailable } from '../reply.ts';

export interface RestRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Such as `/wp/v2/posts`. */
  path: string;
  query?: Record<string, string>;
  json?: unknown;
  /** A file for the media library. */
  file?: { bytes: Uint8Array; type: string; name: string };
  /** Error codes that are an answer to the caller; all others are thrown. */
  expect?: string[];
}

export type RestReply =
  | { kind: 'ok'; value: unknown }
  | { kind: 'error'; code: string; value: unknown };

export type Rest = (request: RestRequest) => Promise<RestReply>;

/**
 * WordPress's REST API under one account. Throws by what the queue must do: nobody is let in or the
 * site is down → `unavailable`; the site cannot take this post as it is → `PermanentError`; the site
 * stumbled → `TransientError`.
 */
export function wordpressRest(
  options: WordpressOptions,
  send: Send,
  context: DeliveryContext,
): Rest {
  const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
  return async (call) => {
    const { method, path, json, file } = call;
    const response = await reach(send, {
      method,
      url: restUrl(options, path, call.query ?? {}),
      headers: {
        authorization: `Basic ${credentials}`,
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file === undefined ? {} : fileHeaders(file)),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(file === undefined ? {} : { body: file.bytes }),
      signal: context.signal,
      timeoutMs: options.timeout,
    });
    throwIfBusy(response, options.name, context.now());
    const value = parseJson(response.body);
    if (response.status >= 200 && response.status < 300 && value !== undefined) {
      return { kind: 'ok', value };
    }
    const failure = failureOf(value);
    if (failure && call.expect?.includes(failure.code)) {
      return { kind: 'error', code: failure.code, value };
    }
    const where = `${options.name}: ${method} ${path}`;
    if (!failure) throw notWordpress(where, response.status, response.body);
    throw restError(where, response.status, failure);
  };
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

function fileHeaders({ type, name }: { type: string; name: string }): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

interface RestFailure {
  code: string;
  message: string;
}

/** WordPress's errors are `{code, message, data}`. */
function failureOf(value: unknown): RestFailure | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
  if (typeof value.code !== 'string') return undefined;
  const message = 'message' in value && typeof value.message === 'string' ? value.message : '';
  return { code: value.code, message };
}

function restError(where: string, status: number, { code, message }: RestFailure): Error {
  const text = `${where} answered ${status} ${code}: ${message}`;
  if (status === 401 || status === 403) return unavailable(text);
  if (status >= 500 || status === 404 || status === 409) return new TransientError(code, text);
  return new PermanentError(code, text);
}

/** A page instead of an answer: a database that is down, a firewall, or no WordPress at all. */
function notWordpress(where: string, status: number, body: Uint8Array): Error {
  const text = `${where} answered ${status} without JSON: ${startOf(body)}`;
  if (status === 413) return new PermanentError('too-large', text);
  return unavailable(text);
}
