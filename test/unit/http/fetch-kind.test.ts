import { describe, expect, test } from 'vitest';
import { DEFAULT_MAX_BYTES, FETCH_RULES } from '../../../src/http/fetch-kind.ts';

test('a body is capped by what it is', () => {
  expect(DEFAULT_MAX_BYTES).toEqual({
    feed: 10 * 2 ** 20,
    page: 5 * 2 ** 20,
    robots: 500 * 2 ** 10,
    any: 10 * 2 ** 20,
  });
});

test.each([
  [
    'feed',
    'refuse',
    'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  ],
  ['page', 'refuse', 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1'],
  ['robots', 'cut', 'text/plain, */*;q=0.1'],
  ['any', 'refuse', '*/*'],
] as const)('a request for %s: what is too long is %s', (kind, overflow, accept) => {
  expect(FETCH_RULES[kind]).toMatchObject({ overflow, accept });
});

describe('a body of a type', () => {
  const isRefused = (type: string) =>
    [FETCH_RULES.feed, FETCH_RULES.page].map(({ refusedTypes }) => refusedTypes?.test(type));

  test.each([
    ...['image', 'audio', 'video', 'font', 'model'].map((kind) => `${kind}/x`),
    ...[
      'pdf',
      'zip',
      'msword',
      'vnd.ms-excel',
      'vnd.openxmlformats-x',
      'x-shockwave-flash',
      'x-tar',
      'x-bittorrent',
      'PDF',
    ].map((kind) => `application/${kind}`),
  ])('%s is neither feed nor page', (type) => {
    expect(isRefused(type)).toEqual([true, true]);
  });

  test.each([
    'text/html',
    'application/octet-stream',
    'application/xml',
    'x-image/png',
    'text/x-pdf',
    'application/vnd.x',
  ])('%s may be', (type) => {
    expect(isRefused(type)).toEqual([false, false]);
  });

  test('is never refused for robots.txt and the like', () => {
    expect([FETCH_RULES.robots.refusedTypes, FETCH_RULES.any.refusedTypes]).toEqual([null, null]);
  });
});
