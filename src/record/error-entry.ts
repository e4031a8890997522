import type { Entry } from '../feed/entry.ts';
import { patternOfRows, wholeWord } from '../pattern-rows.ts';

/** The word for an error as programs print it, in the languages of their makers. */
export const ERROR_WORDS = patternOfRows(
  [
    {
      name: 'error-english',
      languages: 'en',
      pattern: wholeWord('errors?|exceptions?|failed|failure'),
      finds: ['Error 503', 'Exceptions', 'Fetch failed', 'Total failure'],
      passes: ['Terrors of the sea', 'Failing ferries'],
    },
    {
      name: 'error-romance',
      languages: 'fr it es pt ro',
      pattern: wholeWord('erreurs?|errore|errores|erro|erros|eroare'),
      finds: ['Erreurs', 'Errore 404', 'Errores', 'Erro no porto', 'Erros', 'Eroare'],
      passes: ['Errol sails', 'Erronea la rotta', 'Terrore in porto'],
    },
    {
      name: 'error-germanic',
      languages: 'de nl sv nb da fi',
      pattern: wholeWord('fehler|fout|foutmelding|fel|feil|fejl|virhe'),
      finds: ['Fehler 500', 'Fout', 'Foutmelding', 'Fel 404', 'Feil', 'Fejl', 'Virhe'],
      passes: ['Fehlerlos im Hafen', 'Felix und die Fähre'],
    },
    {
      name: 'error-eastern-europe',
      languages: 'pl cs hu tr bg ru uk el',
      pattern: wholeWord('błąd|chyba|hiba|hata|грешка|ошибка|помилка|σφάλμα'),
      finds: ['Błąd', 'Chyba', 'Hiba', 'Hata', 'Грешка', 'Ошибка', 'Помилка', 'Σφάλμα'],
      passes: ['Hatay limanı', 'Ошибкам нет места'],
    },
    {
      name: 'error-south-east-asia',
      languages: 'vi id th',
      pattern: `${wholeWord('lỗi|kesalahan|galat')}|ข้อผิดพลาด`,
      finds: ['Lỗi 404', 'Kesalahan', 'Galat', 'เกิดข้อผิดพลาด'],
      passes: ['Galatasaray menang', 'ผิดหวังที่ท่าเรือ'],
    },
    {
      name: 'error-in-signs',
      languages: 'ja zh ko ar he',
      pattern: 'エラー|错误|錯誤|오류|خطأ|שגיאה',
      finds: ['接続エラー', '发生错误', '發生錯誤', '오류 발생', 'حدث خطأ', 'שגיאה בדף'],
      passes: ['港の船', '渡轮迟到'],
    },
  ],
  'iu',
);

/** What makes it a program's own: a status of HTTP, the name of an exception, or what fetches feeds. */
export const OF_A_PROGRAM = patternOfRows(
  [
    {
      name: 'status',
      pattern: String.raw`(?<!\p{N})[45]\d\d(?!\p{N})`,
      finds: ['Error 404', 'status=500'],
      passes: ['4040 boats', 'Pier 300'],
    },
    {
      name: 'exception',
      pattern: String.raw`\p{L}(?:Exception|Error)(?!\p{L})`,
      finds: ['IOException: ferry', 'TypeError'],
      passes: ['Error', 'An exception to the rule', 'Exceptional boats'],
    },
    {
      name: 'what-fetches',
      pattern: wholeWord('feeds?|rss|atom|bridge|scraper|crawler|parser|gateway|flux|lenker'),
      finds: [
        'Feeds',
        'RSS of the port',
        'Atom',
        'Bridge failed',
        'Scraper',
        'Crawler',
        'Parser',
        'Bad gateway',
        'Flux',
        'Lenker',
      ],
      passes: ['Feeder ship', 'Atomic ferry'],
    },
    {
      name: 'what-answers',
      pattern: wholeWord('proxy|server|http|timeout|time-out'),
      finds: ['Proxy', 'Server down', 'HTTP', 'Timeout', 'Time-out'],
      passes: ['Servers of soup', 'Time is out'],
    },
    {
      name: 'what-fetches-cyrillic',
      languages: 'ru uk bg',
      pattern: wholeWord(String.raw`канал|лент\p{L}*`),
      finds: ['Канал', 'Ленты'],
      passes: ['Каналы порта', 'Плентий'],
    },
    {
      name: 'what-fetches-in-signs',
      languages: 'ja zh ko',
      pattern: 'フィード|サーバ|服务器|伺服器|서버|피드',
      finds: ['フィード', 'サーバー', '服务器', '伺服器', '서버', '피드'],
      passes: ['サービス', '服务'],
    },
  ],
  'iu',
);

/** Whether an entry tells, by its headline, of an error of the program that makes the feed. */
export function tellsOfAnError({ title }: Pick<Entry, 'title'>): boolean {
  return title !== null && ERROR_WORDS.any.test(title) && OF_A_PROGRAM.any.test(title);
}
