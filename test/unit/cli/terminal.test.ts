import { expect, test } from 'vitest';
import { print, put, visible } from '../../../src/cli/terminal.ts';
import { sourceFiles } from '../../support/source/source-files.ts';

test.each([
  ['an escape', 'a\u001b[31mb', 'a\\u001b[31mb'],
  ['a bell and a backspace', '\u0007\u0008', '\\u0007\\u0008'],
  ['a return that would write over the line', 'paid\rfree', 'paid\\u000dfree'],
  ['a C1 control', '\u009b2J', '\\u009b2J'],
  ['delete', '\u007f', '\\u007f'],
  ['an override of direction', '\u202Egpj.exe', '\\u202egpj.exe'],
  ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
  ['a line separator', 'a\u2028b', 'a\\u2028b'],
])('%s is shown', (_what, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(['line\nline\tcell', 'שלום \u200f!', 'Ünïcödé 😀 \u200d', '\\u001b'])(
  '%j is left as it is',
  (text) => expect(visible(text)).toBe(text),
);

test('what is JSON stays JSON that says the same', () => {
  const value = { title: 'a\u009bb\u202ec\u2028\u0001' };
  expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
});

test('all that is printed is cleaned', () => {
  let out = '';
  const stream = { write: (text: string) => (out += text) !== '' };
  print(stream, '\u001b]0;x\u0007');
  put(stream, '\u0085');
  expect(out).toBe('\\u001b]0;x\\u0007\n\\u0085');
});

test('nothing else of the commands writes to a stream', () => {
  const files = sourceFiles('src/cli').filter(({ name }) => !name.endsWith('cli/terminal.ts'));
  expect(files.length).toBeGreaterThan(20);
  const writers = files.filter(({ text }) => /(?:stdout|stderr)\s*\.write|console\./.test(text));
  expect(writers.map(({ name }) => name)).toEqual([]);
});
