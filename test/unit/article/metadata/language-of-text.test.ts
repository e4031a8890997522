import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMMON_WORDS, languageOfText } from '../../../../src/article/metadata/language-of-text.ts';
import { rowTexts } from '../../../support/patterns/row-texts.ts';

test.each(COMMON_WORDS)(
  'a text of the common words of $language is in it, or in one near to it',
  (row) => {
    const found = languageOfText(`${row.words} `.repeat(3));
    expect(
      found === undefined ||
        (found.hits.get(found.language) ?? 0) >= (found.hits.get(row.language) ?? 0),
    ).toBe(true);
  },
);

test.each([
  [
    'The harbour authority said that the ferry to the islands was late and that it is for them to say.',
    'en',
  ],
  [
    'Die Behörde teilte mit, dass der Anleger nicht von den Fähren und auch nicht für Busse ist.',
    'de',
  ],
  [
    '港务局周二表示，潜水员在两根支撑主码头的混凝土桩上发现裂缝，渡轮码头将至少关闭十天。平日约有四千名通勤者。',
    'zh',
  ],
  [
    '港の評議会は金曜日、新しい防波堤が冬の嵐の前に完成すると述べ、住民に感謝した。渡し船は来週から再び運航する。',
    'ja',
  ],
  [
    'Η λιμενική αρχή ανακοίνωσε την Τρίτη ότι ο σταθμός θα παραμείνει κλειστός για δέκα ημέρες.',
    'el',
  ],
])('%s', (text, language) => {
  expect(languageOfText(text)?.language).toBe(language);
});

test.each([
  '',
  'Short.',
  'Rimini Cattolica Pesaro Fano Senigallia Ancona Civitanova Pescara Vasto',
])('a text that is short or of names alone tells no language: %s', (text) => {
  expect(languageOfText(text)).toBeUndefined();
});

test('each word that test/fixtures/row-texts keeps speaks for its languages, in equal parts', () => {
  const kept = rowTexts('COMMON_WORDS').map((line) => {
    const [word = '', languages = ''] = line.split(' = ');
    return { word, languages: languages.split(' ') };
  });
  const alone = new Map(
    kept.flatMap(({ word, languages: [one = '', ...more] }) =>
      more.length > 0 ? [] : [[one, word] as const],
    ),
  );
  const told = (word: string, language: string) => {
    const found = languageOfText(`${word} ${alone.get(language)} `.repeat(40));
    const hits = [...(found?.hits ?? [])].map(([one, sum]) => [one, Math.round(sum)] as const);
    return [found?.language, Object.fromEntries(hits.filter(([, sum]) => sum > 0))];
  };
  const wrong = kept.filter(({ word, languages }) => {
    const [language = ''] = languages;
    const part = Math.round(40 / languages.length);
    const expected = languages.map((one) => [one, one === language ? part + 40 : part] as const);
    return !isDeepStrictEqual(told(word, language), [language, Object.fromEntries(expected)]);
  });
  expect(wrong).toEqual([]);
});

test('words of another script that a text quotes say nothing of its language', () => {
  const own = 'the harbour and the boats of the islands ';
  expect(languageOfText(`${own.repeat(3)}${'и '.repeat(20)}`)?.language).toBe('en');
});

test('a text with Japanese letters among Chinese signs is Japanese, with a few quoted it is Chinese', () => {
  const signs = '港口船只岛屿码头渡轮'.repeat(9);
  expect(languageOfText(signs + 'の'.repeat(11))?.language).toBe('ja');
  expect(languageOfText(signs + 'の'.repeat(9))?.language).toBe('zh');
});

test('a text in letters of many scripts, none of which has most of it, tells no language', () => {
  expect(languageOfText('αβγδεζηθικ'.repeat(3) + 'אבגדהוזחטי'.repeat(3))).toBeUndefined();
});

test('a language is told where it has one and a half times the words of the next', () => {
  const told = (own: number) => languageOfText('og '.repeat(16) + 'blev '.repeat(own))?.language;
  expect([told(3), told(4)]).toEqual([undefined, 'da']);
});

