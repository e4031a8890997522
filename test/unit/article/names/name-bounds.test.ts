import { describe, expect, test } from 'vitest';
import {
  inOrder,
  isFullName,
  isOrganization,
  isSetLikeName,
  namesIn,
} from '../../../../src/article/names/person-name.ts';

const words = (list: string) => list.split(' ');

describe('a name is set like a full one', () => {
  test.each(words('Jr Jr. Sr Sr. II III IV'))('with the mark of a generation, %s', (mark) => {
    expect([isSetLikeName(`Ann Lee ${mark}`), isFullName(`Ann Lee ${mark}`)]).toEqual([true, true]);
    expect(isSetLikeName(`Ann B. C. Lee ${mark}`)).toBe(true);
  });

  test.each(words('de da di van von bin al'))('with “%s” in it', (particle) => {
    expect(isSetLikeName(`Ann ${particle} Lee`)).toBe(true);
    expect(isSetLikeName(`Ann ${particle}x Lee`)).toBe(false);
  });

  test('with up to two names between', () => {
    expect([isSetLikeName('Ann B. de Lee'), isSetLikeName('Ann B. C. de Lee')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('two names', () => {
  test.each(words('AND UND ET Y OCH OG WITH'))('in capitals are joined by %s', (joint) => {
    expect(namesIn(`ANN LEE ${joint} BOB RAY`)).toEqual(['ANN LEE', 'BOB RAY']);
  });

  test.each(words('with avec mit con com med met'))('stand in brackets behind “%s”', (word) => {
    expect(namesIn(`Ann Lee (${word} Bob Ray)`)).toEqual(['Ann Lee', 'Bob Ray']);
  });

  test.each(words('by von par por'))('are glued to “%s”', (word) => {
    expect(namesIn(`Article ${word}Ann Lee and Bob Ray`)).toEqual(['Ann Lee', 'Bob Ray']);
  });
});

describe('what stands behind a name is none', () => {
  test.each([
    ['an agency behind a bar', 'Ann Lee | AFP', ['Ann Lee']],
    ['an agency between bars', 'Ann Lee | TNN | Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['an agency before a dash', 'Ann Lee | TNN – Port Else', ['Ann Lee']],
    ['an agency of two words', 'Ann Lee, Prensa Latina', ['Ann Lee']],
    ['initials', 'Ann, TNN', ['Ann']],
    ['a number', 'Ann, 9th Floor', ['Ann']],
    ['a role', 'Ann, Harbour Editor', ['Ann']],
    ['where and about what', 'Ann Lee, in London, Bob Ray', ['Ann Lee']],
    ['a lone word', 'Ann Lee, London, Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['an address', 'Ann Lee ann@quay.example', ['Ann Lee']],
    ['an address in brackets', 'Ann Lee <ann@quay.example>, Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['signs', 'Ann Lee.:,', ['Ann Lee']],
    ['a day', 'Ann Lee on Monday, 9 March', ['Ann Lee']],
    ['a German day', 'Ann Lee am 9. März', ['Ann Lee']],
    ['a German hour', 'Ann Lee um 9 Uhr', ['Ann Lee']],
    ['a French day', 'Léa Roy le 9 mars', ['Léa Roy']],
    ['a Spanish day', 'Ana Sol el 9 de marzo', ['Ana Sol']],
  ])('%s: “%s”', (_what, line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  test('but a first name has another behind it, and an organization none', () => {
    expect(namesIn('Ann, Bob')).toEqual(['Ann', 'Bob']);
    expect(namesIn('Reuters, London')).toEqual(['Reuters']);
  });
});

test.each([
  ['Ann Lee. and Bob B.', ['Ann Lee', 'Bob B.']],
  ['Ann Lee Sr.', ['Ann Lee Sr.']],
  ['Interview: Ann Lee', ['Ann Lee']],
  ['Bild/Text: Ann Lee', ['Ann Lee']],
  ['www.quay.example', []],
  ['http://quay.example/a;Ann', []],
  ['https://quay.example/a;Ann', []],
  ['www.quay.example/a;Ann', []],
  ['@annlee;Ann', []],
])('in “%s” the names are %j', (line, names) => {
  expect(namesIn(line)).toEqual(names);
});

test('names are looked for in 300 characters', () => {
  const of = (blanks: number) => namesIn(`Ann Lee; ${'x; '.repeat(blanks)}Bob Ray`);
  expect([of(94), of(98)]).toEqual([['Ann Lee', 'Bob Ray'], ['Ann Lee']]);
});

test.each([
  ['Lee, Ann', 'Ann Lee'],
  ['Lee, TNN', 'Lee, TNN'],
  ['Editor, Ann', 'Editor, Ann'],
  ['Lee, Reuters', 'Lee, Reuters'],
  ['lee, Ann', 'lee, Ann'],
])('in order %s is %s', (name, ordered) => {
  expect(inOrder(name)).toBe(ordered);
});

test.each([
  ['TNN', true],
  ['T', false],
  ['ABCDEF', false],
  ['quay.eu', true],
  ['quay.eus', false],
])('whether %s is an organization by its letters: %s', (name, expected) => {
  expect(isOrganization(name)).toBe(expected);
});
