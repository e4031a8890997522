import { expect, test } from 'vitest';
import { finderOf, ruleOf, type Wording } from '../../../src/article/text/wordings/wording.ts';

/** Each wording of a list finds its lines by itself, and the list leaves alone what each keeps. */
export function walkWordings(wordings: readonly Wording[]): void {
  const find = finderOf([...wordings]);
  test.each(wordings.map((wording) => [wording.name, wording] as const))('%s', (_name, wording) => {
    const { pattern } = ruleOf(wording);
    expect([wording.drops.length, wording.keeps.length]).toEqual([
      expect.toSatisfy((many: number) => many >= 2),
      expect.toSatisfy((many: number) => many >= 2),
    ]);
    for (const line of wording.drops) expect([line, pattern.test(line)]).toEqual([line, true]);
    for (const line of wording.keeps) expect([line, find(line)]).toEqual([line, undefined]);
  });
}
