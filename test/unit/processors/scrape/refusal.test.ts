import { expect, test } from 'vitest';
import { isMissing, mayComeLater, refusal } from '../../../../src/processors/scrape/refusal.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const link = 'https://harbour.example/ferry';
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers,
  url: link,
  redirects: [],
  body: new Uint8Array(),
});
const of = (status: number, headers?: Record<string, string>) =>
  refusal({ sourceId: 'harbour', link }, answer(status, headers), NOW);
const ANSWERED = (status: number) => `harbour: ${link} answered with status ${status}`;

test.each([
  [429, {}, 3_600_000],
  [429, { 'retry-after': '120' }, 120_000],
  [503, { 'retry-after': '120' }, 120_000],
])('a page that answers %i with %j is asked for again after %i ms', (status, headers, waitMs) => {
  expect(of(status, headers)).toMatchObject({
    name: 'ThrottledError',
    code: `http-${status}`,
    message: ANSWERED(status),
    untilMs: NOW + waitMs,
  });
});

test.each([500, 502])('a server in trouble (%i) is tried again', (status) => {
  expect(of(status)).toMatchObject({ name: 'TransientError', code: `http-${status}` });
});

test('a page that is refused is given up, with how to see why', () => {
  expect(of(418)).toMatchObject({
    name: 'PermanentError',
    code: 'http-418',
    message: `${ANSWERED(418)}; open it in a browser to see whether the feed or the site is wrong`,
  });
});

test.each([
  [404, true, false],
  [410, true, false],
  [403, false, false],
  [429, false, true],
  [500, false, true],
  [200, false, false],
])(
  'status %i: the page is missing: %s; another visit may find more: %s',
  (status, missing, later) => {
    expect([isMissing(answer(status)), mayComeLater(answer(status))]).toEqual([missing, later]);
  },
);
