import { expect, test } from 'vitest';
import { absoluteUrl, hostOf } from '../../../src/page/page.ts';
import { pageOf } from '../../support/site/page-of.ts';

test('a page has its headers by lower-case names, its metadata and its structured data', () => {
  const page = pageOf(
    `<meta name="author" content="Ana Cruz"><script type="application/ld+json">{"@type":"Article","headline":"Bread","author":"x"}</script>`,
    { headers: { 'X-Robots-Tag': 'noindex' }, siteName: 'The Quay' },
  );
  expect(page).toMatchObject({
    url: 'https://harbour.example/news/1',
    headers: { 'x-robots-tag': 'noindex' },
    siteName: 'The Quay',
    ld: { article: { headline: 'Bread' } },
  });
  expect(page.meta.get('author')).toEqual(['Ana Cruz']);
  expect(pageOf('<p>').headers).toEqual({});
});

test.each([
  ['https://www.harbour.example/1', 'www.harbour.example'],
  ['saved.html', ''],
])('the host of %s is %j', (url, host) => {
  expect(hostOf(pageOf('<p>', { url }))).toBe(host);
});

test.each([
  ['/a#part', 'https://harbour.example/a'],
  [' b ', 'https://harbour.example/news/b'],
  ['//other.example/', 'https://other.example/'],
  ['http://other.example/x?y', 'http://other.example/x?y'],
  ['', undefined],
  [' ', undefined],
  [undefined, undefined],
  ['mailto:ana@harbour.example', undefined],
  ['javascript:void(0)', undefined],
  ['https://', undefined],
])('the address %j is %s', (reference, url) => {
  expect(absoluteUrl(reference, 'https://harbour.example/news/1')).toBe(url);
});

test.each([
  ['https://cdn.quay.example/a/', 'https://cdn.quay.example/a/'],
  ['/b/', 'https://quay.example/b/'],
  ['javascript:alert(1)', 'https://quay.example/news/late'],
])('relative addresses are relative to the first base of a page: %s', (href, base) => {
  const page = pageOf(`<base target="_top"><base href="${href}"><base href="/c/">`, {
    url: 'https://quay.example/news/late',
  });
  expect(page.base).toBe(base);
});

test('an address has up to four thousand characters', () => {
  const of = (length: number) => absoluteUrl('a'.repeat(length), 'https://quay.example/');
  expect([of(4_000) !== undefined, of(4_001)]).toEqual([true, undefined]);
});

test.each(['', 'saved.html'])(
  'an address that is whole needs no base, as on a page from %j',
  (base) => {
    expect(absoluteUrl('https://quay.example/a#b', base)).toBe('https://quay.example/a');
    expect(absoluteUrl('/a', base)).toBeUndefined();
    expect(pageOf('<base href="https://quay.example/b/">', { url: base }).base).toBe(
      'https://quay.example/b/',
    );
  },
);
