import { expect, test } from 'vitest';
import { CORRECTION_SENTENCES } from '../../../../../src/article/text/wordings/correction-sentences.ts';
import { walkWordings } from '../../../../support/article/walked-wordings.ts';

walkWordings(CORRECTION_SENTENCES);

test('every language has one row', () => {
  const languages = CORRECTION_SENTENCES.flatMap((wording) => wording.languages.split(' '));
  expect(new Set(languages).size).toBe(languages.length);
});
