import { describe, expect, test } from 'vitest';
import { withoutEachAlternative, wordsWithoutEdge } from '../../support/patterns/alternatives.ts';
import { patternsIn, rowPatternsIn, type WrittenPattern } from '../../support/source/patterns.ts';
import { sourceFiles } from '../../support/source/source-files.ts';

/** No reader follows a longer one. */
const MOST = 300;
/** Longer ones need texts that show what they find. */
const MOST_WITHOUT_EXAMPLES = 120;
/** Any signs, as many as there are: in a text of any length only to its end. */
const UNBOUNDED = /(?:(?<!\\)\.|(?<!\\)\[\^[^\]]*\])[*+](?![?]?\$)/;

const sources = sourceFiles('src');
const patterns = sources.flatMap(patternsIn);
const told = ({ place, source }: WrittenPattern) => `${place}: ${source.length} characters`;
const long = patterns.filter(({ source }) => source.length > MOST_WITHOUT_EXAMPLES);

describe('patterns', () => {
  test('A pattern has at most 300 characters.', () => {
    expect(patterns.length).toBeGreaterThan(1_000);
    expect(patterns.filter(({ source }) => source.length > MOST).map(told)).toEqual([]);
  });

  test('A pattern of more than 120 characters stands in a row with texts that it finds and passes.', () => {
    expect(long.filter(({ isShown }) => !isShown).map(told)).toEqual([]);
  });

  test('A row of more than 120 characters is bounded: it repeats no sign without end, or says how long a text it reads.', () => {
    const endless = long.filter(({ source, isBounded }) => !isBounded && UNBOUNDED.test(source));
    expect(endless.map(told)).toEqual([]);
  });

  test('No word of a pattern ends or begins at a \\b by a letter outside ASCII, beside which there is none.', () => {
    const mistaken = patterns.flatMap(({ place, source }) =>
      wordsWithoutEdge(source).map((word) => `${place}: ${word}`),
    );
    expect(mistaken).toEqual([]);
  });

  test('A pattern of rows is walked by the test of its file.', () => {
    const tests = new Map(sourceFiles('test/unit').map(({ name, text }) => [name, text]));
    const made = sources.flatMap((file) =>
      rowPatternsIn(file).map((name) => ({ file: file.name, name })),
    );
    const unwalked = made.filter(({ file, name }) => {
      const place = file.replace(/^src\//, 'test/unit/').replace(/\.ts$/, '.test.ts');
      return !tests.get(place)?.includes(`walkRows('${name}', ${name}`);
    });
    expect(made.length).toBeGreaterThan(50);
    expect(unwalked).toEqual([]);
  });
});

describe('what finds them', () => {
  const inText = (text: string) => patternsIn({ name: 'src/a.ts', text });
  const of = (text: string) => inText(text).map(({ source }) => source);

  test.each([
    ['const A = /a|b/u;', ['a|b']],
    ['const A = new RegExp("^a|b$");', ['^a|b$']],
    ['const A = String.raw`\\d${B}\\s`;', [String.raw`\d\s`]],
    ['const A = `${B}|(?:c|d)`;', ['|(?:c|d)']],
    ["const A = String.raw`a${of('b|c')}`;", ['a', 'b|c']],
    ["const A = 'a sentence, no list';", []],
    ["const A = new RegExp('abc', 'u');", ['abc']],
    ["const A = { words: 'one two', language: 'en' };", ['one two']],
    ['const A = { pattern: `a${B}` };', ['a']],
    ['const A = `a|b\nc`;', []],
    ['const A = html`<a|b>`;', []],
  ])('%s holds %j.', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  test.each([
    ["const A = [{ pattern: /a/, finds: ['a', 'b'], passes: ['c', 'd'] }];", true, false],
    ["const A = { words: wholeWord('a|b'), drops: ['a', 'b'], keeps: ['c', 'd'] };", true, false],
    [
      "const A = { pattern: /a/, mostCharacters: 9, drops: ['a', 'b'], keeps: ['c', 'd'] };",
      true,
      true,
    ],
    ["const A = [['en', 'a|b', ['a', 'b'], ['c', 'd']]];", true, false],
    ["const A = [label('en', 'a|b', ['a', 'b'], ['c', 'd'])];", true, false],
    ["const A = { pattern: /a/, finds: ['a', 'b'] };", false, false],
    ["const A = { pattern: /a/, finds: ['a'], passes: ['c', 'd'] };", false, false],
    ["const A = [{ pattern: /a/ }, { finds: ['a', 'b'], passes: ['c', 'd'] }];", false, false],
    ["const A = f(() => /a/, ['a', 'b'], ['c', 'd']);", false, false],
  ])('%s: shown %s, bounded %s', (text, isShown, isBounded) => {
    expect(inText(text)[0]).toMatchObject({ isShown, isBounded });
  });

  test.each([
    ['a.*b', true],
    ['a.+?b', true],
    ['[^a]*b', true],
    ['a.*$', false],
    ['a.{0,9}b', false],
    [String.raw`a\.*b`, false],
  ])('%s repeats signs without end: %s', (source, expected) => {
    expect(UNBOUNDED.test(source)).toBe(expected);
  });

  test('Patterns of rows are known by what makes them.', () => {
    const text =
      "export const A = patternOfRows([], 'u');\nconst B = hintWords([]);\nconst C = 1;\n";
    expect(rowPatternsIn({ name: 'src/a.ts', text })).toEqual(['A', 'B']);
  });
});

test.each([
  [String.raw`\b(?:publié|publiée)\b`, ['publié']],
  [String.raw`^\W*(?:(?:bloqué|ferry)|port)\b`, ['bloqué']],
  [String.raw`\b(?:école|port)`, ['école']],
  [String.raw`port|\bécole|café\b`, [String.raw`\bécole`, String.raw`café\b`]],
  [String.raw`\b(?:publié)(?!\p{L})|école\d`, []],
])('In %s the words %j have no edge.', (source, expected) => {
  expect(wordsWithoutEdge(source)).toEqual(expected);
});

describe('a pattern without one of its alternatives', () => {
  const rests = (source: string) => withoutEachAlternative(source).map(({ rest }) => rest);

  test.each([
    ['a|b', ['b', 'a']],
    ['a', []],
    ['x(?:a|b)y', ['x(?:b)y', 'x(?:a)y']],
    ['(?<=a|b)(c|d)', ['(?<=b)(c|d)', '(?<=a)(c|d)', '(?<=a|b)(d)', '(?<=a|b)(c)']],
    [String.raw`[a|(b]|\|`, [String.raw`\|`, '[a|(b]']],
    ['(?<n>a|b)', ['(?<n>b)', '(?<n>a)']],
  ])('%s is one of %j', (source, expected) => {
    expect(rests(source)).toEqual(expected);
  });
});
