import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../../../src/article/metadata/language.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const languageOf = (stated: string, text: string) =>
  findLanguage(pageOf(`<html lang="${stated}">`), text)?.value;

const ENGLISH =
  'The boats of the harbour have been at sea for a week, and they were said to be late.';
const RUSSIAN =
  'Паром не вышел из порта, и это было на неделе, после того как за ним пришли от города.';
const ARABIC =
  'قال أن السفينة التي في الميناء من الجزيرة إلى الساحل بعد هذا اليوم على البحر مع الركاب.';
const HEBREW = 'המעבורת לאיים יצאה באיחור גם היום והנוסעים חיכו שעות ארוכות על הרציף';
const CHINESE =
  '港务局周二表示，潜水员在两根支撑主码头的混凝土桩上发现裂缝，渡轮码头将至少关闭十天。平日约有四千名通勤者。';

describe('a language that is written in several scripts is believed of a text in another than its usual one', () => {
  test.each([
    ['az', RUSSIAN],
    ['uz', RUSSIAN],
    ['bs', RUSSIAN],
    ['tk', RUSSIAN],
    ['ku', RUSSIAN],
    ['ms', ARABIC],
    ['sr-Latn', ENGLISH],
    ['kk', ENGLISH],
    ['mn', ENGLISH],
    ['tt', ENGLISH],
    ['ky', ENGLISH],
    ['pa', ARABIC],
  ])('%s', (stated, text) => {
    expect(languageOf(stated, text)).toBe(stated);
  });

  test.each([
    ['tr', RUSSIAN, 'ru'],
    ['bg', ENGLISH, 'en'],
    ['yue', ENGLISH, 'en'],
    ['he', ENGLISH, 'en'],
  ])('and not %s, which has one', (stated, text, language) => {
    expect(languageOf(stated, text)).toBe(language);
  });
});

describe('a language that has another name', () => {
  test.each(['no', 'nn', 'nb-NO', 'bs', 'ms', 'in'])(
    'is contradicted by a text in English: %s',
    (stated) => {
      expect(languageOf(stated, ENGLISH.repeat(3))).toBe('en');
    },
  );

  test.each([
    ['no', 'Fergen ble forsinket, og det er ikke seg selv likt etter at den har vært på land.'],
    ['nn', 'Fergen ble forsinket, og det er ikke seg selv likt etter at den har vært på land.'],
    ['iw', HEBREW],
    ['yue', CHINESE],
  ])('stays where the text is in it: %s', (stated, text) => {
    expect(languageOf(stated, text)).toBe(stated);
  });
});

test('a language near to that of the text stays up to three times as many words of the other', () => {
  const danish = (own: number) => 'og '.repeat(8) + 'blev '.repeat(own);
  expect([languageOf('nb', danish(8)), languageOf('nb', danish(9))]).toEqual(['nb', 'da']);
  expect(languageOf('da', danish(9))).toBe('da');
});

test('a tag that no language has is believed of no text', () => {
  expect(languageOf('qaa', ENGLISH)).toBe('qaa');
  expect(findLanguage(pageOf('<p>'), ENGLISH)).toMatchObject({
    value: 'en',
    from: 'text',
    layer: 'the words of the text',
  });
});

test('structured data states the language before the root element, and that before metadata', () => {
  const ld = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'H', author: 'A', inLanguage: 'de' })}</script>`;
  const layer = (html: string) => findLanguage(pageOf(html), '')?.layer;
  const meta = '<meta name="language" content="it">';
  expect(layer(`<html lang="fr">${ld}${meta}`)).toBe('structured data');
  expect(layer(`<html lang="fr">${meta}`)).toBe('the root element');
  expect(layer(meta)).toBe('metadata');
});
