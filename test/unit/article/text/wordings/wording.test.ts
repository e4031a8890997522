import { describe, expect, test } from 'vitest';
import {
  finderOf,
  ruleOf,
  type Wording,
} from '../../../../../src/article/text/wordings/wording.ts';

const row = (changes: Partial<Wording>): Wording => ({
  name: 'soup',
  languages: 'en',
  appliesTo: 'whole',
  mostCharacters: 40,
  words: 'cold soup|brew*',
  drops: [],
  keeps: [],
  ...changes,
});
const fits = (changes: Partial<Wording>, line: string) => ruleOf(row(changes)).pattern.test(line);

describe('the words of a row stand', () => {
  test.each([
    ['whole', '— COLD soup!', true],
    ['whole', 'Cold soup today', false],
    ['start', '» Cold soup today', true],
    ['start', 'Today cold soup', false],
    ['start', 'Cold soups', false],
    ['start', 'Brewers meet', true],
    ['label', 'Cold soup: today', true],
    ['label', 'Cold soup ： today', true],
    ['label', 'Cold soup:', false],
    ['label', 'Cold soup today', false],
    ['anywhere', 'Today cold soup', true],
    ['anywhere', 'Today uncold soup', false],
  ] as const)('%s: "%s", %s', (appliesTo, line, expected) => {
    expect(fits({ appliesTo }, line)).toBe(expected);
  });

  test('as its pattern says, in the case that it says', () => {
    expect([fits({ pattern: /^Soup/ }, 'Soup'), fits({ pattern: /^Soup/ }, 'soup')]).toEqual([
      true,
      false,
    ]);
  });
});

test('the first row that a line breaks is found, and none above its bound', () => {
  const find = finderOf([
    row({ name: 'first', appliesTo: 'start', words: 'soup' }),
    row({ name: 'second', appliesTo: 'anywhere', words: 'soup' }),
    row({ name: 'long', appliesTo: 'anywhere', words: 'bread', mostCharacters: 60 }),
    row({ name: 'cased', pattern: /Quay$/ }),
  ]);
  const names = ['Soup is cold', 'Cold soup', 'bread', 'The Quay', 'the quay'].map(
    (line) => find(line)?.name,
  );
  expect(names).toEqual(['first', 'second', 'long', 'cased', undefined]);
  expect([find('soup'.padEnd(40, '.'))?.name, find('soup'.padEnd(41, '.'))]).toEqual([
    'first',
    undefined,
  ]);
  expect([find('bread'.padEnd(60, '.'))?.name, find('bread'.padEnd(61, '.'))]).toEqual([
    'long',
    undefined,
  ]);
  expect(finderOf([])('soup')).toBeUndefined();
});

test('of many rows those are found whose words a line holds, and those that need none', () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    row({ name: `row ${at}`, appliesTo: 'anywhere', words: `soup${at}x` }),
  );
  const find = finderOf([
    row({ name: 'digits', pattern: /^\d+!$/ }),
    ...many,
    row({ name: 'short', appliesTo: 'anywhere', words: 'ad' }),
    row({ name: 'again', appliesTo: 'start', words: 'soup7x' }),
    row({ name: 'either', pattern: /^(?:cake|bread)$/, mostCharacters: 60 }),
  ]);
  const lines = [
    '99!',
    'Cold SOUP7X',
    'Soup8x of 7',
    'An ad',
    'ad and soup49x',
    'soup9x, soup12x and soup3x',
    'Uncoldsoup7x and an ad',
    'cake',
    'bread',
    'soup',
  ];
  expect(lines.map((line) => find(line)?.name)).toEqual([
    'digits',
    'row 7',
    'row 8',
    'short',
    'row 49',
    'row 3',
    'short',
    'either',
    'either',
    undefined,
  ]);
});
