import { expect, test } from 'vitest';
import { isPlaceholder } from '../../../../../src/article/text/wordings/placeholder.ts';

test.each([
  ['Lorem ipsum dolor sit amet', true],
  ['Lorem ipsum dolor sit', false],
  ['Lorem ipsum dolor sit boat', true],
  ['Lorem ipsum dolor boat quay', false],
  ['• Lorem • ipsum • dolor • sit • amet', true],
  ['Advertisement: lorem ipsum dolor sit amet', true],
  ['The ferry is late again.', false],
  ['', false],
])('whether "%s" is sham Latin: %s', (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected);
});

test('sham Latin is looked for in the first hundred characters, and judged by the first four hundred', () => {
  const begun = (letters: number) => isPlaceholder(`${'z'.repeat(letters)} ${'lorem '.repeat(60)}`);
  expect([begun(94), begun(95)]).toEqual([true, false]);
  const followed = (words: number) =>
    isPlaceholder(`${'lorem '.repeat(words)}${'boats '.repeat(200)}`);
  expect([followed(67), followed(34)]).toEqual([true, false]);
});

test.each(
  'lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum perspiciatis unde omnis iste natus error voluptatem accusantium doloremque laudantium totam rem aperiam eaque ipsa quae ab illo inventore veritatis quasi architecto beatae vitae dicta explicabo nemo ipsam quia voluptas aspernatur aut odit fugit consequuntur magni dolores eos ratione sequi nesciunt vestibulum nec pellentesque habitant morbi tristique senectus netus malesuada fames ac turpis egestas donec vel'.split(
    ' ',
  ),
)('"%s" is a word of it', (word) => {
  expect(isPlaceholder(`lorem ${`${word} `.repeat(4)}`)).toBe(true);
});
