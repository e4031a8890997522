import { describe, expect, test } from 'vitest';
import {
  conditionalHeaders,
  conditionalOutcome as outcomeAt,
  validatorsSchema,
  type Validators,
} from '../../../src/http/conditional-request.ts';

import type { FetchResponse } from '../../../src/http/fetch.ts';

const url = 'https://news.example/feed.xml';
const answer = (status: number, headers: Record<string, string> = {}, at = url) => ({
  status,
  url: at,
  redirects: [],
  headers,
  body: new Uint8Array(0),
});
const lastModified = 'Sun, 06 Nov 1994 08:49:37 GMT';
const nowMs = Date.UTC(2026, 10, 29);
const conditionalOutcome = (...[validators, response]: [Validators | null, FetchResponse]) =>
  outcomeAt(validators, response, nowMs);
const sent = { url, etag: '"a"', lastModified };

describe('what is sent', () => {
  test.each([
    ['both', sent, { 'if-none-match': '"a"', 'if-modified-since': lastModified }],
    ['an ETag alone', { url, etag: 'W/"x;br"' }, { 'if-none-match': 'W/"x;br"' }],
    ['an ETag without quotes', { url, etag: 'abc' }, { 'if-none-match': 'abc' }],
    ['a date that is none', { url, lastModified: 'today' }, { 'if-modified-since': 'today' }],
  ])('%s, byte for byte, to the URL it came from', (_what, validators, headers) => {
    expect(conditionalHeaders(validators)).toStrictEqual({ url, headers });
  });

  test('nothing without validators', () => {
    expect(conditionalHeaders(null)).toBeUndefined();
  });
});

describe('what comes back', () => {
  test('200 brings the validators to keep, with the URL they belong to', () => {
    const at = 'https://cdn.example/feed.xml';
    const response = answer(200, { etag: '"b"', 'last-modified': lastModified }, at);
    expect(conditionalOutcome(sent, response)).toEqual({
      kind: 'modified',
      validators: { url: at, etag: '"b"', lastModified },
    });
  });

  test.each([
    ['none', {}],
    ['an empty ETag', { etag: '' }],
    ['an ETag with a control character', { etag: '"a\u0001"' }],
    ['an ETag of 5,000 bytes', { etag: `"${'a'.repeat(5_000)}"` }],
  ])('200 with %s leaves nothing to keep', (_what, headers) => {
    expect(conditionalOutcome(sent, answer(200, headers))).toEqual({
      kind: 'modified',
      validators: null,
    });
  });

  test.each([
    ['the epoch', 'Thu, 01 Jan 1970 00:00:00 GMT', {}],
    ['the first day of archives', 'Tue, 01 Jan 1980 00:00:01 GMT', {}],
    ['a year to come', 'Sat, 16 Nov 2041 19:11:00 GMT', {}],
    ['later than the answer', lastModified, { date: 'Sun, 06 Nov 1994 07:49:37 GMT' }],
  ])('a date at %s is no validator', (_what, date, headers) => {
    const response = answer(200, { etag: '"b"', 'last-modified': date, ...headers });
    expect(conditionalOutcome(null, response)).toEqual({
      kind: 'modified',
      validators: { url, etag: '"b"' },
    });
  });

  test('an ETag with bytes beyond ASCII is kept as it is', () => {
    const etag = '"gr\u00fc\u00df"';
    expect(conditionalOutcome(null, answer(200, { etag }))).toMatchObject({ validators: { etag } });
  });

  test('304 keeps the validators and takes over what is new', () => {
    expect(conditionalOutcome(sent, answer(304))).toEqual({
      kind: 'not-modified',
      validators: sent,
    });
    expect(conditionalOutcome(sent, answer(304, { etag: '"b"' }))).toEqual({
      kind: 'not-modified',
      validators: { ...sent, etag: '"b"' },
    });
  });

  test.each([
    ['to a question without validators', null, url],
    ['from another URL than the validators', sent, 'https://elsewhere.example/feed.xml'],
  ])('304 %s is not believed', (_what, validators, at) => {
    expect(conditionalOutcome(validators, answer(304, { etag: '"a"' }, at))).toMatchObject({
      kind: 'failed',
      code: 'http-304',
      forgetValidators: true,
    });
  });

  test('226 is a failure, for a difference was not asked for', () => {
    expect(conditionalOutcome(sent, answer(226, { im: 'feed' }))).toMatchObject({
      kind: 'failed',
      code: 'http-226',
      message: expect.stringContaining('a difference') as string,
    });
    expect(conditionalOutcome(sent, answer(500))).not.toMatchObject({
      message: expect.stringContaining('a difference') as string,
    });
  });

  test('410 is said apart', () => {
    expect(conditionalOutcome(sent, answer(410))).toEqual({ kind: 'gone' });
  });

  test.each([202, 204, 300, 302, 400, 401, 403, 404, 408, 429, 451, 500, 502, 503, 599])(
    '%d is a failure that leaves the validators alone',
    (status) => {
      expect(conditionalOutcome(sent, answer(status, { etag: '"z"' }))).toMatchObject({
        kind: 'failed',
        code: `http-${status}`,
        forgetValidators: false,
      });
    },
  );
});

test('validators survive being stored', () => {
  expect(validatorsSchema.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
});
