import { describe, expect, test } from 'vitest';
import { canonicalNames } from '../../../../src/feed/xml/names.ts';
import { readLeaf } from '../../../../src/feed/xml/leaf.ts';
import { Scanner, type StartTag } from '../../../../src/feed/xml/scan.ts';

/** What stands in the first element of the source, and what is read next. */
function leafOf(source: string) {
  const scanner = new Scanner(source, 0);
  const repairs = new Set<string>();
  const leaf = readLeaf(scanner, scanner.next() as StartTag, {
    canonical: canonicalNames(new Map()),
    isItem: (name) => name === 'item',
    itemEnd: '</item',
    repairs,
  });
  const next = scanner.next();
  return { ...leaf, next: next && source.slice(next.start, next.end), repairs: [...repairs] };
}
const plain = { markup: false, unclosed: false, next: null, repairs: [] };

describe('a text', () => {
  test.each([
    ['<title>Fish &amp; chips</title>', { text: 'Fish & chips' }],
    [
      '<title><![CDATA[Fish &amp; <b>chips</b>]]> now</title>',
      { text: 'Fish &amp; <b>chips</b> now' },
    ],
    ['<title></title>', { text: '' }],
    ['<title>One</title><link>', { text: 'One', next: '<link>' }],
    ['<title>a & b</title>', { text: 'a & b', repairs: ['"&" that begins no reference'] }],
    ['<title>&eacute;</title>', { text: 'é', repairs: ['entities that XML does not know'] }],
    ['<title>1 < 2</title>', { text: '1 < 2', repairs: ['"<" that begins no tag'] }],
  ])('%s', (source, expected) => {
    expect(leafOf(source)).toEqual({ ...plain, ...expected });
  });
});

describe('markup', () => {
  test.each([
    ['<title>One <b>two</b> &amp;</title>', 'One <b>two</b> &amp;'],
    ['<title><h:p class="a" xmlns:h="x" xmlns = \'y\'>One</h:p></title>', '<p class="a">One</p>'],
    ['<title><a/><title>in</title></title>', '<a></a><title>in</title>'],
    ...'area base br col embed hr img input meta param source track wbr BR'
      .split(' ')
      .map((name) => [`<title><${name} x="1" /></title>`, `<${name} x="1">`]),
  ])('%s is HTML', (source, text) => {
    expect(leafOf(source)).toEqual({ ...plain, markup: true, text });
  });

  test('has 50,000 tags at most', () => {
    const { text, repairs } = leafOf(`<title>${'<i>'.repeat(50_001)}x</title>`);
    expect([text.length, repairs]).toEqual([150_001, ['more than 50000 tags in one text']]);
  });
});

describe('an element without an end', () => {
  test.each([
    ['<title>One<item>', { text: 'One', next: '<item>' }],
    ['<title>One</item>', { text: 'One', next: '</item>' }],
    ['<title>One</channel>', { text: 'One', next: '</channel>' }],
    ['<title>One<link>x</link></item>', { text: 'One', next: '<link>' }],
    ['<title>One', { text: 'One' }],
  ])('ends in %s', (source, expected) => {
    expect(leafOf(source)).toEqual({ ...plain, unclosed: true, ...expected });
  });

  test('holds a field of the feed where its end comes before that of the entry', () => {
    expect(leafOf('<description>One<link>x</link></description></item>')).toMatchObject({
      text: 'One<link>x</link>',
      unclosed: false,
    });
  });
});
