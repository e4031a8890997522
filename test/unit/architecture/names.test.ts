import { describe, expect, test } from 'vitest';
import { declaredTwice, lowerCaseConstants } from '../../support/source/declarations.ts';
import { sourceFiles } from '../../support/source/source-files.ts';

const sources = sourceFiles('src');

describe('names', () => {
  test('A function, class, type or exported constant has a name that no other module declares.', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(declaredTwice(sources)).toEqual({});
  });

  test('A constant that is a literal is written in upper case.', () => {
    expect(lowerCaseConstants(sources)).toEqual([]);
  });
});

describe('what finds them', () => {
  const of = (text: string, name = 'src/a.ts') => ({ name, text });

  test.each([
    ['functions', 'export async function read() {}\n', 'function read() {}\n'],
    ['a function and an arrow', 'function* read() {}\n', 'export const read = () => 1;\n'],
    ['types', 'export interface read {\n}\n', 'type read = string;\n'],
    ['classes', 'export default class read {}\n', 'export abstract class read {}\n'],
  ])('Two %s of one name are told with their files.', (_what, one, other) => {
    expect(declaredTwice([of(one), of(other, 'src/b.ts')])).toEqual({
      read: ['src/a.ts', 'src/b.ts'],
    });
  });

  test('A constant in capitals may be told twice as long as no other module can see it.', () => {
    const own = of("const ROWS = ['a'];\n");
    expect(declaredTwice([own, { ...own, name: 'src/b.ts' }])).toEqual({});
    const seen = of("export const ROWS = ['a'];\n");
    expect(declaredTwice([seen, { ...seen, name: 'src/b.ts' }])).toHaveProperty('ROWS');
  });

  test('A name that is declared inside a function is nobody else’s business.', () => {
    expect(
      declaredTwice([of('function one() {\n  const a = 1;\n}\n'), of('const a = 1;\n')]),
    ).toEqual({});
  });

  test.each([
    'const most = 5;',
    "export const mark = 'x';",
    'const word =\n  /a|b/;',
    'const words: readonly string[] = [\n',
    "const known = new Set(['a']);",
    'const names = new Map<string, number>([\n',
  ])('%s is a literal.', (text) => {
    expect(lowerCaseConstants([of(text)])).toHaveLength(1);
  });

  test.each([
    'const MOST = 5;',
    'const schema = z.object({',
    'const isLong = (text: string) => text.length > 5;',
    'const cache = new Map<string, number>();',
  ])('%s is left as it is.', (text) => {
    expect(lowerCaseConstants([of(text)])).toEqual([]);
  });
});
