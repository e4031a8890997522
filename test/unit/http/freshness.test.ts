import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshness, retryAfterMs } from '../../../src/http/freshness.ts';
import { parseHttpDate } from '../../../src/http/http-date.ts';

const nowMs = Date.UTC(2026, 10, 23, 12, 0, 0);
const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;
const now = 'Mon, 23 Nov 2026 12:00:00 GMT';
const inAnHour = 'Mon, 23 Nov 2026 13:00:00 GMT';
const anHourAgo = 'Mon, 23 Nov 2026 11:00:00 GMT';

describe('freshness', () => {
  test.each([
    ['nothing', {}, null],
    ['max-age', { 'cache-control': 'max-age=43200' }, 12 * hourMs],
    [
      'max-age among others',
      { 'cache-control': 'public, MAX-AGE = 60 , stale-if-error=5' },
      60_000,
    ],
    ['quoted max-age', { 'cache-control': 'max-age="60"' }, 60_000],
    ['the first of two', { 'cache-control': 'max-age=60, max-age=90' }, 60_000],
    ['max-age less Age', { 'cache-control': 'max-age=600', age: '500' }, 100_000],
    ['Age beyond max-age', { 'cache-control': 'max-age=600', age: '700' }, 0],
    ['garbage Age', { 'cache-control': 'max-age=600', age: 'old' }, 600_000],
    ['max-age of a year and more', { 'cache-control': 'max-age=315360000' }, yearMs],
    ['max-age beyond all numbers', { 'cache-control': `max-age=${'9'.repeat(400)}` }, yearMs],
    ['max-age=0', { 'cache-control': 'max-age=0' }, 0],
    ['negative max-age', { 'cache-control': 'max-age=-1' }, null],
    ['garbage max-age', { 'cache-control': 'max-age=soon' }, null],
    ['max-age without value', { 'cache-control': 'max-age' }, null],
    ['no-store', { 'cache-control': 'no-store, max-age=600' }, 0],
    ['no-cache', { 'cache-control': 'no-cache' }, 0],
    ['s-maxage, which is for shared caches', { 'cache-control': 's-maxage=600' }, null],
    ['Expires', { expires: inAnHour, date: now }, hourMs],
    [
      'Expires by a server whose clock is wrong',
      { expires: 'Tue, 01 Jan 2019 01:00:00 GMT', date: 'Tue, 01 Jan 2019 00:00:00 GMT' },
      hourMs,
    ],
    ['Expires without Date', { expires: inAnHour }, hourMs],
    ['Expires in the year 9999', { expires: 'Fri, 31 Dec 9999 23:59:59 GMT' }, yearMs],
    ['Expires past', { expires: anHourAgo }, 0],
    ['Expires 0', { expires: '0' }, 0],
    ['Expires garbage', { expires: 'tomorrow' }, 0],
    ['max-age before Expires', { 'cache-control': 'max-age=60', expires: inAnHour }, 60_000],
    ['garbage max-age beside Expires', { 'cache-control': 'max-age=x', expires: inAnHour }, hourMs],
    ['garbage all over', { 'cache-control': '=,,;="' }, null],
  ] as [string, Record<string, string>, number | null][])('%s', (_what, headers, freshForMs) => {
    expect(freshness(headers, nowMs).freshForMs).toBe(freshForMs);
  });

  test('names the max-age that a 304 leaves in force', () => {
    const headers = { 'cache-control': 'max-age=600', age: '500' };
    expect(freshness(headers, nowMs).maxAgeMs).toBe(600_000);
    expect(freshness({ expires: inAnHour }, nowMs).maxAgeMs).toBeNull();
  });
});

describe('Retry-After', () => {
  test.each([
    ['seconds', '7200', 2 * hourMs],
    ['a date', inAnHour, hourMs],
    ['a past date', anHourAgo, null],
    ['zero', '0', null],
    ['negative', '-5', null],
    ['a million million', '1000000000000', 7 * 24 * hourMs],
    ['a far date', 'Fri, 31 Dec 9999 23:59:59 GMT', 7 * 24 * hourMs],
    ['words', 'in a while', null],
    ['a fraction', '1.5', null],
    ['nothing', '', null],
  ])('%s', (_what, value, waitMs) => {
    expect(retryAfterMs({ 'retry-after': value }, nowMs)).toBe(waitMs);
  });

  test('absent', () => {
    expect(retryAfterMs({}, nowMs)).toBeNull();
  });

  test('a date counts from the clock of the server that states it', () => {
    const headers = {
      date: 'Tue, 01 Jan 2019 00:00:00 GMT',
      'retry-after': 'Tue, 01 Jan 2019 01:00:00 GMT',
    };
    expect(retryAfterMs(headers, nowMs)).toBe(hourMs);
  });
});

describe('HTTP dates', () => {
  const expected = Date.UTC(1994, 10, 6, 8, 49, 37);

  test.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    ' Sun, 6 Nov 1994 08:49:37 GMT ',
    'Sun, 06 Nov 1994 08:49:37 UTC',
  ])('%j is read', (text) => {
    expect(parseHttpDate(text, nowMs)).toBe(expected);
  });

  test('a two-digit year lies at most fifty years ahead', () => {
    const year = (text: string) => new Date(parseHttpDate(text, nowMs) ?? 0).getUTCFullYear();
    expect(year('Sunday, 06-Nov-76 08:49:37 GMT')).toBe(2076);
    expect(year('Sunday, 06-Nov-77 08:49:37 GMT')).toBe(1977);
  });

  test.each([
    '',
    '0',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:00:00 GMT',
    'Sun, 06 Nov 1994 08:61:00 GMT',
    'Son, 06. November 1994',
    ' '.repeat(100_000),
  ])('%j is not', (text) => {
    expect(parseHttpDate(text, nowMs)).toBeNull();
  });
});

test('whatever headers say, the answer is nothing or a sensible time', () => {
  const pieces = fc.constantFrom(
    'max-age',
    '=',
    '"',
    ',',
    '0',
    '99999999999',
    '-1',
    ' ',
    now,
    inAnHour,
    'x',
  );
  const value = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
  const headers = fc.record(
    { 'cache-control': value, expires: value, age: value, date: value, 'retry-after': value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(headers, (given) => {
      const { freshForMs, maxAgeMs } = freshness(given, nowMs);
      const waitMs = retryAfterMs(given, nowMs);
      const isSensible = (ms: number | null, most: number) =>
        ms === null || (ms >= 0 && ms <= most);
      expect(isSensible(freshForMs, yearMs)).toBe(true);
      expect(isSensible(maxAgeMs, Number.MAX_VALUE)).toBe(true);
      expect(isSensible(waitMs, 7 * 24 * hourMs)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
