import { expect, test } from 'vitest';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { HELPED_BY, CONTRIBUTED } from '../../../../src/article/names/credit.ts';

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
