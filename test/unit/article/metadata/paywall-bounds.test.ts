import { describe, expect, test } from 'vitest';
import { findPaywall } from '../../../../src/article/metadata/paywall.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const url = 'https://www.lantern.example/ferry/?p=1';
const found = (html: string) => findPaywall(pageOf(html, { url }));
const ld = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const isClosed = (value: object) => found(ld(value)).length > 0;
const CLOSED = { '@type': 'Article', isAccessibleForFree: false };
const item = (inside: string) => `<article itemscope>${inside}</article>`;
const mark = (content: string, name = 'isAccessibleForFree') =>
  item(`<meta itemprop="${name}" content="${content}">`);

describe('a mark says that a text is not free', () => {
  test.each([
    'false',
    'False',
    'no',
    '0',
    'http://schema.org/False',
    'https://www.schema.org/False',
    'schema:False',
    ' false ',
  ])('by the value “%s”', (value) => {
    expect(isClosed({ '@type': 'Article', isAccessibleForFree: value })).toBe(true);
    expect(found(mark(value))).toHaveLength(1);
  });

  test.each(['true', 'falsehood', 'nope', '00', 'https://other.example/false', ''])(
    'and not by the value “%s”',
    (value) => {
      expect(isClosed({ '@type': 'Article', isAccessibleForFree: value })).toBe(false);
      expect(found(mark(value))).toEqual([]);
    },
  );

  test('in its first hundred characters', () => {
    const value = (blanks: number) => `no${' '.repeat(blanks)}x`;
    expect([97, 98].map((blanks) => isClosed({ isAccessibleForFree: value(blanks) }))).toEqual([
      false,
      true,
    ]);
    expect([97, 98].map((blanks) => found(mark(value(blanks))).length)).toEqual([0, 1]);
  });

  test.each([{ '@value': false }, { '@id': 'schema:False' }, { name: 'no' }])(
    'in a node: %j',
    (value) => {
      expect(isClosed({ isAccessibleForFree: value })).toBe(true);
    },
  );

  test('by one of several values', () => {
    expect(isClosed({ isAccessibleForFree: [true, false] })).toBe(true);
  });

  test('by each name that templates give it', () => {
    expect(found(mark('no', 'isaccessibleforfree'))).toHaveLength(1);
    expect(found(mark('no', 'schema:isAccessibleForFree'))).toHaveLength(1);
    expect(found(mark('no', 'isAccessible'))).toEqual([]);
  });

  test('in content, in an address, in a time or in text', () => {
    const of = (element: string) => found(item(element)).length;
    expect(of('<a itemprop="isAccessibleForFree" href="schema:False">true</a>')).toBe(1);
    expect(of('<time itemprop="isAccessibleForFree" datetime="no">true</time>')).toBe(1);
    expect(of('<b itemprop="isAccessibleForFree" content="no" href="x">true</b>')).toBe(1);
    expect(of('<b itemprop="isAccessibleForFree">no</b>')).toBe(1);
  });
});

describe('a part of the page’s data says that it is not free', () => {
  test.each(['mainEntity', 'mainEntityOfPage', 'hasPart'])('as its %s', (key) => {
    expect(isClosed({ '@type': 'WebPage', [key]: CLOSED })).toBe(true);
    expect(
      found(
        item(
          `<div itemprop="${key}" itemscope><meta itemprop="isAccessibleForFree" content="no"></div>`,
        ),
      ),
    ).toHaveLength(1);
  });

  test('and not as what the page only speaks of', () => {
    expect(isClosed({ '@type': 'WebPage', about: CLOSED })).toBe(false);
  });

  test('down to the fourth node', () => {
    const nested = (depth: number): object =>
      depth === 1 ? CLOSED : { '@type': 'WebPage', hasPart: nested(depth - 1) };
    expect([isClosed(nested(4)), isClosed(nested(5))]).toEqual([true, false]);
  });

  test('by reference', () => {
    const part = { '@id': '#part', '@type': 'WebPageElement', isAccessibleForFree: false };
    expect(
      isClosed({
        '@graph': [{ '@type': 'WebPage', hasPart: { '@id': '#part' } }, { '@type': 'Thing' }, part],
      }),
    ).toBe(true);
  });
});

describe('a closed work is the page’s own', () => {
  const OWN = [
    url,
    'http://lantern.example/ferry',
    'https://lantern.example/canonical',
    'https://lantern.example/og/',
  ];
  const head = '<link rel="canonical" href="/canonical"><meta property="og:url" content="/og">';

  test.each(OWN)('under the address %s', (address) => {
    const closed = { '@type': 'WebPage', url: address, isAccessibleForFree: false };
    expect(found(head + ld(closed))).toHaveLength(1);
    expect(
      found(
        head +
          item(
            `<link itemprop="url" href="${address}"><meta itemprop="isAccessibleForFree" content="no">`,
          ),
      ),
    ).toHaveLength(1);
  });

  test.each(['/other', 'https://quay.example/ferry', 'https://news.lantern.example/ferry'])(
    'and not under the address %s',
    (address) => {
      const closed = { '@type': 'WebPage', url: address, isAccessibleForFree: false };
      expect(found(head + ld(closed))).toEqual([]);
      for (const name of ['url', 'mainEntityOfPage']) {
        for (const attribute of ['href', 'itemid', 'content']) {
          const html = item(
            `<link itemprop="${name}" ${attribute}="${address}"><meta itemprop="isAccessibleForFree" content="no">`,
          );
          expect.soft(found(head + html), html).toEqual([]);
        }
      }
    },
  );

  test('under one of several addresses', () => {
    const html = item(
      `<link itemprop="url" href="/other"><link itemprop="url" href="${url}"><meta itemprop="isAccessibleForFree" content="no">`,
    );
    expect(found(html)).toHaveLength(1);
  });

  test('outside any item', () => {
    expect(
      found(
        '<link itemprop="url" href="/other"><meta itemprop="isAccessibleForFree" content="no">',
      ),
    ).toHaveLength(1);
  });
});

test.each([
  ['locked', 1],
  [' Metered ', 1],
  ['free', 0],
  ['unlocked', 0],
])('the tier “%s” is told %i times', (tier, times) => {
  const signals = found(`<meta name="article:content_tier" content="${tier}">`);
  expect(signals).toHaveLength(times);
  for (const { signal, value } of signals)
    expect([signal, value]).toEqual(['content-tier', tier.trim()]);
});

test('each mark is told with its place', () => {
  expect(found(ld(CLOSED) + mark('no'))).toEqual([
    { signal: 'isAccessibleForFree', value: 'false', where: 'JSON-LD' },
    { signal: 'isAccessibleForFree', value: 'false', where: 'microdata' },
  ]);
});

test('the names of a property are read to two hundred characters', () => {
  const of = (others: number) =>
    found(mark('no', `${'x '.repeat(others)}isAccessibleForFree`)).length;
  expect([of(90), of(91)]).toEqual([1, 0]);
});
