import { expect, test } from 'vitest';
import { READ_ON_WORDS } from '../../../../src/page/teaser/read-on-words.ts';

test('each language is listed once, with words in lower case that no other row of it repeats', () => {
  const languages = READ_ON_WORDS.map(({ language }) => language);
  expect(new Set(languages).size).toBe(languages.length);
  for (const { words } of READ_ON_WORDS) {
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(words.map((word) => word.toLowerCase().trim()));
  }
});

// Feeds are written in many languages; a row or a word that is lost here leaves its words in summaries.
test.each([
  'en: continue reading, keep reading, read more, read on, read the full article, read the full story, read full story, read the rest, full story, more',
  'de: weiterlesen, mehr lesen, weiter lesen, zum artikel, mehr',
  "fr: lire la suite, lire plus, lire l'article, en savoir plus",
  'es: seguir leyendo, leer más, continuar leyendo, sigue leyendo',
  'it: leggi tutto, continua a leggere, leggi di più',
  'pt: ler mais, leia mais, continue lendo, continuar a ler',
  'nl: lees meer, lees verder, verder lezen',
  'pl: czytaj więcej, czytaj dalej',
  'sv: läs mer, fortsätt läsa',
  'nb: les mer, fortsett å lese',
  'da: læs mere, læs videre',
  'fi: lue lisää, jatka lukemista',
  'cs: číst dál, číst více, pokračovat ve čtení',
  'hu: tovább olvasom, bővebben',
  'ro: citește mai mult, citește mai departe',
  'tr: devamını oku, okumaya devam et, devamı',
  'ru: читать далее, читать дальше, подробнее',
  'uk: читати далі, докладніше',
  'el: διαβάστε περισσότερα, συνέχεια ανάγνωσης',
  'ar: اقرأ المزيد, متابعة القراءة, قراءة المزيد',
  'fa: ادامه مطلب, بیشتر بخوانید',
  'he: המשך קריאה, קרא עוד',
  'hi: और पढ़ें, पढ़ना जारी रखें',
  'id: baca selengkapnya, baca lebih lanjut, selengkapnya',
  'fil: magpatuloy sa pagbabasa, basahin pa, magbasa pa',
  'vi: đọc tiếp, xem thêm, đọc thêm',
  'th: อ่านต่อ, อ่านเพิ่มเติม',
  'ja: 続きを読む, もっと読む',
  'zh: 阅读全文, 阅读更多, 继续阅读, 閱讀全文, 繼續閱讀',
  'ko: 더 보기, 더 읽기, 계속 읽기',
])('%s', (row) => {
  const [language, words = ''] = row.split(': ');
  const known = READ_ON_WORDS.find((one) => one.language === language)?.words;
  expect(known).toEqual(expect.arrayContaining(words.split(', ')));
});
