import { describe, expect, test } from 'vitest';
import {
  requiredTexts,
  withoutCase,
} from '../../../../../src/article/text/wordings/required-texts.ts';
import { ruleOf } from '../../../../../src/article/text/wordings/wording.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';

describe('texts of which every match holds one are', () => {
  test.each<[string, RegExp, string[]]>([
    ['a word, in lower case', /^Harbour/, ['harbour']],
    ['each of two alternatives', /\b(?:sign|log) in(?: here)?\b/i, ['sign in', 'log in']],
    ['the longest of what stands apart', /\bto\b.{0,20}\bharbour\b/i, ['harbour']],
    ['with each member of a small class', /s[ií]guenos/iu, ['siguenos', 'síguenos']],
    ['one letter where a class has both its cases', /[fF][oO][tT][oO]/, ['foto']],
    ['what is repeated at least once', /(?:soup){2,3}/, ['soup']],
    ['the shorter one where it is part of the other', /soups?/, ['soup']],
    ['the part that is not optional', /(?:cold )?soup/, ['soup']],
    ['what stands beside an assertion', /(?<!\p{L})soup(?=\s)/u, ['soup']],
    ['one form of a sigma', /ΟΔΟΣ/iu, ['οδοσ']],
  ])('%s', (_, pattern, expected) => {
    expect(requiredTexts(pattern)).toEqual(expected);
  });

  test.each<[string, RegExp]>([
    ['any letters', /\p{L}{3,9}/u],
    ['an alternative without a word', /soup|\d+/],
    ['what may be missing', /(?:soup)?/],
    ['a class that leaves out', /[^s]/],
    ['many members of a class', /[abcdef]/],
    ['sets of a class', /[[a-z]--[s]]/v],
  ])('none for %s', (_, pattern) => {
    expect(requiredTexts(pattern)).toEqual([]);
  });
});

test('the case of a letter says nothing, nor does the form of a sigma', () => {
  expect([withoutCase('Οδός'), withoutCase('ΟΔΌΣ')]).toEqual(['οδόσ', 'οδόσ']);
});

test('every line that a row strikes holds a text that its pattern requires', () => {
  const missing = TEMPLATE_WORDINGS.flatMap((wording) => {
    const texts = requiredTexts(ruleOf(wording).pattern);
    return wording.drops.filter((line) => !texts.some((text) => withoutCase(line).includes(text)));
  });
  expect(missing).toEqual([]);
});
