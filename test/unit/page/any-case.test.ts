import { expect, test } from 'vitest';
import { sourceFiles } from '../../support/source/source-files.ts';
import { anyCase } from '../../../src/page/any-case.ts';

test('words match in any case, and groups, repetitions and escapes stay', () => {
  const pattern = new RegExp(`^(?:${anyCase('ap photos?|\\x66oto\\.')})$`, 'u');
  for (const text of ['AP Photo', 'ap photos', 'FOTO.', 'foto.'])
    expect([text, pattern.test(text)]).toEqual([text, true]);
  for (const text of ['AP', 'fotos', 'foto'])
    expect([text, pattern.test(text)]).toEqual([text, false]);
});

test('No pattern of src has modifiers, which fail in a process that has compiled much.', () => {
  const modified = sourceFiles('src').flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter(
        (line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && /\(\?-?[ims]+(?:-[ims]+)?:/.test(line),
      )
      .map(() => name),
  );
  expect(modified).toEqual([]);
});

test.each([
  ['a\\x41', '[aA][aA]'],
  ['\\u0041b', '\\u0041[bB]'],
  ['\\p{Lu}c', '\\p{Lu}[cC]'],
  ['\\P{Lu}\\d\\.', '\\P{Lu}\\d\\.'],
  ['ß東', 'ß東'],
  ['é', '[éÉ]'],
])('%s in any case is %s', (source, pattern) => {
  expect(anyCase(source)).toBe(pattern);
});
