import { expect, test } from 'vitest';
import {
  CORRECTION_LABELS,
  SAYS_WHAT_WAS_WRONG,
} from '../../../../../src/article/text/wordings/corrections.ts';
import { walkWordings } from '../../../../support/article/walked-wordings.ts';

walkWordings(CORRECTION_LABELS);

test.each([
  ['The headline named the wrong ferry.', true],
  ['Die Fassung nannte den falschen Kapitän.', true],
  ['記事に誤りがありました。', true],
  ['The ferry left at nine.', false],
])('%s says what was wrong: %s', (line, says) => {
  expect(SAYS_WHAT_WAS_WRONG.test(line)).toBe(says);
});
