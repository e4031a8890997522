import { describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.ts';
import { asFetchError } from '../../../src/http/network-error.ts';

const withCode = (code: unknown, message = 'it broke') =>
  Object.assign(new Error(message), { code });
const read = (error: unknown) => {
  const found = asFetchError(error, 'quay.example');
  return [
    found instanceof PermanentError ? 'permanent' : 'transient',
    found.code,
    found.message.includes('quay.example'),
  ];
};
const list = (words: string) => words.split(' ');

describe('a code of the system', () => {
  test.each([
    ...list('ENOTFOUND EAI_AGAIN EAI_FAIL ENODATA ESERVFAIL ETIMEOUT').map((code) => [code, 'dns']),
    ...list('ECONNREFUSED EHOSTUNREACH ENETUNREACH EADDRNOTAVAIL EACCES EMFILE').map((code) => [
      code,
      'connect',
    ]),
    ...list('ETIMEDOUT UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT').map((code) => [
      code,
      'timeout',
    ]),
    ...list(
      'ERR_TLS_X ERR_SSL_X EPROTO CERT_HAS_EXPIRED DEPTH_ZERO_SELF SELF_SIGNED_X UNABLE_TO_VERIFY',
    ).map((code) => [code, 'tls']),
    ...list('HPE_INVALID').map((code) => [code, 'protocol']),
    ...list('ECONNRESET X_CERT_X').map((code) => [code, 'truncated-body']),
  ])('%s is %s, and passes', (code, kind) => {
    expect(read(withCode(code))).toEqual(['transient', kind, true]);
    expect(read(new AggregateError([withCode(code)]))).toEqual(['transient', kind, true]);
  });

  test.each([
    ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'too-large'],
    ['UND_ERR_INVALID_ARG', 'bad-url'],
  ])('%s is %s, and stays', (code, kind) => {
    expect(read(withCode(code))).toEqual(['permanent', kind, true]);
  });

  test('is told with what it says', () => {
    expect(asFetchError(withCode('UND_ERR_HEADERS_OVERFLOW'), 'x').message).toContain('KiB');
    expect(asFetchError(withCode('HPE_INVALID'), 'x').message).toContain('it broke');
    expect(asFetchError(withCode('EPROTO', ''), 'x').message).toContain('EPROTO');
  });
});

test.each([
  new Error('it broke'),
  'it broke',
  undefined,
  null,
  withCode(7),
  new AggregateError([]),
])('what has no code broke off: %#', (error) => {
  expect(read(error)).toEqual(['transient', 'truncated-body', true]);
});

test('our own errors stay as they are', () => {
  const [permanent, transient] = [new PermanentError('a', 'b'), new TransientError('a', 'b')];
  expect([asFetchError(permanent, 'x'), asFetchError(transient, 'x')]).toEqual([
    permanent,
    transient,
  ]);
  const cause = withCode('EPROTO');
  expect(asFetchError(cause, 'x').cause).toBe(cause);
});
