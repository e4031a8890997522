import { describe, expect, test } from 'vitest';
import { templateRule, closingNoteRule } from '../../../../../src/article/text/template-text.ts';
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

/** Each list of wordings, and how a line is asked whether it holds one. */
const lists: [name: string, wordings: Wording[], find: (text: string) => string | undefined][] = [
  ['of templates', [...TEMPLATE_WORDINGS, ...PICTURES_OF_AGENCIES], templateRule],
  ['that close an article', CLOSING_NOTES, closingNoteRule],
  ['that head what is said of the writer', WRITER_HEADINGS, finderOf(WRITER_HEADINGS)],
  ['for those who cite', CITING, finderOf(CITING)],
];

describe.each(lists)('wordings %s', (_, wordings, find) => {
  test.each(wordings.map((wording) => [wording.name, wording] as const))('%s', (_name, wording) => {
    const { pattern, mostCharacters } = ruleOf(wording);
    expect(wording.drops.length).toBeGreaterThanOrEqual(2);
    expect(wording.keeps.length).toBeGreaterThanOrEqual(2);
    for (const line of wording.drops) {
      expect([line, pattern.test(line) && line.length <= mostCharacters]).toEqual([line, true]);
      expect([line, find(line) !== undefined]).toEqual([line, true]);
    }
    for (const line of wording.keeps) expect([line, find(line)]).toEqual([line, undefined]);
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
    expect([name, finderOf(all.filter((wording) => wording.name === name))(line)]).toEqual([
      name,
      undefined,
    ]);
  }
});
