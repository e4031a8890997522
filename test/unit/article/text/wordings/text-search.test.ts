import { describe, expect, test } from 'vitest';
import { TextSearch } from '../../../../../src/article/text/wordings/text-search.ts';

const ownersIn = (line: string, ...texts: string[][]) =>
  [...new Set(new TextSearch(texts).ownersIn(line))].toSorted((one, other) => one - other);

describe('the owners of texts are found', () => {
  test.each<[string, string, string[][], number[]]>([
    ['at the start of a line', 'soup is cold', [['soup']], [0]],
    ['at its end', 'cold soup', [['soup']], [0]],
    ['inside a word', 'fishsoups', [['soup']], [0]],
    ['where the line is the text', 'soup', [['soup']], [0]],
    ['each where both stand there', 'soup and salad', [['salad'], ['soup']], [0, 1]],
    ['all of those that have one text', 'soup', [['soup'], ['bread'], ['soup']], [0, 2]],
    ['where texts begin alike', 'harbour lantern', [['harbour lights'], ['harbour lantern']], [1]],
    ['in any script', '続きを読むには', [['続きを読む']], [0]],
    ['by any of their texts', 'salad', [['soup', 'salad']], [0]],
    ['in any case', 'Fish SOUP', [['soup']], [0]],
    ['in any case of any script', 'ΨΑΡΌΣΟΥΠΑ, Щи', [['ψαρόσουπα'], ['щи, ']], [0]],
    ['where the sign before a gram differs', 'xsoup or soup', [['a soup'], ['r soup']], [1]],
    ['that differ in their first signs', 'bread soups', [['red soups'], ['ead soups']], [1]],
  ])('%s', (_, line, texts, owners) => {
    expect(ownersIn(line, ...texts)).toEqual(owners);
  });

  test.each<[string, string, string[][]]>([
    ['a line that ends too early', 'the sou', [['soup']]],
    ['a line of fewer signs', 'sou', [['soup']]],
    ['a line that has only the gram', 'harb', [['harbour']]],
    ['an empty line', '', [['soup']]],
    ['a line whose start is the text’s end', 'soups of all kinds', [['fish soups']]],
    ['a line that goes on otherwise', 'soupy salad', [['soups']]],
    ['a line that begins otherwise', 'a soup', [['bsoup']]],
    ['no texts', 'soup', [[]]],
  ])('never in %s', (_, line, texts) => {
    expect(ownersIn(line, ...texts)).toEqual([]);
  });
});

test('every one of a thousand texts is found in its place, and no other', () => {
  const texts = Array.from({ length: 1_000 }, (_, at) => [`soup number ${at} of the quay`]);
  const search = new TextSearch(texts);
  const found = texts.map(([text]) => [...search.ownersIn(`they had ${text}, it says`)]);
  expect(found).toEqual(texts.map((_, at) => [at]));
});

test('a line is read to its end and no further, however long those before it were', () => {
  const search = new TextSearch([['soup of the day'], ['salad']]);
  const long = `${'bread '.repeat(2_000)}salad`;
  expect(search.ownersIn(long)).toEqual([1]);
  expect(search.ownersIn('it was soup of the day')).toEqual([0]);
  expect(search.ownersIn('it was soup')).toEqual([]);
});

test('an owner is told of each text of its that the line holds', () => {
  expect(new TextSearch([['soup', 'salad']]).ownersIn('salad, soup and soup')).toEqual([0, 0, 0]);
});
