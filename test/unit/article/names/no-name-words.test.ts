import { expect, test } from 'vitest';
import { NO_NAME_WORDS } from '../../../../src/article/names/no-name-words.ts';

test('A word that is no name is none only where nothing else stands.', () => {
  for (const { finds, pattern } of NO_NAME_WORDS) {
    const word = new RegExp(pattern, 'iu');
    for (const text of finds) {
      expect([text, word.test(text), word.test(`Ann ${text}`)]).toEqual([text, true, false]);
    }
  }
});
