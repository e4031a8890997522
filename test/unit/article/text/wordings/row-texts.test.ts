import { expect, test } from 'vitest';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../../../../../src/article/text/wordings/closing-notes.ts';
import { CORRECTION_SENTENCES } from '../../../../../src/article/text/wordings/correction-sentences.ts';
import { CORRECTION_LABELS } from '../../../../../src/article/text/wordings/corrections.ts';
import { finderOf, ruleOf } from '../../../../../src/article/text/wordings/wording.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';
import { rowTexts } from '../../../../support/patterns/row-texts.ts';

// Each text is found by one of its alternatives alone: without a row, or a part of it, one of them would be kept.
test.each(
  Object.entries({
    TEMPLATE_WORDINGS,
    CLOSING_NOTES,
    WRITER_HEADINGS,
    CITING,
    CORRECTION_LABELS,
    CORRECTION_SENTENCES,
  }),
)(
  '%s: what test/fixtures/row-texts keeps is found, and holds a line of every row',
  (list, rows) => {
    const find = finderOf(rows);
    const texts = rowTexts(list);
    expect(texts.filter((text) => find(text) === undefined)).toEqual([]);
    const unseen = rows
      .map(ruleOf)
      .filter(({ pattern }) => !texts.some((text) => pattern.test(text)));
    expect(unseen.map(({ wording }) => wording.name)).toEqual([]);
  },
);
