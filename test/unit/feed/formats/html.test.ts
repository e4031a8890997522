import { describe, expect, test } from 'vitest';
import {
  collapse,
  plainText,
  resolveHtml,
  resolveUrl,
  titleText,
} from '../../../../src/feed/formats/html.ts';

const words = (list: string) => list.split(' ');
const base = 'https://harbour.example/news/';

test('blanks of any kind are one space, and none at the ends', () => {
  expect(collapse(' a\n\tb  c\u00a0d ')).toBe('a b c d');
  expect(collapse('a b')).toBe('a b');
});

describe('the text of a fragment', () => {
  test.each(words('br p div li tr td h1 h2 h3 h4 blockquote'))('has a space before <%s>', (tag) => {
    expect(plainText(`One<${tag}>two`)).toBe('One two');
  });

  test.each(words('b span a em h5'))('has none before <%s>', (tag) => {
    expect(plainText(`One<${tag}>two`)).toBe('Onetwo');
  });

  test.each(words('script style'))('is without its %s', (tag) => {
    expect(plainText(`One <${tag}>two</${tag}>three`)).toBe('One three');
  });

  test.each([
    ['Fish &amp; chips', 'Fish & chips'],
    ['depth < 3 m', 'depth < 3 m'],
    ['a <b>b</b> < c', 'a b < c'],
    ['<![CDATA[Bread]]>', 'Bread'],
    ['', ''],
  ])('%j is %j', (fragment, text) => {
    expect(plainText(fragment)).toBe(text);
  });

  test('is read to 10,000 characters', () => {
    expect(plainText('a'.repeat(10_001))).toHaveLength(10_000);
    expect(plainText(`<b>${'a'.repeat(10_001)}`)).toHaveLength(9_997);
  });
});

describe('a title that may be HTML or not', () => {
  test.each(
    words(
      'a abbr b bdi bdo big br center cite code del dfn div em font h1 h2 h3 h4 hr i img ins kbd li mark nobr p q s samp small span strike strong sub sup tt u ul var wbr B',
    ),
  )('is set in <%s>', (tag) => {
    expect(titleText(`Why <${tag}>Bread`)).toMatch(/^Why ?Bread$|^Why Bread$/);
    expect(titleText(`Why <${tag}/> Bread`)).not.toContain('<');
  });

  test.each(words('canvas video my-part table'))('is about <%s>, unless that is closed', (tag) => {
    expect(titleText(`Why <${tag}> matters`)).toBe(`Why <${tag}> matters`);
    expect(titleText(`Why <${tag}>it</${tag.toUpperCase()}> matters`)).toBe('Why it matters');
  });
});

describe('an address', () => {
  test.each([
    ['https://other.example/a?b=1', 'https://other.example/a?b=1'],
    [' /a\n b ', 'https://harbour.example/ab'],
    ['a&amp;b', 'https://harbour.example/news/a&b'],
    ['https://other.example/?a&amp;b', 'https://other.example/?a&b'],
    ['//other.example/a', 'https://other.example/a'],
    ['mailto:ana@harbour.example', 'mailto:ana@harbour.example'],
    ['javascript:void(0)', null],
    ['JAVASCRIPT:x', null],
    ['data:text/plain,x', null],
    ['vbscript:x', null],
    ['', null],
    [' ', null],
    ['http://', 'http://'],
    ['http://a b', null],
    ['https://[x', null],
  ])('%j in a feed of the site is %s', (written, url) => {
    expect(resolveUrl(written, base)).toBe(url);
  });

  test.each([
    ['/a', '/a'],
    ['a', 'a'],
    ['//other.example/a', 'https://other.example/a'],
  ])('%s is %s where no base is known', (written, url) => {
    expect(resolveUrl(written, null)).toBe(url);
  });

  test('has up to 8,000 characters', () => {
    const long = (length: number) => `https://h.example/${'a'.repeat(length - 18)}`;
    const relative = (length: number) => `/${'a'.repeat(length - 1)}`;
    expect([resolveUrl(long(8_000), base), resolveUrl(long(8_001), base)]).toEqual([
      long(8_000),
      null,
    ]);
    expect(resolveUrl(relative(8_000), base)).not.toBeNull();
    expect(resolveUrl(relative(8_001), base)).toBeNull();
  });
});

describe('the relative addresses of HTML become absolute', () => {
  test.each(words('href src poster data-src action cite longdesc background HREF'))(
    'in %s, in quotes of either kind',
    (name) => {
      for (const quote of ['"', "'"]) {
        expect(
          resolveHtml(
            `<x ${name} = ${quote}a"b${quote}>`.replace('"b', quote === '"' ? 'b' : '"b'),
            base,
          ),
        ).toBe(`<x ${name} = "https://harbour.example/news/a${quote === '"' ? '' : '%22'}b">`);
      }
    },
  );

  test.each([
    '<a href="https://other.example/">',
    '<a href="mailto:x">',
    '<a href="#top">',
    "<a href='#top'>",
    '<a title="a">',
    '<a href=a>',
    `<a href="${'a'.repeat(2_001)}">`,
    'no = markup',
  ])('and %s stays', (html) => {
    expect(resolveHtml(html, base)).toBe(html);
  });

  test('where a base is known, 10,000 of them', () => {
    expect(resolveHtml('<a href="a">', null)).toBe('<a href="a">');
    const resolved = resolveHtml('<a href="a">'.repeat(10_001), base);
    expect(resolved.split('harbour.example').length - 1).toBe(10_000);
    expect(resolved.endsWith('<a href="a">')).toBe(true);
  });
});
