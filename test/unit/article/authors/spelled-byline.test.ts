import { describe, expect, test } from 'vitest';
import {
  namesBesideText,
  spelledNames,
  unsaidNames,
  wholeByline,
} from '../../../../src/article/authors/spelled-byline.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { paragraph } from '../text/article-of.ts';

const blocks = (html: string) => readBlocks(treeOf(html).document).blocks;
const lines = (...texts: string[]) => blocks(texts.map((text) => `<p>${text}</p>`).join(''));
const words = (list: string) => list.split('|');

describe('names in a line that begins as bylines do', () => {
  test.each([
    ['By Ann Lee', ['Ann Lee']],
    ['05.02.2026 - Von Ann Lee', ['Ann Lee']],
    ['5/2/2026 | By Ann Lee', ['Ann Lee']],
    ['Ann Lee', []],
    [`By Ann Lee ${'a'.repeat(130)}`, []],
  ])('"%s": %j', (text, names) => {
    expect(spelledNames(lines(text))).toEqual(names);
  });

  test.each(
    words(
      'Author|Authors|Autor|Autorin|Autorinnen|Autoren|Auteur|Auteurs|Auteure|Autore|By|Von|Author:',
    ),
  )('stand below "%s"', (label) => {
    expect(spelledNames(lines(label, 'Ann Lee'))).toEqual(['Ann Lee']);
    expect(spelledNames(lines(label, 'Ann'))).toEqual([]);
    expect(spelledNames(lines(`${label} x`, 'Ann Lee'))).toEqual([]);
  });

  test.each(
    words(
      'ISBN 123|Verlag: Quay|Seiten: 200|Pages: 200|Publisher: Quay|Éditeur : Quay|Editorial: Quay|Editora: Quay|Genre: Soup',
    ),
  )('are a book’s two lines from "%s"', (book) => {
    expect(spelledNames(lines('By Ann Lee', 'x', book))).toEqual([]);
    expect(spelledNames(lines(book, 'x', 'By Ann Lee'))).toEqual([]);
    expect(spelledNames(lines('By Ann Lee', 'x', 'y', book))).toEqual(['Ann Lee']);
    expect(spelledNames(lines(book, 'x', 'y', 'By Ann Lee'))).toEqual(['Ann Lee']);
  });
});

describe('full names that no word announces', () => {
  test.each([
    ['<p><b>Ann Lee</b></p>', ['Ann Lee']],
    ['<p> <strong>Ann Lee and Bob Ray</strong> </p>', ['Ann Lee', 'Bob Ray']],
    ['<p><b>Ann Lee / Bob Ray</b></p>', ['Ann Lee', 'Bob Ray']],
    ['<p><b>Ann Lee, Bob Ray &amp; Cal Dun</b></p>', ['Ann Lee', 'Bob Ray', 'Cal Dun']],
    ['<p>Ann Lee | 9 March 2026</p>', ['Ann Lee']],
    ['<p>Ann Lee | 1999</p>', ['Ann Lee']],
    ['<p>Ann Lee | today</p>', []],
    ['<p><b>Ann</b></p>', []],
    ['<p><b>Ann Lee</b> x</p>', []],
    ['<p><b>Ann Lee</b><b>Bob Ray</b></p>', []],
    ['<p><i>Ann Lee</i></p>', []],
    ['<p>Ann Lee</p>', []],
    ['<h2><b>Ann Lee</b></h2>', []],
    [`<p><b>${'Ann'.padEnd(56, 'n')} Lee</b></p>`, ['Ann'.padEnd(56, 'n') + ' Lee']],
    [`<p><b>${'Ann'.padEnd(57, 'n')} Lee</b></p>`, []],
  ])('%s: %j', (html, names) => {
    expect(unsaidNames(blocks(html))).toEqual(names);
  });
});

describe('names beside the text', () => {
  const text = (count: number) =>
    'ABCD'
      .slice(0, count)
      .split('')
      .map((name) => paragraph(name))
      .join('');
  const beside = (line: string, count = 3) =>
    namesBesideText(blocks(`<div>${text(count)}<p>${line}</p></div>`));

  test('stand on a line beside three paragraphs', () => {
    expect([beside('By Ann Lee'), beside('By Ann Lee', 2), beside('By Ann')]).toEqual([
      ['Ann Lee'],
      [],
      [],
    ]);
    expect(beside(`By Ann Lee ${'x'.repeat(130)}`)).toEqual([]);
    expect(
      namesBesideText(blocks(`<div>${text(3)}<p>By Ann Lee</p><p>Pages: 200</p></div>`)),
    ).toEqual([]);
  });

  test.each(
    words(
      'Autorin/Autor Ann Lee|Autor: Ann Lee|Autorin: Ann Lee|Author: Ann Lee|Authors: Ann Lee|Auteur: Ann Lee|Autore: Ann Lee|Redaktion: Ann Lee|Text: Ann Lee',
    ),
  )('stand anywhere in "%s"', (line) => {
    expect(beside(line, 0)).toEqual(['Ann Lee']);
  });

  test.each([
    '(Reporting by Ann Lee; Editing by Bob Ray)',
    'Reporting by Ann Lee.',
    'Reporting by Ann Lee',
  ])('stand in "%s"', (line) => {
    expect([beside(line), beside(line, 1)]).toEqual([['Ann Lee'], []]);
  });
});

