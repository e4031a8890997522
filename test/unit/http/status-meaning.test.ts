import { expect, test } from 'vitest';
import { meaningOf, patienceMs } from '../../../src/http/status-meaning.ts';

const NOW_MS = Date.parse('2026-05-20T12:00:00Z');
const UNNAMED_MS = 3_600_000;

test.each([
  [200, 'document'],
  [203, 'document'],
  [204, 'no-document'],
  [226, 'no-document'],
  [299, 'no-document'],
  [300, 'astray'],
  [399, 'astray'],
  [499, 'rejected'],
  [304, 'unchanged'],
  [302, 'astray'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'missing'],
  [410, 'missing'],
  [429, 'busy'],
  [400, 'rejected'],
  [451, 'rejected'],
  [500, 'trouble'],
  [503, 'trouble'],
  [599, 'trouble'],
])('A status of %i means %s.', (status, meaning) => {
  expect(meaningOf(status)).toBe(meaning);
});

test.each([
  ['A 429 that names a time is waited out that long.', 429, '120', 120_000],
  ['A 429 that names none is waited out as long as is usual.', 429, undefined, UNNAMED_MS],
  ['A 503 that names a time is waited out that long.', 503, '120', 120_000],
  ['A 503 that names none asks for no patience.', 503, undefined, undefined],
  ['A 500 that names a time asks for no patience.', 500, '120', undefined],
  ['A document that names a time asks for no patience.', 200, '120', undefined],
])('%s', (_, status, retryAfter, expected) => {
  const headers: Record<string, string> = retryAfter ? { 'retry-after': retryAfter } : {};
  expect(patienceMs({ status, headers }, NOW_MS, UNNAMED_MS)).toBe(expected);
});
