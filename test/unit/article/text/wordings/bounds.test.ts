import { expect, test } from 'vitest';
import { CORRECTION_LABELS } from '../../../../../src/article/text/wordings/corrections.ts';
import { CORRECTION_SENTENCES } from '../../../../../src/article/text/wordings/correction-sentences.ts';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../../../../../src/article/text/wordings/closing-notes.ts';
import { PICTURES_OF_AGENCIES } from '../../../../../src/article/text/wordings/rights-and-pictures.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';
import { rowTexts } from '../../../../support/patterns/row-texts.ts';

const ROWS = [
  ...TEMPLATE_WORDINGS,
  ...PICTURES_OF_AGENCIES,
  ...CLOSING_NOTES,
  ...WRITER_HEADINGS,
  ...CITING,
  ...CORRECTION_LABELS,
  ...CORRECTION_SENTENCES,
];

// Longer lines are the article’s: a template’s label has a few words, a notice two sentences at the most, and only
// what no article can hold may be longer. Whose voices are a second sign is told by the languages; the words alone
// strike a line where no sentence of a story is written so.
test('A wording has the languages, the length and the certainty that test/fixtures/row-texts keeps.', () => {
  const told = ROWS.map(
    ({ name, languages, mostCharacters, isFormula }) =>
      `${name}: ${languages}, ${mostCharacters}${isFormula ? ', by its words alone' : ''}`,
  );
  expect(told).toEqual(rowTexts('WORDING_ROWS'));
});

test('No line of more than five hundred characters is a template’s or a closing note.', () => {
  const corrections = new Set([...CORRECTION_LABELS, ...CORRECTION_SENTENCES]);
  const others = ROWS.filter((row) => !corrections.has(row));
  expect(Math.max(...others.map(({ mostCharacters }) => mostCharacters))).toBe(500);
});
