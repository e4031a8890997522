import { expect, test } from 'vitest';
import { ERROR_WORDS, OF_A_PROGRAM, tellsOfAnError } from '../../../src/record/error-entry.ts';
import { walkRows } from '../../support/patterns/walked-rows.ts';

const list = (words: string) => words.split('|');

test.each(
  list(
    'error|errors|exception|exceptions|failed|failure|fehler|erreur|erreurs|errore|errores|erro|erros|fout|foutmelding|fel|feil|fejl|virhe|błąd|chyba|hiba|eroare|hata|грешка|ошибка|помилка|σφάλμα|lỗi|kesalahan|galat|エラー|错误|錯誤|오류|خطأ|שגיאה|ข้อผิดพลาด',
  ),
)('"%s" beside a status is a program’s', (word) => {
  expect(tellsOfAnError({ title: `Bridge ${word} 503` })).toBe(true);
  expect(tellsOfAnError({ title: `The ${word} of the captain` })).toBe(false);
});

test.each(
  list(
    '404|500|feed|feeds|rss|atom|bridge|scraper|crawler|parser|proxy|server|http|timeout|time-out|gateway|flux|lenker|канал|ленты|フィード|サーバ|サーバー|服务器|伺服器|서버|피드|IOException|TypeError',
  ),
)('"%s" beside an error is a program’s', (word) => {
  expect(tellsOfAnError({ title: `error: ${word}` })).toBe(true);
});

test.each(['error 4040', 'error 300', 'terrors of feeders', 'Feed the birds', null])(
  '%s is none',
  (title) => {
    expect(tellsOfAnError({ title })).toBe(false);
  },
);

walkRows('ERROR_WORDS', ERROR_WORDS);
walkRows('OF_A_PROGRAM', OF_A_PROGRAM);
