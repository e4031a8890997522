import { expect } from 'vitest';
import { ruleOf, type Wording } from '../../../../../src/article/text/wordings/wording.ts';

/** Expects rows of names of their own, each of which fits its own examples and no line above its bound. */
export function expectRows(rows: readonly Wording[]): void {
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  for (const row of rows) {
    const { pattern, mostCharacters } = ruleOf(row);
    const missed = row.drops.filter((line) => !pattern.test(line) || line.length > mostCharacters);
    expect([row.name, missed]).toEqual([row.name, []]);
  }
}
