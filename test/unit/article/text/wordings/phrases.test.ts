import { expect, test } from 'vitest';
import {
  anyPhrase,
  phraseList,
  WORD_START,
} from '../../../../../src/article/text/wordings/phrases.ts';

const has = (words: string, text: string) =>
  new RegExp(WORD_START + anyPhrase(words), 'iu').test(text);

test.each([
  ['read more|see also', 'Now SEE ALSO this', true],
  ['read more', 'read moreover', false],
  ['read more', 'xread more', false],
  ['subscri*', 'subscribers', true],
  ['a.b', 'axb', false],
  ['相关阅读', '相关阅读材料', true],
])('"%s" in "%s": %s', (words, text, expected) => {
  expect(has(words, text)).toBe(expected);
});

test('A list of several lines holds the phrases of all of them.', () => {
  expect(
    ['see also', 'more', 'stems'].map((text) => has(phraseList('see also', 'more|stem*'), text)),
  ).toEqual([true, true, true]);
});
