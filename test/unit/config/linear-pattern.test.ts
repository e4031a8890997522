import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areKnownFlags,
  bracketsNamed,
  linearPattern,
  writtenExpression,
} from '../../../src/config/linear-pattern.ts';
import { regularExpression } from '../../../src/config/checks.ts';

describe('an operator’s pattern', () => {
  test.each([
    ['/(\\d{8})/?$', 'https://a.example/x/20260101/'],
    ['[?&]p=(\\d+)', 'https://a.example/?a=1&p=77'],
    ['^https?://(?:www\\.)?a\\.example/([a-z/-]+)/\\d{4}/', 'https://www.a.example/b/c-d/2026/x'],
    ['(?<name>\\w+)-(\\d+)', 'story-12'],
    ['\\u{e9}(.)|(x)', 'caféx'],
    ['(a)?b', 'b'],
    ['nowhere', 'x'],
  ])('%s takes what JavaScript takes', (source, text) => {
    const found = new RegExp(source, 'u').exec(text);
    expect(linearPattern(source).match(text)).toEqual(
      found ? Array.from(found, (part) => part ?? '') : undefined,
    );
  });

  test('takes what JavaScript takes, whatever the text', () => {
    const source = '([a-c]+)-?(\\d*)/|^b(c?)$';
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '1', '2', '/') }),
        (text) => {
          const found = new RegExp(source, 'u').exec(text);
          expect(linearPattern(source).match(text)).toEqual(
            found ? Array.from(found, (part) => part ?? '') : undefined,
          );
        },
      ),
    );
  });

  test.each(['^(a+)+$', '(x+x+)+y', '(.*a){20}$', '(\\d+)*[^\\d]'])(
    '%s ends, which by JavaScript it would not in our time',
    (source) => {
      const text = `${'a'.repeat(20_000)}${'x'.repeat(20_000)}${'1'.repeat(20_000)}!`;
      expect(() => linearPattern(source).match(text)).not.toThrow();
    },
  );
});

describe('a replacement', () => {
  const replace = (source: string, text: string) =>
    linearPattern(source).replaceAll(text, ([whole, one]) => `<${one ?? whole}>`);

  test('takes every match, with what the brackets took', () => {
    expect(replace('(\\d)x', '1x and 2x, not 3')).toBe('<1> and <2>, not 3');
    expect(replace('^', 'ab')).toBe('<>ab');
  });

  test('looks through a text of usual length as a whole', () => {
    expect(replace('a', 'a'.repeat(700))).toBe('<a>'.repeat(700));
  });

  test('of a pattern that looks to the end for each match ends early', () => {
    const text = 'a'.repeat(10_000);
    expect(linearPattern('a.*z|a').replaceAll(text, () => 'b')).toBe(
      `${'b'.repeat(50)}${text.slice(50)}`,
    );
    expect(linearPattern('a').replaceAll(`${text}a`, () => 'b')).toBe(`${text}a`);
  });
});

describe('check refuses', () => {
  const problem = (source: string) =>
    regularExpression
      .safeParse(source)
      .error?.issues.map(({ message }) => message)
      .join();

  test.each(['(?=a)b', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>'])('%s, and says why', (source) => {
    expect(problem(source)).toMatch(/linear time/);
  });

  test('what is no regular expression, as that alone', () => {
    expect(problem('(a')).toMatch(/is not a regular expression/);
    expect(problem('(a')).not.toMatch(/linear time/);
  });
});

test.each([
  ['/a/', { source: 'a', flags: '' }],
  ['/a/b/im', { source: 'a/b', flags: 'im' }],
  ['/a\n/', { source: 'a\n', flags: '' }],
  ['//', undefined],
  ['a/', undefined],
  ['/a', undefined],
  ['/a/1', undefined],
])('%j is the expression %j', (written, parts) => {
  expect(writtenExpression(written)).toEqual(parts);
});

test.each([
  ['', 0],
  ['$1 and $3, not $2', 3],
  ['$0 $$ 9', 0],
  ['$9', 9],
])('"%s" names bracket %i', (template, highest) => {
  expect(bracketsNamed(template)).toBe(highest);
});

test.each([
  ['', true],
  ['imsu', true],
  ['g', false],
  ['iy', false],
])('the flags "%s" are known: %s', (flags, areKnown) => {
  expect(areKnownFlags(flags)).toBe(areKnown);
});

test.each([
  ['i', 'B', true],
  ['', 'B', false],
  ['m', 'a\nb', true],
  ['s', 'a\nb', false],
  ['u', 'b', true],
])('with the flags "%s" ^b matches %j: %s', (flags, text, isFound) => {
  expect(linearPattern('^b', flags).test(text)).toBe(isFound);
  expect(linearPattern('^b', flags)).toBe(linearPattern('^b', flags));
});
