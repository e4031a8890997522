import { describe, expect, test } from 'vitest';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  CONTRIBUTED,
  HELPED_BY,
  isCredit,
  parseCredit,
  splitCredit,
} from '../../../../src/article/names/credit.ts';

test.each([
  ['Ann Lee contributed to this report.', ['Ann Lee'], []],
  [
    'Contributing: Ann Lee, Bob Ray, Associated Press.',
    ['Ann Lee', 'Bob Ray'],
    ['Associated Press'],
  ],
  ['Leeward reported from Port Else, Outer Islands.', ['Leeward'], []],
  ['— with AFP', [], ['AFP']],
])('"%s" is the credit, and none of the text', (line, people, organizations) => {
  const { credit, paragraphs } = articleOf(article(`${PARAGRAPHS}<p>${line}</p>`));
  expect(credit?.value).toEqual({ text: line, people, organizations });
  expect(paragraphs.value).toHaveLength(3);
});

test('a sentence about who reported what is no credit', () => {
  const line =
    'Lee reported from the quay that the ferry had left, and nobody believed a word of it.';
  const { credit, paragraphs } = articleOf(article(`${PARAGRAPHS}<p>${line}</p>`));
  expect(credit).toBeUndefined();
  expect(paragraphs.value).toHaveLength(4);
});

test('agencies of any country are organizations of a credit', () => {
  const { credit } = articleOf(
    article(`${PARAGRAPHS}<p>With reports from Xinhua and Kyodo News</p>`),
  );
  expect(credit?.value).toMatchObject({ people: [], organizations: ['Xinhua', 'Kyodo News'] });
});

walkRows('HELPED_BY', HELPED_BY);
walkRows('CONTRIBUTED', CONTRIBUTED);

describe('names in a credit', () => {
  const named = (text: string) => {
    const { people, organizations } = parseCredit(text);
    return [...people, '|', ...organizations].join(' ');
  };

  test.each([
    ...[
      'reporter',
      'reporters',
      'the reporter',
      'writer',
      'staff writer',
      'staff writers',
      'correspondent',
    ].map((role) => [`${role} Ann Lee contributed to this report.`, 'Ann Lee |']),
    ['Fox News’ Ann Lee contributed to this report.', 'Ann Lee | Fox News'],
    ["Fox News's Ann Lee and Bob Ray contributed.", 'Ann Lee Bob Ray | Fox News'],
    ['Ann Lee in Port Else, Bob Ray in London contributed', 'Ann Lee Bob Ray |'],
    ['Ann Lee in New Port and Bob Ray in Århus contributed', 'Ann Lee Bob Ray |'],
    ['Ann Lee in St. Else with Bob Ray contributed', 'Ann Lee Bob Ray |'],
    ['Ann Lee with Bob Ray contributed reporting.', 'Ann Lee Bob Ray |'],
    ['Ann Lee; Bob Ray also contributed to this report.)', 'Ann Lee Bob Ray |'],
    ['Ann Lee and Ann Lee contributed', 'Ann Lee |'],
    ['The Associated Press contributed to this report.', '| Associated Press'],
    ['Reuters and Reuters contributed', '| Reuters'],
    ['[— with Reuters]', '| Reuters'],
    ['Contributing: Ann Lee', 'Ann Lee |'],
    ['With reports from Ann Lee.', 'Ann Lee |'],
    ['Ann Lee reported from Port Else, and Bob Ray.', 'Ann Lee |'],
    ['Ann Lee, 12 contributed', 'Ann Lee |'],
    ['Ann Lee and contributed', 'Ann Lee |'],
    ['Ann Lee in New Port; Bob Ray contributed', 'Ann Lee Bob Ray |'],
  ])('of “%s”: %s', (text, names) => {
    expect(named(text)).toBe(names);
  });
});

describe('a line is a credit', () => {
  test.each([
    'AP writer Ann Lee reported from Port Else.',
    'Associated Press writers Ann Lee reported from Port Else.',
    'Ann van Lee reported from Port Else.',
    '(— Reuters',
    '– with a report from the Associated Press',
    '- reports from AFP',
  ])('“%s”', (line) => {
    expect(isCredit(line.replace('van ', 'Van '))).toBe(true);
  });

  test.each([
    'Ann Lee reported from Port Else',
    'Ann Lee reported from port.',
    'Reuters',
    '— Ann Lee',
  ])('and not “%s”', (line) => {
    expect(isCredit(line)).toBe(false);
  });

  test('of up to four hundred characters', () => {
    const of = (length: number) => isCredit('Contributing: '.padEnd(length, 'x'));
    expect([of(400), of(401)]).toEqual([true, false]);
  });
});

describe('the credit of a text', () => {
  const CREDIT = 'Ann Lee contributed to this report.';
  const split = (...texts: string[]) => {
    const { body, credit } = splitCredit(texts.map((text) => ({ kind: 'p', text })));
    return [body.map(({ text }) => text).join(' '), credit?.text];
  };

  test('is among its last four lines, and never its first', () => {
    expect(split('a', CREDIT, 'b', 'c', 'd')).toEqual(['a b c d', CREDIT]);
    expect(split('a', CREDIT, 'b', 'c', 'd', 'e')).toEqual([`a ${CREDIT} b c d e`, undefined]);
    expect(split(CREDIT, 'a')).toEqual([`${CREDIT} a`, undefined]);
    expect(split('a', CREDIT)).toEqual(['a', CREDIT]);
  });

  test('is the last of two, and the dashes before it go, too', () => {
    const other = 'Contributing: Bob Ray';
    expect(split('a', other, CREDIT)).toEqual([`a ${other}`, CREDIT]);
    expect(split('a', '* * *', CREDIT)).toEqual(['a', CREDIT]);
    expect(split('a', '—')).toEqual(['a', undefined]);
  });
});
