import { expect, test } from 'vitest';
import { AMENDED_SENTENCES } from '../../../../../src/article/text/wordings/amended-sentences.ts';
import { walkWordings } from '../../../../support/article/walked-wordings.ts';

walkWordings(AMENDED_SENTENCES);

test('Every language has one row for what was mended.', () => {
  const languages = AMENDED_SENTENCES.flatMap((wording) => wording.languages.split(' '));
  expect(new Set(languages).size).toBe(languages.length);
});
