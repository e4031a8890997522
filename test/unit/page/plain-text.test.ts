import { describe, expect, test } from 'vitest';
import {
  DENSE,
  folded,
  hasWords,
  plain,
  plainFromMarkup,
  textOf,
  undoubled,
  decodedOnceMore,
} from '../../../src/page/plain-text.ts';
import { elementOf } from '../../support/site/page-of.ts';

describe('plain text', () => {
  test.each([
    [' Bread  and\tsalt\r\n', 'Bread and salt'],
    ['Bread\u00a0and salt', 'Bread and salt'],
    ['Bread\u0085and\u2003salt', 'Bread and salt'],
    ['Bre\u00adad\u200b and\u2060 salt\ufeff', 'Bread and salt'],
    ['Bread\u0007 and salt', 'Bread and salt'],
    ['cafe\u0301', 'café'],
    ['“Bread” — ‘salt’…', '“Bread” — ‘salt’…'],
    ['نان\u200cها', 'نان\u200cها'],
    ['Bread\u2028salt', 'Bread salt'],
    ['\u00b5\u02ff\u2030', '\u00b5\u02ff\u2030'],
    ['\u200e新闻\u3000报', '\u200e新闻 报'],
  ])('of %j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

describe('the text of an element', () => {
  test.each(['script', 'style', 'noscript', 'template', 'svg', 'iframe'])(
    'is without its %s',
    (name) => {
      expect(textOf(elementOf(`<b>One <${name}>two</${name}>three</b>`, 'b'))).toBe('One three');
    },
  );

  test.each(['<br>', '<p></p>', '<div></div>'])('has a space for %s', (markup) => {
    expect(textOf(elementOf(`<b>One${markup}two</b>`, 'b'))).toBe('One two');
  });

  test('has none for what stands in a line', () => {
    expect(textOf(elementOf('<b>O<i>n</i>e</b>', 'b'))).toBe('One');
  });
});

test.each([
  ['Bread', 'Bread'],
  ['Salt &amp; bread', 'Salt & bread'],
  ['<p>Salt &amp; <b>bread</b></p>', 'Salt & bread'],
  ['Salt &amp;amp; bread', 'Salt & bread'],
  ['&amp;#39;Bread&amp;#x27;', "'Bread'"],
  ['&amp;quot;Bread&amp;QUOT;', '"Bread"'],
  ['&lt;b&gt;Bread&lt;/b&gt;', '<b>Bread</b>'],
  ['&amp;lt;b&amp;gt;', '<b>'],
  ['AT&T; 1 < 2', 'AT&T; 1 < 2'],
])('the value %j says %j', (value, text) => {
  expect(plainFromMarkup(value)).toBe(text);
});

test.each([
  ['The Quay: No. 7!', 'thequayno7'],
  ['Älg & Bröd', folded('Älg—Bröd')],
  ['新闻，报', '新闻报'],
  ['Ｑｕａｙ', 'quay'],
  ['…', ''],
])('%j is folded to %j', (text, expected) => {
  expect(folded(text)).toBe(expected);
});

test.each(['あ', 'ヿ', '㐀', '鿿', '가', '힣'])('%s is a sign of a dense script', (sign) => {
  expect(DENSE.test(sign)).toBe(true);
});

test.each(['a', 'я', '〿', 'ก'])('%s is none', (sign) => {
  expect(DENSE.test(sign)).toBe(false);
});

test.each([
  ['* * *', false],
  ['—', false],
  ['7', true],
  ['я', true],
])('whether %j has words: %s', (text, expected) => {
  expect(hasWords(text)).toBe(expected);
});

test.each([
  ['Bread is dear Bread is dear', 'Bread is dear'],
  ['Bread is twe Bread is twe', 'Bread is twe'],
  ['Bread is tw Bread is tw', 'Bread is tw Bread is tw'],
  ['Bread is dear Bread is dead', 'Bread is dear Bread is dead'],
])('a heading that reads %j says %j', (text, said) => {
  expect(undoubled(text)).toBe(said);
});

test.each([
  ['svg', '<svg onload=x> the ferry plan', 'the ferry plan'],
  ['an element that ends', 'the <svg><text>no</text></svg> ferry plan', 'the ferry plan'],
  ['a program', 'the ferry plan <script>alert(1)', 'the ferry plan'],
])('an element that never ends takes no text with it: %s', (_what, markup, text) => {
  expect(plainFromMarkup(markup)).toBe(text);
});

test('a text whose markup or signs were escaped once too often is decoded once more', () => {
  expect(decodedOnceMore('&lt;p&gt;Soup&lt;/p&gt;')).toBe('<p>Soup</p>');
  expect(decodedOnceMore('&ldquo;Soup,&rdquo; said Lee')).toBe('“Soup,” said Lee');
  expect(decodedOnceMore('Soup & bread, a < b')).toBe('Soup & bread, a < b');
});

test.each(
  'p div br h1 h6 li ul ol blockquote strong em a'
    .split(' ')
    .flatMap((name) => [`&lt;${name}&gt;`, `&lt;/${name}&gt;`]),
)('%s was escaped once too often', (tag) => {
  expect(decodedOnceMore(tag)).toMatch(/^<.*>$/);
  expect(decodedOnceMore(tag.replace('&gt;', 'x&gt;'))).toMatch(/^&lt;/);
});

test.each(
  '&lsquo; &rsquo; &ldquo; &rdquo; &nbsp; &mdash; &ndash; &hellip; &#39; &#8217; &amp; &quot;'.split(
    ' ',
  ),
)('%s was left as it is written, and is a sign', (written) => {
  expect(decodedOnceMore(written)).toHaveLength(1);
});

test.each(['&copy;', '&#1;', '&lt;b&gt;'])('%s is what the text says', (written) => {
  expect(decodedOnceMore(written)).toBe(written);
});

describe('an element that never ends and holds no prose', () => {
  test.each(['noscript', 'template', 'svg', 'iframe'])('takes no text with it: <%s>', (name) => {
    expect(plainFromMarkup(`the <${name} x> ferry`)).toBe('the ferry');
    expect(plainFromMarkup(`the <${name.toUpperCase()}> ferry`)).toBe('the ferry');
    expect(plainFromMarkup(`the <${name}>old </${name}> ferry`)).toBe('the ferry');
  });

  test('is one whose start has up to five hundred characters', () => {
    const of = (length: number) => plainFromMarkup(`the <svg${' '.repeat(length)}> ferry`);
    expect([of(500), of(501)]).toEqual(['the ferry', 'the']);
  });
});

test('a text may be read without the elements that somebody leaves out', () => {
  const element = elementOf('<b>One <i>two</i> three</b>', 'b');
  expect(textOf(element, ({ name }) => name === 'i')).toBe('One three');
});

test('a heading is said twice by twelve characters or more', () => {
  expect(undoubled('Twelve chars Twelve chars')).toBe('Twelve chars');
  expect(undoubled('Eleven char Eleven char')).toBe('Eleven char Eleven char');
});
