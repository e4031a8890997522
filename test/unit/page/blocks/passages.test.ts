import { describe, expect, test } from 'vitest';
import { emptyLine, passagesOf } from '../../../../src/page/blocks/passages.ts';

const passages = (...texts: string[]) =>
  passagesOf(texts.map((text) => ({ ...emptyLine(), text }))).map(
    ({ text, isItem }) => `${isItem ? 'item' : 'text'} ${text}`,
  );
const sentence = (length: number, end = '.') => `${'a'.repeat(length - end.length)}${end}`;

describe('a single break', () => {
  test.each([
    '.',
    '!',
    '?',
    '。',
    '！',
    '？',
    '.”',
    ".'".replace("'", '’'),
    '?"',
    '.»',
    '.)',
    '!]',
  ])('after a sentence of 60 characters that ends in %s begins a paragraph', (end) => {
    expect(passages(sentence(60, end), sentence(60))).toHaveLength(2);
    expect(passages(sentence(59, end), sentence(60))).toHaveLength(1);
    expect(passages(sentence(60, end), sentence(59))).toHaveLength(1);
  });

  test.each([',', ':', ' —', 'a'])('after %s is a space', (end) => {
    expect(passages(sentence(80, end), sentence(80))).toHaveLength(1);
  });

  test('after an empty line is one, too', () => {
    expect(passages('One', ' ', 'two')).toEqual(['text One two']);
  });
});

describe('lines of a list', () => {
  test.each(['1. ', '12) ', '123. ', '- ', '– ', '— ', '• ', '* ', '▪ ', '● '])(
    'begin with "%s"',
    (mark) => {
      expect(passages(`${mark}Soup`, `${mark}Bread`)).toEqual([
        `item ${mark}Soup`,
        `item ${mark}Bread`,
      ]);
    },
  );

  test.each(['1234. ', '1.', '-', '+ '])('do not begin with "%s"', (mark) => {
    expect(passages(`${mark}Soup`, `${mark}Bread`)).toEqual([`text ${mark}Soup ${mark}Bread`]);
  });

  test('have labels that begin with a capital and are up to 25 letters long', () => {
    expect(passages('Soup: given', 'Bread: taken')).toEqual([
      'item Soup: given',
      'item Bread: taken',
    ]);
    const label = (length: number) => `B${'b'.repeat(length - 1)}: given`;
    expect(passages(label(25), label(25))).toHaveLength(2);
    expect(passages(label(26), label(26))).toHaveLength(1);
    expect(passages('soup: given', 'bread: taken')).toHaveLength(1);
    expect(passages('S: given', 'B: taken')).toHaveLength(1);
  });

  test('are several', () => {
    expect(passages('Soup: given', 'and eaten')).toEqual(['text Soup: given and eaten']);
    expect(passages('- Soup')).toEqual(['text - Soup']);
    expect(passages('Served', '- Soup', '- Bread', 'hot')).toEqual([
      'text Served',
      'item - Soup',
      'item - Bread hot',
    ]);
  });

  test('are paragraphs where whole sentences are said under labels', () => {
    const said = `Lee: ${sentence(60)}`;
    expect(passages(said, said)).toEqual([`text ${said}`, `text ${said}`]);
  });
});

test('characters in links are summed, and the nodes of each line are kept', () => {
  const line = (text: string, links: string) => ({ text, links, nodes: [text as never] });
  expect(passagesOf([line('One two', ' two '), line('three', 'three'), line('four', '')])).toEqual([
    {
      text: 'One two three four',
      linkChars: 8,
      isItem: false,
      lines: [['One two'], ['three'], ['four']],
    },
  ]);
});
