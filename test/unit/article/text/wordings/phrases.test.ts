import { expect, test } from 'vitest';
import { anyPhrase, WORD_START } from '../../../../../src/article/text/wordings/phrases.ts';
import { isPlaceholder } from '../../../../../src/article/text/wordings/placeholder.ts';
import { READ_ALSO_WORDS } from '../../../../../src/article/text/wordings/read-also.ts';

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

test('all that leads to another story is one list of phrases', () => {
  for (const words of [
    'read also',
    'lesen sie auch',
    'lire aussi',
    'lea también',
    'leggi anche',
    'xem thêm',
    '관련기사',
  ]) {
    expect(READ_ALSO_WORDS.split('|')).toContain(words);
  }
});

test.each([
  ['Lorem ipsum dolor sit amet', true],
  ['Lorem ipsum dolor sit', false],
  ['Lorem ipsum dolor sit boat', true],
  ['Lorem ipsum dolor boat quay', false],
  ['The ferry is late again.', false],
])('whether "%s" is sham Latin: %s', (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected);
});
