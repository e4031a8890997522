import { expect, test } from 'vitest';
import type { RowPattern } from '../../../src/pattern-rows.ts';
import { withoutEachAlternative, wordsWithoutEdge } from './alternatives.ts';
import { rowTexts } from './row-texts.ts';

/** What a pattern finds in a text, and where; undefined where it finds nothing. */
function found(pattern: RegExp, text: string): string | undefined {
  const { index, 0: match } = new RegExp(pattern.source, pattern.flags).exec(text) ?? {};
  return match === undefined ? undefined : `${index}: ${match}`;
}

/**
 * Each row finds its texts by itself, all rows leave alone what each passes, and no alternative is there for nothing.
 * @param alternatives are listed one by one in a test of their own where rows show a few of them only
 */
export function walkRows(
  name: string,
  { rows, any, only }: RowPattern,
  alternatives: 'shown' | 'listed elsewhere' = 'shown',
): void {
  test.each(rows.map((row) => [row.name, row] as const))(`${name}: %s`, (_name, row) => {
    const texts = [...row.finds, ...row.passes];
    const results = (source: string) => texts.map((text) => found(only(source), text));
    const own = results(row.pattern);

    expect(wordsWithoutEdge(only(row.pattern).source)).toEqual([]);
    expect([row.finds.length >= 2, row.passes.length >= 2]).toEqual([true, true]);
    expect(row.finds.filter((_text, at) => own[at] === undefined)).toEqual([]);
    expect(row.passes.filter((text) => found(any, text) !== undefined)).toEqual([]);
    if (alternatives === 'listed elsewhere') return;
    const idle = withoutEachAlternative(row.pattern).filter(({ rest }) =>
      results(rest).every((result, at) => result === own[at]),
    );
    expect(idle.map(({ alternative }) => alternative)).toEqual([]);
  });

  test(`${name}: every row has a name of its own`, () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  });

  test(`${name}: what test/fixtures/row-texts keeps is found, and holds a text of every row`, () => {
    const texts = rowTexts(name);
    expect(texts.filter((text) => found(any, text) === undefined)).toEqual([]);
    const unseen = rows.filter(({ pattern }) =>
      texts.every((text) => found(only(pattern), text) === undefined),
    );
    expect(unseen.map((row) => row.name)).toEqual([]);
  });
}
