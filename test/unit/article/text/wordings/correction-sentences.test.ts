import { expect, test } from 'vitest';
import {
  CORRECTION_SENTENCES,
  EARLIER_VERSION_SENTENCES,
} from '../../../../../src/article/text/wordings/correction-sentences.ts';
import { walkWordings } from '../../../../support/article/walked-wordings.ts';

walkWordings(CORRECTION_SENTENCES);

test('Every language has one row for an earlier version.', () => {
  const languages = EARLIER_VERSION_SENTENCES.flatMap((wording) => wording.languages.split(' '));
  expect(new Set(languages).size).toBe(languages.length);
});
