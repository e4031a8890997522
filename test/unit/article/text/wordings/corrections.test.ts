import { describe, expect, test } from 'vitest';
import {
  CORRECTION_LABELS,
  CORRECTION_SENTENCES,
} from '../../../../../src/article/text/wordings/corrections.ts';
import { finderOf, ruleOf } from '../../../../../src/article/text/wordings/wording.ts';

describe.each([
  ['labels', CORRECTION_LABELS],
  ['sentences', CORRECTION_SENTENCES],
])('%s', (_, wordings) => {
  const find = finderOf(wordings);

  test.each(wordings.map((wording) => [wording.name, wording] as const))('%s', (_name, wording) => {
    const { pattern } = ruleOf(wording);
    expect([wording.drops.length, wording.keeps.length]).toEqual([
      expect.toSatisfy((many: number) => many >= 2),
      expect.toSatisfy((many: number) => many >= 2),
    ]);
    for (const line of wording.drops) expect([line, pattern.test(line)]).toEqual([line, true]);
    for (const line of wording.keeps) expect([line, find(line)]).toEqual([line, undefined]);
  });
});
