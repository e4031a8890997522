import { PermanentError, TransientError } from '../errors.ts';
import { MAX_HEAD_BYTES } from './answer-head.ts';

const DNS_CODES = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENODATA',
  'ESERVFAIL',
  'ETIMEOUT',
]);
const CONNECT_CODES = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EACCES',
  'EMFILE',
]);
const TIMEOUT_CODES = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return error instanceof AggregateError && error.errors.length > 0 ? codeOf(error.errors[0]) : '';
}

/**
 * What undici, zlib, TLS and the resolver throw, by what the queue must do. `shownUrl` has been
 * masked already; the messages of these libraries hold host names and addresses, never URLs.
 */
export function asFetchError(error: unknown, shownUrl: string): PermanentError | TransientError {
  if (error instanceof PermanentError || error instanceof TransientError) return error;
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message || code : 'unknown failure';
  const transient = (kind: string, message: string) =>
    new TransientError(kind, `${shownUrl}: ${message}`, { cause: error });
  if (DNS_CODES.has(code)) return transient('dns', `the host name does not resolve (${code})`);
  if (CONNECT_CODES.has(code)) return transient('connect', `no connection (${code})`);
  if (TIMEOUT_CODES.has(code)) return transient('timeout', 'the server did not answer in time');
  if (TLS_CODE.test(code)) return transient('tls', `no secure connection: ${reason} (${code})`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new PermanentError(
      'too-large',
      `${shownUrl}: the answer's headers exceed ${MAX_HEAD_BYTES / 1024} KiB`,
    );
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new PermanentError('too-large', `${shownUrl}: the server sends ${reason}`);
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    return new PermanentError('bad-url', `${shownUrl}: cannot be requested (${reason})`);
  }
  if (code.startsWith('HPE_')) return transient('protocol', `not an HTTP answer (${reason})`);
  return transient('truncated-body', `the answer broke off (${reason})`);
}
