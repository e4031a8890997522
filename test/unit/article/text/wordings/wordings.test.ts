import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../../src/page/blocks/blocks.ts';
import { readBlocks } from '../../../../../src/page/blocks/blocks.ts';
import { parsePage } from '../../../../../src/page/page-tree.ts';
import type { Witnesses } from '../../../../../src/article/text/second-sign.ts';
import {
  closingNoteRule,
  isCiting,
  isWriterHeading,
  templateRule,
} from '../../../../../src/article/text/template-text.ts';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../../../../../src/article/text/wordings/closing-notes.ts';
import { PICTURES_OF_AGENCIES } from '../../../../../src/article/text/wordings/rights-and-pictures.ts';
import {
  finderOf,
  ruleOf,
  type Wording,
} from '../../../../../src/article/text/wordings/wording.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';

/** A paragraph among paragraphs, of which nothing is known but its words. */
function paragraph(line: string): [Block, Witnesses] {
  const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const parsed = parsePage(
    `<p>${'The ferry is late. '.repeat(4)}</p><p>${text}</p><p>${'Soup. '.repeat(9)}</p>`,
  );
  if (parsed.kind === 'refused') throw new Error(parsed.message);
  const { blocks } = readBlocks(parsed.tree.document);
  const witnesses = {
    blocks,
    siteNames: ['thequay', 'quayexample'],
    authors: ['annlee', 'bobray'],
    authorWords: new Set(['ann', 'lee', 'bob', 'ray']),
    repeated: new Set<string>(),
    usesParagraphs: true,
    onOtherPages: new Set<never>(),
  };
  return [blocks[1] as Block, witnesses];
}

/** Each list of wordings, and how a line is asked whether it is struck by one. */
const lists: [name: string, wordings: Wording[], isStruck: (line: string) => boolean][] = [
  [
    'of templates',
    [...TEMPLATE_WORDINGS, ...PICTURES_OF_AGENCIES],
    (line) => templateRule(...paragraph(line)) !== undefined,
  ],
  [
    'that close an article',
    CLOSING_NOTES,
    (line) => closingNoteRule(...paragraph(line)) !== undefined,
  ],
  ['that head what is said of the writer', WRITER_HEADINGS, isWriterHeading],
  ['for those who cite', CITING, isCiting],
];

describe.each(lists)('wordings %s', (_, wordings, isStruck) => {
  test.each(wordings.map((wording) => [wording.name, wording] as const))('%s', (_name, wording) => {
    const { pattern, mostCharacters } = ruleOf(wording);
    expect(wording.drops.length).toBeGreaterThanOrEqual(2);
    expect(wording.keeps.length).toBeGreaterThanOrEqual(2);
    for (const line of wording.drops) {
      expect([line, pattern.test(line) && line.length <= mostCharacters]).toEqual([line, true]);
      expect([line, isStruck(line)]).toEqual([line, true]);
    }
    for (const line of wording.keeps) expect([line, isStruck(line)]).toEqual([line, false]);
  });
});

const all = lists.flatMap(([, wordings]) => wordings);

test('every wording has a name of its own, and words or a pattern', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, words, pattern, appliesTo } of all) {
    expect([name, (words === undefined) !== (pattern === undefined)]).toEqual([name, true]);
    expect([name, (appliesTo === 'pattern') === (pattern !== undefined)]).toEqual([name, true]);
  }
});

test('a line longer than a wording’s bound is the article’s', () => {
  for (const { drops, mostCharacters, name } of TEMPLATE_WORDINGS) {
    const line = `${drops[0]}${' '.repeat(mostCharacters)}`;
    const find = finderOf(all.filter((wording) => wording.name === name));
    expect([name, find(line)]).toEqual([name, undefined]);
  }
});
