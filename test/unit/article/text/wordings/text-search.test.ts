import { describe, expect, test } from 'vitest';
import { TextSearch } from '../../../../../src/article/text/wordings/text-search.ts';

const ownersIn = (line: string, ...texts: string[][]) =>
  [...new TextSearch(texts).ownersIn(line)].toSorted((one, other) => one - other);

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
  ])('%s', (_, line, texts, owners) => {
    expect(ownersIn(line, ...texts)).toEqual(owners);
  });

  test.each<[string, string, string[][]]>([
    ['a line that ends too early', 'the sou', [['soup']]],
    ['a line of fewer signs', 'sou', [['soup']]],
    ['a line that has only the gram', 'harb', [['harbour']]],
    ['an empty line', '', [['soup']]],
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
