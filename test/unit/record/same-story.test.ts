import { describe, expect, test } from 'vitest';
import { isLikeHeadline, isOneArticle, isSameStory } from '../../../src/record/same-story.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const paragraphs = (...texts: string[]) => texts.map((text) => ({ kind: 'p' as const, text }));
const PIER = articleRecord({
  title: 'Pier reopens after the storm',
  url: 'https://harbour.example/n/1',
  canonicalUrl: 'https://harbour.example/n/1',
  paragraphs: paragraphs('The pier is open.', 'It cost a lot.', 'Boats may moor.', 'So it stays.'),
});
const elsewhere = {
  url: 'https://harbour.example/n/2',
  canonicalUrl: 'https://harbour.example/n/2',
};
const LAMP = articleRecord({
  ...elsewhere,
  title: 'Lamp oil is dear this winter',
  paragraphs: paragraphs('Oil costs more.', 'Lamps go out.', 'Nobody knows why.', 'So it stays.'),
  publishedAt: '2026-11-21T08:30:00.000Z',
});

describe('Two records under one id', () => {
  test('are two articles where address, headline, time and text differ but for a common last line', () => {
    expect(isOneArticle(PIER, LAMP)).toBe(false);
  });

  test.each([
    ['the address stays', { url: PIER.url, canonicalUrl: PIER.canonicalUrl }],
    ['the page’s own address stays', { canonicalUrl: PIER.canonicalUrl }],
    [
      'half of the text stays',
      { paragraphs: [...PIER.paragraphs.slice(0, 2), ...LAMP.paragraphs] },
    ],
    [
      'the time stays and the headline has a word more',
      { title: `Corrected: ${PIER.title}`, publishedAt: PIER.publishedAt! },
    ],
  ])('are one article where %s', (_what, same) => {
    expect(isOneArticle(PIER, { ...LAMP, ...same })).toBe(true);
  });

  test('are two where the headline is alike and neither states a time', () => {
    const { publishedAt: _, ...daily } = { ...PIER, ...elsewhere, paragraphs: LAMP.paragraphs };
    const { publishedAt: __, ...before } = PIER;
    expect(isOneArticle(before, daily)).toBe(false);
    expect(isSameStory(before, daily)).toBe(false);
  });

  test('are two where the addresses differ by what elsewhere is a tracker', () => {
    const at = (n: number) => ({
      url: `https://harbour.example/item?ocid=${n}`,
      canonicalUrl: 'https://harbour.example/item',
      provenance: { canonicalUrl: 'text' as const },
    });
    expect(isOneArticle({ ...PIER, ...at(1) }, { ...LAMP, ...at(2) })).toBe(false);
    expect(isOneArticle({ ...PIER, ...at(1) }, { ...LAMP, ...at(1) })).toBe(true);
  });

  test('are two where all that they share is the front page', () => {
    const front = { url: 'https://harbour.example/', canonicalUrl: 'https://harbour.example/' };
    expect(isOneArticle({ ...PIER, ...front }, { ...LAMP, ...front })).toBe(false);
  });
});

describe('Two headlines', () => {
  test.each([
    ['Ferry sails again', 'UPDATE: Ferry sails again'],
    ['Fähre fährt wieder nach Norden', 'Eilmeldung: Fähre fährt wieder nach Norden'],
    ['港の桟橋が嵐のあとに再開', '速報：港の桟橋が嵐のあとに再開'],
    ['Паром вернулся в гавань', 'Паром снова вернулся в гавань'],
  ])('%s and %s are alike', (one, other) => {
    expect(isLikeHeadline(one, other)).toBe(true);
  });

  test.each([
    ['Ferry sails again', 'Council rejects the harbour budget'],
    ['港の桟橋が嵐のあとに再開', '市議会が予算案を否決'],
    ['Паром вернулся в гавань', 'Совет отклонил бюджет'],
  ])('%s and %s are not', (one, other) => {
    expect(isLikeHeadline(one, other)).toBe(false);
  });
});

test('Headlines are alike that share half of the shorter one’s words, and no fewer.', () => {
  expect(isLikeHeadline('Pier opens', 'Pier closed again')).toBe(true);
  expect(isLikeHeadline('Pier opens today', 'Pier closed once more')).toBe(false);
  expect(isLikeHeadline('On it', 'ON IT')).toBe(true);
});

describe('Under one id, without address, headline or time in common', () => {
  const withTexts = (...texts: string[]) => ({ ...LAMP, paragraphs: paragraphs(...texts) });

  test('more than a quarter of the shorter text makes one article', () => {
    expect(isOneArticle(PIER, withTexts('So it stays.', 'A.', 'B.'))).toBe(true);
    expect(isOneArticle(PIER, withTexts('So it stays.', 'A.', 'B.', 'C.'))).toBe(false);
  });

  test('no text has nothing in common with any', () => {
    expect(isOneArticle(PIER, withTexts())).toBe(false);
    expect(isSameStory(withTexts(), withTexts())).toBe(true);
    expect(isSameStory(PIER, withTexts())).toBe(false);
  });
});

test('A headline or a time alone is no story in common.', () => {
  const { publishedAt } = PIER;
  expect(isSameStory(PIER, { ...LAMP, title: PIER.title })).toBe(false);
  expect(isSameStory(PIER, { ...LAMP, publishedAt })).toBe(false);
  expect(isSameStory(PIER, { ...LAMP, title: PIER.title, publishedAt })).toBe(true);
  expect(isOneArticle(PIER, { ...LAMP, publishedAt })).toBe(false);
});