describe('all writers on the line that names them', () => {
  const whole = (line: string, ...names: string[]) => wholeByline(lines(line), names);

  test('are those that the data names, and more', () => {
    expect(whole('By Ann Lee and Bob Ray', 'Ann Lee')).toEqual(['Ann Lee', 'Bob Ray']);
    expect(whole('By Ann Lee and Bob Ray', 'Ann')).toEqual(['Ann Lee', 'Bob Ray']);
    expect(whole('By Ann Lee', 'Ann Lee')).toBeUndefined();
    expect(whole('By Ann Lee and Bob', 'Ann Lee')).toBeUndefined();
    expect(whole('By Cal Dun and Bob Ray', 'Ann Lee')).toBeUndefined();
    expect(whole(`By Ann Lee and Bob Ray ${'x'.repeat(120)}`, 'Ann Lee')).toBeUndefined();
  });
});

describe('a line spells out who wrote', () => {
  test.each(['-', '–', '|', '•', '·'])('behind a day and “%s”', (sign) => {
    expect(spelledNames(lines(`05.02.2026 ${sign} By Ann Lee`))).toEqual(['Ann Lee']);
  });

  test('in up to 140 characters', () => {
    const of = (length: number) => spelledNames(lines(`By Ann Lee,${' x'.repeat(length)}`));
    expect([of(64), of(65)]).toEqual([['Ann Lee'], []]);
  });

  test('where the first one names nobody', () => {
    expect(spelledNames(lines('By 12', 'By Ann Lee'))).toEqual(['Ann Lee']);
    expect(spelledNames(lines('Author', '12', 'By Ann Lee'))).toEqual(['Ann Lee']);
    expect(spelledNames(lines('Author'))).toEqual([]);
  });
});

describe('names that no word announces', () => {
  test.each(['/', ' / ', ', ', ' & ', '& ', ' and '])('are parted by “%s”', (joint) => {
    const text = `Ann Lee${joint}Bob Ray`.replace('&', '&amp;');
    expect(unsaidNames(blocks(`<p><b>${text}</b></p>`))).toEqual(['Ann Lee', 'Bob Ray']);
  });

  test('are all names, or none is', () => {
    expect(unsaidNames(blocks('<p><b>Ann Lee, soup</b></p>'))).toEqual([]);
    expect(unsaidNames(blocks('<p>Soup | 9 March 2026</p><p>Ann Lee | 9 March 2026</p>'))).toEqual([
      'Ann Lee',
    ]);
    expect(unsaidNames(blocks('<p>Ann Lee | 9 March 12026</p>'))).toEqual([]);
    expect(unsaidNames(blocks('<p><b>Ann Lee</b> | Port | 2026</p>'))).toEqual(['Ann Lee']);
  });
});

describe('who reported stands beside the text', () => {
  const text = 'ABC'
    .split('')
    .map((name) => paragraph(name))
    .join('');
  const beside = (inside: string) => namesBesideText(blocks(`<div>${text}${inside}</div>`));

  test('in the same element', () => {
    expect(beside('<div>By Ann Lee</div>')).toEqual(['Ann Lee']);
    expect(beside('<section><p>By Ann Lee</p></section>')).toEqual([]);
  });

  test.each([
    ['(Reporting by Ann Lee)', ['Ann Lee']],
    ['Reporting by Ann Lee.', ['Ann Lee']],
    ['Reporting by Ann Lee; editing by Bob Ray', ['Ann Lee']],
    ['REPORTING BY Ann Lee', ['Ann Lee']],
    ['The reporting by Ann Lee', []],
    ['Reporting by Ann Lee (in Port Else) and on', []],
  ])('“%s”: %j', (line, names) => {
    expect(beside(`<p>${line}</p>`)).toEqual(names);
  });

  test('on the first line that names whole people', () => {
    expect(beside('<p>By Ann</p><p>By Bob Ray</p>')).toEqual(['Bob Ray']);
    expect(beside('<p>By Ann Lee and Bob</p>')).toEqual([]);
  });
});

describe('the line that names all writers', () => {
  const whole = (line: string, ...names: string[]) => wholeByline(lines(line), names);

  test('names those of the data, as they are or by their first names', () => {
    expect(whole('By Ann Lee, Cal Dun and Bob Ray', 'Ann Lee', 'Bob Ray')).toEqual([
      'Ann Lee',
      'Cal Dun',
      'Bob Ray',
    ]);
    expect(whole('By Annabel Lee and Bob Ray', 'Ann')).toBeUndefined();
    expect(whole('By Ann Lee and Bob Ray', 'Ann Lee', 'Cal Dun')).toBeUndefined();
    expect(whole('Ann Lee went on board with Bob', 'Ann Lee')).toBeUndefined();
  });

  test('is the first that does, of 140 characters at most', () => {
    const of = (length: number) =>
      whole(`By Ann Lee and Bob Ray,${' x'.repeat(length)}`, 'Ann Lee');
    expect([of(58) !== undefined, of(59)]).toEqual([true, undefined]);
    expect(wholeByline(lines('Ann Lee', 'By Ann Lee and Bob Ray'), ['Ann Lee'])).toEqual([
      'Ann Lee',
      'Bob Ray',
    ]);
  });
});
