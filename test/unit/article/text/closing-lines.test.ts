import { describe, expect, test } from 'vitest';
import { strikeClosingLines } from '../../../../src/article/text/closing-lines.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { sentence } from './article-of.ts';

function struck(
  lines: string[],
  authors = ['annlee', 'annmarialeecruzvega'],
  known: (string | undefined)[] = [],
) {
  const { blocks } = readBlocks(treeOf(lines.map((line) => `<p>${line}</p>`).join('')).document);
  const verdicts = lines.map((_line, at) =>
    known[at] === undefined ? undefined : { rule: known[at] },
  );
  strikeClosingLines(blocks, verdicts, {
    blocks,
    siteNames: [],
    authors,
    authorWords: new Set(['ann', 'lee']),
    repeated: new Set(),
    onOtherPages: new Set(),
    usesParagraphs: true,
  });
  return verdicts.map((verdict) => verdict?.rule);
}
const text = ['A', 'B', 'C', 'D', 'E'].map((name) => sentence(name));

describe('a line about the writer at the end', () => {
  test.each(
    'is was has covers covered writes works worked joined lives reports leads holds ist war hat schreibt arbeitet arbeitete lebt est écrit es escribe è scrive'.split(
      ' ',
    ),
  )('begins with the name and "%s"', (verb) => {
    expect(struck([...text, `Ann Lee ${verb} soup.`]).at(-1)).toBe('about-the-writer');
    expect(struck([...text, `Bob Ray ${verb} soup.`]).at(-1)).toBeUndefined();
  });

  test('has a name of up to five words, and 700 characters', () => {
    expect(struck([...text, 'Ann Maria Lee Cruz Vega is soup.']).at(-1)).toBe('about-the-writer');
    const long = (length: number) => struck([...text, 'Ann Lee is '.padEnd(length, 'a')]).at(-1);
    expect([long(700), long(701)]).toEqual(['about-the-writer', undefined]);
  });

  test('is one of the last four, those that are struck already aside', () => {
    const note = 'Ann Lee is soup.';
    expect(struck([...text, note, ...text.slice(0, 3)])[5]).toBe('about-the-writer');
    expect(struck([...text, note, ...text.slice(0, 4)])[5]).toBeUndefined();
    expect(
      struck(
        [...text, note, ...text.slice(0, 4)],
        ['annlee'],
        Array.from({ length: 10 }, (_, at) => (at > 5 ? 'x' : undefined)),
      )[5],
    ).toBe('about-the-writer');
    expect(struck([note])).toEqual([undefined]);
  });

  test('has a name of no more than five words', () => {
    const name = 'annmarialeecruzvegasoto';
    expect(
      struck([...text, 'Ann Maria Lee Cruz Vega Soto is soup.'], [name]).at(-1),
    ).toBeUndefined();
  });

  test('takes what follows with it where it is a heading', () => {
    expect(struck([...text, 'About the author', 'She lives by the sea.'])).toEqual([
      ...text.map(() => undefined),
      'about-the-writer',
      'about-the-writer',
    ]);
  });
});

test('how to cite a text stands in its last two thirds, and all after it goes with it', () => {
  const cite = 'How to cite this article';
  const after = (lines: number) =>
    struck(
      [...text, ...text].slice(0, lines).toSpliced(lines, 0, cite, ...text.slice(0, 5 - lines)),
    );
  expect(after(2)).toEqual(Array.from({ length: 6 }, () => undefined));
  expect(after(3)).toEqual([
    ...Array.from({ length: 3 }, () => undefined),
    ...Array.from({ length: 3 }, () => 'how-to-cite'),
  ]);
});
