import { expect, test } from 'vitest';
import { VOICES } from '../../../../../src/article/text/wordings/voices.ts';
import { rowTexts } from '../../../../support/patterns/row-texts.ts';

// A line is judged by who speaks in it: without one of these words a template would pass for the article, or the
// article for a template.
test.each(rowTexts('VOICES').map((line) => /^(.+), (\w+): (.+)$/.exec(line)!.slice(1)))(
  'In %s, %s is told by every word that test/fixtures/row-texts keeps.',
  (language, kind, words) => {
    const voice = VOICES.find((one) => one.language === language);
    const known = String(voice?.[kind as keyof typeof voice]).split('|');
    expect(words!.split('|').filter((word) => !known.includes(word))).toEqual([]);
  },
);
