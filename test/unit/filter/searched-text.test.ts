import { describe, expect, test } from 'vitest';
import { globTest, SearchedText, textTest } from '../../../src/filter/searched-text.ts';

const finds = (pattern: string, text: string) => textTest(pattern)(new SearchedText(text));

describe('plain text', () => {
  test.each([
    ['horoscope', 'Your HOROSCOPE for today'],
    ['las pinas', 'Fire in Las Piñas City'],
    ['Las Piñas', 'LAS PINAS: fire'],
    ['lodz', 'Łódź wins'],
    ['strasse', 'Die Straße bleibt gesperrt'],
    ['Σίσυφος', 'Ο ΣΙΣΥΦΟΣ σήμερα'],
    ['استقلال', 'عيد اسْتِقْلال'],
    ['Putin', "Putin's visit"],
    ['covid-19', 'A Covid 19 test'],
    ['オリンピック', '東京オリンピック開幕'],
    ['ข่าว', 'อ่านข่าววันนี้'],
    ['नीति', 'विदेश नीति पर'],
    ['footbal*', 'Footballers on strike'],
    ['*berg', 'Heidelberg votes'],
    ['live blog', 'Live-Blog: the vote'],
  ])('%s is found in %s', (pattern, text) => {
    expect(finds(pattern, text)).toBe(true);
  });

  test.each([
    ['cat', 'Category five'],
    ['art', 'Start of the season'],
    ['man utd', 'A man and utd'],
    ['Иван', 'Йван'],
    ['オリンピック', 'オリーブとピック'],
    ['नीति', 'नीता'],
    ['footbal', 'Football'],
  ])('%s is not found in %s', (pattern, text) => {
    expect(finds(pattern, text)).toBe(false);
  });

  test('takes no star of the text for one of its own', () => {
    expect(finds('horoscope', 'horo*')).toBe(false);
  });
});

describe('an expression', () => {
  test.each([
    ['/^LIVE\\b/', 'LIVE: the vote', true],
    ['/^LIVE\\b/', 'Live: the vote', false],
    ['/^live\\b/i', 'Live: the vote', true],
    ['/C\\+\\+/', 'News of C++ 26', true],
    ['/^b/m', 'a\nb', true],
    ['/^b/', 'a\nb', false],
    ['/a.b/s', 'a\nb', true],
    ['/a\\/b/', 'a/b', true],
  ])('%s on %s: %s', (pattern, text, isFound) => {
    expect(finds(pattern, text)).toBe(isFound);
  });

  test.each(['/^(a+)+$/', '/(x+x+)+y/', '/(.*a){20}$/i', '/(a|aa)+$/'])(
    '%s ends on a hostile text, which by JavaScript it would not in our time',
    (pattern) => {
      expect(() => finds(pattern, `${'a'.repeat(50_000)}${'x'.repeat(50_000)}!`)).not.toThrow();
    },
  );
});

test('a letter under a tower of accents, or a text of one word over and over, holds up nobody', () => {
  expect(finds('b', `a${'\u0301'.repeat(300_000)}`)).toBe(false);
  expect(finds(`${'a '.repeat(50)}b`, 'a '.repeat(100_000))).toBe(false);
});

test.each([
  ['*/sport/*', 'https://a.example/Sport/cup', true],
  ['ph-*', 'ph-star', true],
  ['ph-*', 'graph-star', false],
  ['fox-news', 'fox-news-two', false],
  ['a.b', 'axb', false],
  ['/\\/20\\d\\d\\//', 'https://a.example/2026/x', true],
  ['/sport/cup', '/sport/cup', true],
])('the glob %s on %s: %s', (pattern, name, isMatch) => {
  expect(globTest(pattern)(name)).toBe(isMatch);
});

test.each([
  ['strasse', 'Straße'],
  ['aesir', 'Æsir'],
  ['oeuvre', 'Œuvre'],
  ['roed', 'Rœd'],
  ['rod', 'Rød'],
  ['dakovo', 'Đakovo'],
  ['seydisfjordur', 'Seyðisfjörður'],
  ['lodz', 'Łódź'],
  ['thing', 'Þing'],
  ['izmir', 'ızmır'],
  ['ΟΔΟΣ', 'οδος'],
])('%s is found in %s, whose letters are read as accented ones', (pattern, text) => {
  expect(finds(pattern, text)).toBe(true);
});

test.each([
  ['/SPORT/', '/a/sport/', false],
  ['/sport/i', '/a/SPORT/', true],
  ['/sport/news', '/sport/news', true],
  ['/sport/news', '/a/sport', false],
])('the glob %s, which may look like an expression, on %s: %s', (pattern, name, isMatch) => {
  expect(globTest(pattern)(name)).toBe(isMatch);
});

test('the words of a pattern stand in a row, and its last one at the end of the text', () => {
  expect(finds('live blog', 'a live blog')).toBe(true);
  expect(finds('live blog', 'blog live')).toBe(false);
  expect(finds('live blog', 'going live')).toBe(false);
  expect(finds('blog*', 'going live')).toBe(false);
});