test.each([
  ['항구', 'ko'],
  ['ท่าเรือ', 'th'],
  ['נמל', 'he'],
  ['λιμάνι', 'el'],
  ['ნავსადგური', 'ka'],
  ['նավահանգիստ', 'hy'],
  ['বন্দর', 'bn'],
  ['துறைமுகம்', 'ta'],
  ['ఓడరేవు', 'te'],
  ['બંદર', 'gu'],
  ['ਬੰਦਰਗਾਹ', 'pa'],
  ['ಬಂದರು', 'kn'],
  ['തുറമുഖം', 'ml'],
  ['වරාය', 'si'],
  ['កំពង់ផែ', 'km'],
  ['ທ່າເຮືອ', 'lo'],
  ['ဆိပ်ကမ်း', 'my'],
  ['ወደብ', 'am'],
  ['みなと', 'ja'],
  ['ミナト', 'ja'],
  ['港口', 'zh'],
  ['порт', 'ru'],
  ['ميناء', 'ar'],
  ['बंदरगाह', 'hi'],
])('a text of the word %s alone is in %s by its script', (word, language) => {
  expect(languageOfText(`${word} `.repeat(80))?.language).toBe(language);
});

test.each(['порт', 'ميناء', '港口', 'の'])(
  'a word alone is no text that tells its language: %s',
  (word) => {
    expect(languageOfText(word)).toBeUndefined();
  },
);

describe('a text is told by its common words', () => {
  const rows = COMMON_WORDS.map(({ language, words }) => ({ language, words: words.split(' ') }));
  const others = new Set(rows.flatMap(({ language, words }) => (language === 'en' ? [] : words)));
  const english = rows.find(({ language }) => language === 'en')!.words;
  const [own = ''] = english.filter((word) => !others.has(word) && word.length > 2);
  /** So many English words among others that are in no language. */
  const textOf = (common: number, strange: number) =>
    [...Array<string>(common).fill(own), ...Array<string>(strange).fill('zzzzz')].join(' ');
  const told = (text: string) => languageOfText(text)?.language;

  test('of which four are enough, and three are not', () => {
    expect([told(textOf(3, 10)), told(textOf(4, 10))]).toEqual([undefined, 'en']);
  });

  test('that are an eighth of it, a little less', () => {
    expect([told(textOf(11, 89)), told(textOf(12, 88))]).toEqual([undefined, 'en']);
  });

  test('where it has forty letters', () => {
    const letters = own.length * 4;
    const filled = (count: number) => `${textOf(4, 0)} ${'z'.repeat(count - letters)}`;
    expect([told(filled(39)), told(filled(40))]).toEqual([undefined, 'en']);
  });

  test('in ten parts of it, of which the first is its beginning and the last its end', () => {
    const [foreign, known] = ['zzzz '.repeat(30), textOf(80, 0).padEnd(150).slice(0, 150)];
    const between = 'qqqqq '.repeat(1_000);
    const knownIn = (part: number) =>
      told(Array.from({ length: 10 }, (_, at) => (at === part ? known : foreign)).join(between));
    expect(Array.from({ length: 10 }, (_, part) => knownIn(part))).toEqual(Array(10).fill('en'));
    expect(knownIn(10)).toBeUndefined();
  });

  test('whole up to 1,500 characters, and nowhere between the parts of a longer one', () => {
    const known = `${textOf(30, 0)} `;
    const around = 1_500 - known.length;
    const put = (after: number) => `${'z'.repeat(200)} ${known}${'z'.repeat(after - 201)}`;
    expect([told(put(around)), told(put(10_000))]).toEqual(['en', undefined]);
  });

  test('of the script that more than half of its letters are in', () => {
    const latin = textOf(20, 0);
    const letters = latin.replaceAll(' ', '').length;
    const greek = (count: number) => `${latin} ${'α'.repeat(count)}`;
    expect([told(greek(letters - 1)), told(greek(letters)), told(greek(letters + 1))]).toEqual([
      'en',
      undefined,
      'el',
    ]);
  });
});

test('what others are quoted with at length at the beginning does not make a text theirs', () => {
  const quoted =
    'The boats of the harbour have been at sea for a week, and they were said to be late. ';
  const own =
    'Die Boote des Hafens sind seit einer Woche auf See, und es ist nicht die erste Verspätung. ';
  const text = quoted.repeat(14) + own.repeat(40);
  expect(languageOfText(text)?.language).toBe('de');
});

test.each([
  ['a letter with a mark of its own', 't\u00e9t '],
  ['a mark apart from its letter', 'te\u0301t '],
  ['a Vietnamese letter', 't\u1ea3t '],
])('a word with %s is one word', (_, word) => {
  // In pieces each would be two, so that a fifteenth of all were common in place of an eighth.
  const strange = word.repeat(28);
  expect(languageOfText(`${'und nicht '.repeat(2)}${strange}`)?.language).toBe('de');
});
