import { expect, test } from 'vitest';
import { joinParts } from '../../../../src/processors/scrape/join-parts.ts';
import {
  article,
  articleOf,
  FIRST,
  LINE,
  PARAGRAPHS,
  SECOND,
  THIRD,
} from '../../article/ferry-page.ts';

const SUBTITLE = '<h2>Soup is given to all who wait</h2>';

test('a subtitle is said once, and the heading at the top of a later page is a subhead', () => {
  const first = articleOf(article(`${SUBTITLE}${PARAGRAPHS}`));
  const second = articleOf(article(`<h2>What the harbour office says</h2><p>${LINE} ${THIRD}</p>`));
  const third = articleOf(article(`${SUBTITLE}<p>${SECOND} ${LINE}</p>`));
  const { paragraphs, subtitle } = joinParts(first, [first, second, third]);
  expect(subtitle?.value).toBe('Soup is given to all who wait');
  expect(paragraphs.value.map(({ text }) => text)).toEqual([
    FIRST,
    SECOND,
    THIRD,
    'What the harbour office says',
    `${LINE} ${THIRD}`,
    `${SECOND} ${LINE}`,
  ]);
});
