import { expect, test } from 'vitest';
import { sharedWords, wordsInCommon } from '../../../src/record/shared-words.ts';

test.each([
  ['The ferry is late', 'FERRY the late again', 1, 3],
  ['ferry late bread', 'ferry soup salt', 1 / 3, 1],
  ['ferry ferry', 'ferry', 1, 1],
  ['on at is', 'on at is', 0, 0],
  ['a7 boats', 'a7 ships', 1 / 2, 1],
  ['フェリー', 'フェリー', 1, 3],
  ['港', '港', 1, 1],
  ['港口新闻', '港口报', 1 / 2, 1],
  ['', 'ferry', 0, 0],
])('"%s" and "%s" share %d, %i words', (one, other, share, count) => {
  expect(sharedWords(one, other)).toBeCloseTo(share);
  expect(sharedWords(other, one)).toBeCloseTo(share);
  expect([wordsInCommon(one, other), wordsInCommon(other, one)]).toEqual([count, count]);
});
