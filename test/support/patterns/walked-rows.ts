import { expect, test } from 'vitest';
import type { RowPattern } from '../../../src/pattern-rows.ts';
import { withoutEachAlternative } from './alternatives.ts';

const finds = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** Each row finds its texts by itself, all rows leave alone what each passes, and no alternative is there for nothing. */
export function walkRows(name: string, { rows, any, only }: RowPattern): void {
  test.each(rows.map((row) => [row.name, row] as const))(`${name}: %s`, (_name, row) => {
    expect([row.finds.length >= 2, row.passes.length >= 2]).toEqual([true, true]);
    const missed = (source: string) => row.finds.filter((text) => !finds(only(source), text));
    const caught = (source: string) => row.passes.filter((text) => finds(only(source), text));
    expect(missed(row.pattern)).toEqual([]);
    expect(row.passes.filter((text) => finds(any, text))).toEqual([]);
    const idle = withoutEachAlternative(row.pattern)
      .filter(({ rest }) => missed(rest).length === 0 && caught(rest).length === 0)
      .map(({ alternative }) => alternative);
    expect(idle).toEqual([]);
  });

  test(`${name}: every row has a name of its own`, () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  });
}
