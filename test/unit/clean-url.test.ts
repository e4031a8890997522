import { expect, test } from 'vitest';
import {
  cleanUrl,
  earlierLinkWithoutTracking,
  isFrontPage,
  linkWithoutTracking,
  pagePlace,
  percentDecoded,
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

const TRACKING =
  'utm_source at_medium mc_cid pk_campaign mtm_kwd hsa_acc xtor xtor-1 __twitter_impression fbclid gclid dclid msclkid yclid igshid ocid cmp cmpid ncid ns_mchannel ns_source ns_campaign traffic_source ftag taid smid partner ito rss ref_src spm _ga';

test.each(TRACKING.split(' ').flatMap((name) => [name, name.toUpperCase()]))(
  'A parameter %s says where a click came from.',
  (name) => {
    expect(cleanUrl(`https://e.example/a?${name}=x&id=1`)).toBe('https://e.example/a?id=1');
  },
);

test.each(['utm', 'my_utm_source', 'fbclid2', 'partners', 'cmpx', 'rssid', 'spmx', 'x_ga'])(
  'A parameter %s may choose what is read.',
  (name) => {
    const url = `https://e.example/a?${name}=x`;
    expect(cleanUrl(url)).toBe(url);
  },
);

test.each('mtm_kwd xtor xtor-1 __twitter_impression ncid ftag taid ref_src spm _ga SPM'.split(' '))(
  'An earlier version knew entries by links with %s.',
  (name) => {
    const link = `https://e.example/a?${name}=x`;
    expect(earlierLinkWithoutTracking(`${link}&utm_source=y`)).toBe(link);
    expect(linkWithoutTracking(link)).toBe('https://e.example/a');
  },
);

test.each(['ns_mchannel', 'ns_source', 'ns_campaign', 'mc_x'])(
  'An earlier version remembered addresses with %s.',
  (name) => {
    const url = `https://e.example/a?${name}=x`;
    expect(rememberedAddresses(url)).toEqual(['https://e.example/a', url]);
  },
);

test.each(['mc_cid', 'mc_eid', 'CMP', 'utm_source'])('It remembered none with %s.', (name) => {
  expect(rememberedAddresses(`https://e.example/a?${name}=x`)).toEqual(['https://e.example/a']);
});

test('One page has one place, by whichever scheme and with or without www.', () => {
  expect(pagePlace('http://www.e.example:8080/a?b=1#c')).toBe('e.example/a?b=1');
  expect(pagePlace('https://e.example/a?b=1')).toBe('e.example/a?b=1');
  expect(publisherHost('https://WWW.e.example./')).toBe('e.example');
  expect(publisherHost('https://www2.e.example/')).toBe('www2.e.example');
});

test('A part of an address reads as it is meant, or as it is written where it means nothing.', () => {
  expect([percentDecoded('a%20b'), percentDecoded('50%')]).toEqual(['a b', '50%']);
});
