import { classNamesIn } from '../../../src/page/element-names/class-names.ts';
import { hintOf } from '../../../src/page/element-hints.ts';
import { elementOf } from '../../support/site/page-of.ts';
import { describe, expect, test } from 'vitest';
import {
  AUTHOR_BOX_CLASS,
  AUTHOR_CLASS,
  AUTHOR_WORDS,
  DATE_CLASS,
  DATE_WORDS,
  DOUBTFUL_DATE_CLASS,
  DOUBTFUL_DATE_WORDS,
  hyphenated,
  isSoughtClass,
  PUBLISHED_CLASS,
  PUBLISHED_WORDS,
} from '../../../src/page/element-words.ts';
import { rowTexts } from '../../support/patterns/row-texts.ts';

const lists = [
  ['a day', DATE_WORDS, DATE_CLASS],
  ['a day or something else', DOUBTFUL_DATE_WORDS, DOUBTFUL_DATE_CLASS],
  ['the day of publication', PUBLISHED_WORDS, PUBLISHED_CLASS],
  ['writers', AUTHOR_WORDS, AUTHOR_CLASS],
] as const;

test.each(lists)('every word of %s is found by its finder and gathered by the parser', (...row) => {
  const [, rows, pattern] = row;
  for (const word of rows.flatMap(({ words }) => words.split(' '))) {
    const labels = [word, `story-${word}`, `${word}_top`, word.toUpperCase(), `is-new ${word}`];
    for (const label of labels) {
      expect.soft(hyphenated(label), label).toMatch(pattern);
      expect.soft(isSoughtClass(classNamesIn(label)), label).toBe(true);
    }
  }
});

test.each([
  'storyDate',
  'createdOn',
  'post_time',
  'newsDate',
  'authorBio',
  'autorenbox',
  'about-the-author',
  'veröffentlicht',
])('the class %s is gathered', (label) => {
  expect(isSoughtClass(classNamesIn(label))).toBe(true);
});

test.each(['validate', 'mandate', 'sometimes', 'dataset', 'metadata', 'authority', 'autorun'])(
  'the class %s, which holds a word and is none, is not gathered',
  (label) => {
    expect(isSoughtClass(classNamesIn(label))).toBe(false);
  },
);

const hintNamed = (label: string) => hintOf(elementOf(`<div class="${label}">x</div>`, 'div'));

describe('a class that a tool made of a hash', () => {
  test.each([
    'sc-fqkvVR kqrqSr',
    'x sc-fqkvAd kqrqSr',
    'sc-1a2bAd jKlmAd',
    'sc-bczRAd-0 hXyzNav',
    'Story_wrap__kQ4Ad',
    'styles_block__x_Ad7',
  ])('%s says nothing of its text', (label) => {
    expect(hintNamed(label)).toBeUndefined();
  });

  test.each([
    ['sc-fqkvVR kqrqSr related-posts', 'related'],
    ['Story_sidebar__kQ4Ab', 'sidebar'],
    ['Nav_root__pPYWF', 'nav'],
    ['page__navAd', 'ad'],
    ['topNav kqrqBb', 'nav'],
    ['sc-promo', 'promo'],
  ])('%s still says %s', (label, word) => {
    expect(hintNamed(label)).toEqual({ says: 'strong', word });
  });
});

test.each([
  ['DATE_WORDS', DATE_CLASS],
  ['DOUBTFUL_DATE_WORDS', DOUBTFUL_DATE_CLASS],
  ['PUBLISHED_WORDS', PUBLISHED_CLASS],
  ['AUTHOR_WORDS', AUTHOR_CLASS],
])('each class word that test/fixtures/row-texts keeps in %s is found', (list, pattern) => {
  expect(rowTexts(list).filter((word) => !pattern.test(word))).toEqual([]);
});

describe('what is said about the writer', () => {
  const starts = 'author autor autoren autorin auteur verfasser'.split(' ');
  const ends = 'bio box info card about'.split(' ');

  test.each(starts.flatMap((start) => ends.map((end) => [start, end] as const)))(
    'stands in a box that is called after them: %s, %s',
    (start, end) => {
      for (const label of [`${start}-${end}`, `${start}_${end}`, `${start}${end}`])
        expect(AUTHOR_BOX_CLASS.test(label)).toBe(true);
      expect(AUTHOR_BOX_CLASS.test(`${start}-${end}x`)).toBe(false);
    },
  );

  test.each(['about-author', 'about-the-author', 'aboutTheAuthor'])('is called %s', (label) => {
    expect(AUTHOR_BOX_CLASS.test(label)).toBe(true);
  });
});

describe('a day’s class', () => {
  const starts = 'post entry article news pub publish published create creation created story';

  test.each(starts.split(' ').filter((start) => start !== 'create'))(
    'may begin with “%s”',
    (start) => {
      for (const end of ['date', 'time', 'on']) {
        expect(DATE_CLASS.test(`x${start}-${end}`)).toBe(true);
        expect(DATE_CLASS.test(`x${start}_${end}`)).toBe(true);
        expect(DATE_CLASS.test(`x${start}-${end}x`)).toBe(false);
      }
      expect(DATE_CLASS.test(`x${start}-day`)).toBe(false);
    },
  );
});

test.each(['author', 'author-x', 'author names', 'authorname', 'authornames', 'authorlink'])(
  'writers stand in an element of the class %s',
  (label) => {
    expect(AUTHOR_CLASS.test(label)).toBe(true);
    expect(AUTHOR_CLASS.test(`co${label}`)).toBe(false);
  },
);
