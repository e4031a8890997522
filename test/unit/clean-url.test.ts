import { expect, test } from 'vitest';
import { cleanUrl, publisherHost } from '../../src/clean-url.ts';

test.each([
  [
    'drops tracking parameters',
    'https://e.example/a?utm_source=x&id=1&at_medium=RSS',
    'https://e.example/a?id=1',
  ],
  ['drops the fragment', 'https://e.example/a#top', 'https://e.example/a'],
  ['drops credentials and a trailing dot', 'https://u:p@e.example./a', 'https://e.example/a'],
  [
    'keeps other parameters in their order',
    'https://e.example/?b=2&a=1',
    'https://e.example/?b=2&a=1',
  ],
  ['lowers the host and drops the default port', 'HTTPS://E.Example:443/A', 'https://e.example/A'],
  ['knows no page behind a mail address', 'mailto:a@e.example', undefined],
  ['knows no page behind half an address', '/world/pier', undefined],
])('%s', (_behaviour, url, expected) => {
  expect(cleanUrl(url)).toBe(expected);
});

test('drops the parameters that a source names, by name and by beginning', () => {
  const url = 'https://e.example/a?rss=1&src_a=1&src_b=2&id=3';
  expect(cleanUrl(url, ['rss', 'src_*'])).toBe('https://e.example/a?id=3');
});

test('a publisher’s host has no www. and no port', () => {
  expect(publisherHost('https://www.harbour.example:8443/x')).toBe('harbour.example');
});
