import { expect, test } from 'vitest';
import { CORRECTION_LABELS } from '../../../../../src/article/text/wordings/corrections.ts';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../../../../../src/article/text/wordings/closing-notes.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';

// Longer lines are the article's: a template's label has a few words, a notice two sentences at the most, and
// only what no article can hold may be longer.
const STEPS = [40, 60, 120, 130, 180, 200, 220, 250, 260, 320, 400, 500, 1_000, 2_000];

test('a line that is struck is bounded in one of a few steps, none of them an article’s paragraph', () => {
  const rows = [
    ...TEMPLATE_WORDINGS,
    ...CLOSING_NOTES,
    ...WRITER_HEADINGS,
    ...CITING,
    ...CORRECTION_LABELS,
  ];
  const odd = rows.filter(({ mostCharacters }) => !STEPS.includes(mostCharacters));
  expect(odd.map(({ name, mostCharacters }) => `${name}: ${mostCharacters}`)).toEqual([]);
});
