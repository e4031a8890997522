import { describe, expect, test } from 'vitest';
import { requiredTexts } from '../../../../../src/article/text/wordings/required-texts.ts';
import { ruleOf } from '../../../../../src/article/text/wordings/wording.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';
import { withoutCase } from '../../../../../src/letter-units.ts';

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
    ['each of four members', /[abcd]soup/, ['asoup', 'bsoup', 'csoup', 'dsoup']],
    ['what stands beside five members', /[abcde]soup/, ['soup']],
    ['the first of those of one length', /soup.salt.x/, ['soup']],
    ['the first beside a part of one length', /soup(?:salt.)x/, ['soup']],
    ['the one that stands alone of those of one length', /(?:soup|salt).cake/, ['cake']],
    ['what is repeated once or more', /(?:soup){1,3}x?y/, ['soup']],
    ['the text with and without what is optional', /salt(?:y )?soup/, ['saltsoup', 'salty soup']],
    ['the part beside what may be repeated without end', /(?:salt)*soup/, ['soup']],
    ['what is repeated exactly once', /(?:soup){1}s/, ['soups']],
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

test('of more than sixty-four texts the rarest part alone is told', () => {
  expect(requiredTexts(/[abcd][abcd][abcd]soup/)).toHaveLength(64);
  expect(requiredTexts(/[ab][abcd][abcd][abcd]soup/)).toEqual(['asoup', 'bsoup', 'csoup', 'dsoup']);
  expect(requiredTexts(/(?:[abcd][abcd][abcd]|x)soup/)).toEqual(['soup']);
});

test('every line that a row strikes holds a text that its pattern requires', () => {
  const missing = TEMPLATE_WORDINGS.flatMap((wording) => {
    const texts = requiredTexts(ruleOf(wording).pattern);
    return wording.drops.filter((line) => !texts.some((text) => withoutCase(line).includes(text)));
  });
  expect(missing).toEqual([]);
});
