import { expect, test } from 'vitest';
import { findLanguage } from '../../../../src/article/metadata/language.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const ld = (language: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'H', author: 'A', inLanguage: language })}</script>`;

test.each([
  [`<html lang="de">${ld('en-GB')}`, 'en-GB', 'jsonld'],
  ['<html lang="de"><meta name="language" content="fr">', 'de', 'meta'],
  ['<html xml:lang="pt_br">', 'pt-BR', 'meta'],
  [`<html lang="de-AT">${ld('Deutsch, Österreich')}`, 'de-AT', 'jsonld-none'],
  ['<html lang=" EN-us ">', 'en-US', 'meta'],
  ['<html lang="zh-hant-tw">', 'zh-Hant-TW', 'meta'],
  [ld({ name: 'es' }), 'es', 'jsonld'],
] as const)('%s is %s', (html, value, from) => {
  expect(findLanguage(pageOf(html), '')).toMatchObject({
    value,
    from: from === 'jsonld-none' ? 'meta' : from,
  });
});

const NAMES = ['dc.language', 'dcterms.language', 'language', 'og:locale', 'content-language'];

test.each(NAMES)('%s says the language, before those that follow', (name) => {
  const after = NAMES.slice(NAMES.indexOf(name) + 1).map(
    (one) => `<meta name="${one}" content="de">`,
  );
  const html = `${after.join('')}<meta name="${name}" content="en_GB">`;
  expect(findLanguage(pageOf(html), '')?.value).toBe('en-GB');
});

test('where nothing is a language tag there is none', () => {
  expect(
    findLanguage(pageOf('<html lang="in English"><meta name="language" content="x">'), ''),
  ).toBeUndefined();
  expect(findLanguage(pageOf('<p>'), '')).toBeUndefined();
});

const TEXTS = {
  en: 'The harbour authority said on Tuesday that the ferry terminal was closed for ten days after divers found cracks in two of the piles, and that the buses have to leave from the customs house.',
  es: 'La autoridad portuaria informó este martes de que la terminal de ferris permanecerá cerrada al menos diez días después de que los buzos hallaran grietas en dos de los pilotes del muelle.',
  de: 'Die Hafenbehörde teilte am Dienstag mit, dass der Fähranleger für zehn Tage geschlossen bleibt, weil Taucher Risse in den Pfählen gefunden haben, und dass die Busse von dem alten Zollhaus und nicht von der Brücke abfahren.',
  fr: 'Les autorités du port ont annoncé mardi que le terminal des ferries est fermé pour dix jours, car les plongeurs ont trouvé des fissures dans deux des pieux, et que les bus partent de la vieille douane.',
  sv: 'Hamnen meddelade på tisdagen att färjeläget är stängt i tio dagar, för att dykare har hittat sprickor i två av pålarna, och att bussarna inte går från bron som var stängd.',
  ru: 'Администрация порта сообщила во вторник, что паромный терминал будет закрыт как минимум на десять дней после находки трещин в двух сваях.',
  uk: 'Адміністрація порту повідомила у вівторок, що паромний термінал буде закритий на десять днів, і що автобуси також від’їжджають з площі, як це було до ремонту, та про це не за день.',
  el: 'Η λιμενική αρχή ανακοίνωσε την Τρίτη ότι ο τερματικός σταθμός θα παραμείνει κλειστός για δέκα ημέρες.',
  zh: '港务局周二表示，潜水员在两根支撑主码头的混凝土桩上发现裂缝，渡轮码头将至少关闭十天。平日约有四千名通勤者乘坐渡轮。',
  ja: '港湾局は火曜日、桟橋を支える二本の杭にひび割れが見つかったため、フェリー乗り場を少なくとも十日間閉鎖すると発表した。',
  ar: 'قالت سلطة الميناء إن محطة العبارات ستبقى مغلقة عشرة أيام على الأقل بعد أن وجد الغواصون شقوقا في دعامتين من الخرسانة.',
  hi: 'बंदरगाह प्राधिकरण ने मंगलवार को कहा कि दो खंभों में दरारें मिलने के बाद घाट कम से कम दस दिन बंद रहेगा।',
};
const texts = Object.entries(TEXTS);

test.each(texts)(
  'a template that states another language than %s is contradicted by its text',
  (language, text) => {
    for (const stated of ['en-US', 'de', 'ja', 'ru'].filter((tag) => !tag.startsWith(language))) {
      const found = findLanguage(pageOf(`<html lang="${stated}">`), text);
      expect.soft([stated, found?.value, found?.from]).toEqual([stated, language, 'text']);
    }
  },
);

test.each(texts)(
  'what a page states of a text in %s stays, and a page that states nothing has its text’s',
  (language, text) => {
    expect(findLanguage(pageOf(`<html lang="${language}-XA">`), text)?.value).toBe(
      `${language}-XA`,
    );
    expect(findLanguage(pageOf('<p>'), text)?.value).toBe(language);
  },
);

test.each([
  ['gl', TEXTS.es],
  ['eo', TEXTS.en],
  [
    'sr-Latn',
    'Luka je u utorak saopštila da je terminal zatvoren za deset dana i da su ronioci našli pukotine.',
  ],
  ['en', 'Short.'],
  [
    'en',
    'Rimini Cattolica Pesaro Fano Senigallia Ancona Civitanova Pescara Vasto Termoli Foggia Bari',
  ],
])('a stated language that its text does not plainly contradict stays: %s', (stated, text) => {
  expect(findLanguage(pageOf(`<html lang="${stated}">`), text)?.value).toBe(stated);
});

test('an empty language says nothing', () => {
  expect(findLanguage(pageOf('<html lang="">'), TEXTS.de)?.value).toBe('de');
  expect(findLanguage(pageOf('<html lang="">'), '')).toBeUndefined();
});
