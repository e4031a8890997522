import { describe, expect, test } from 'vitest';
import { baseOfSite, hostOfAddress } from '../../../../src/feed/formats/site-base.ts';

test.each([
  ['https://www.harbour.example/a', 'harbour.example'],
  [' HTTP://harbour.example', 'harbour.example'],
  ['/a', null],
  ['ftp://harbour.example/', null],
  ['https://[x', null],
  [7, null],
])('the host of %j is %s', (text, host) => {
  expect(hostOfAddress(text)).toBe(host);
});

describe('relative addresses are resolved against', () => {
  const own = 'https://cdn.example/feeds/1.xml';
  const site = 'https://harbour.example/';

  test.each([
    ['the document where no site is named', { own, site: null, hosts: [] }, own],
    ['nothing where its address is not known', { own: null, site, hosts: [] }, null],
    ['the site, which is another host', { own, site, hosts: [] }, site],
    [
      'the document where the site is its host',
      { own, site: 'https://www.cdn.example/', hosts: [] },
      own,
    ],
    [
      'the document where whole links lead there alone',
      { own, site, hosts: ['cdn.example', null] },
      own,
    ],
    [
      'the site where whole links lead to both',
      { own, site, hosts: ['cdn.example', 'harbour.example'] },
      site,
    ],
    ['the site where whole links lead elsewhere', { own, site, hosts: ['other.example'] }, site],
  ])('%s', (_name, hosts, base) => {
    expect(baseOfSite(hosts)).toBe(base);
  });
});
