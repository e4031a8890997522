import { expect, test } from 'vitest';
import {
  cleanUrl,
  isFrontPage,
  linkWithoutTracking,
  publisherHost,
  rememberedAddresses,
} from '../../src/clean-url.ts';

test.each([
  [
    'drops tracking parameters',
    'https://e.example/a?utm_source=x&id=1&at_medium=RSS',
    'https://e.example/a?id=1',
  ],
  ['drops the fragment', 'https://e.example/a#top', 'https://e.example/a'],
  ['drops a fragment that says nothing', 'https://e.example/a#', 'https://e.example/a'],
  ['drops a name without a password', 'https://u@e.example/a', 'https://e.example/a'],
  ['drops a password without a name', 'https://:p@e.example/a', 'https://e.example/a'],
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

test('a link keeps the parameters that choose what is read, as they are written', () => {
  expect(linkWithoutTracking('https://news.example/?p=12&q=a+b&utm_source=rss')).toBe(
    'https://news.example/?p=12&q=a+b',
  );
  expect(linkWithoutTracking('https://news.example/?q=a%20b')).toBe(
    'https://news.example/?q=a%20b',
  );
  expect(linkWithoutTracking('not a link')).toBe('not a link');
});

test.each([
  ['https://e.example/', true],
  ['https://e.example/?p=12', false],
  ['https://e.example/world', false],
])('%s is a front page: %s', (url, expected) => {
  expect(isFrontPage(url)).toBe(expected);
});

test.each(['ito', 'rss', 'ns_campaign', 'mc_tc', 'cmp', 'UTM_Source'])(
  'A page is also looked for under the address that an earlier version kept %s in.',
  (name) => {
    const url = `https://e.example/a?id=1&${name}=x`;
    expect(rememberedAddresses(`${url}&fbclid=y`)).toEqual(['https://e.example/a?id=1', url]);
  },
);

test.each(['https://e.example/a?id=1', 'https://e.example/a?utm_source=x&CMP=y&mc_cid=z&spm=1'])(
  'A page whose address was always cleaned the same has one name: %s',
  (url) => {
    expect(rememberedAddresses(url)).toEqual([cleanUrl(url)]);
  },
);

test('What is no address has no name.', () => {
  expect(rememberedAddresses('mailto:a@e.example')).toEqual([]);
});
