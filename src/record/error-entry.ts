import type { Entry } from '../feed/entry.ts';

/** The word for an error as programs print it, in the languages of their makers. */
const ERROR =
  /(?<!\p{L})(?:errors?|exceptions?|failed|failure|fehler|erreurs?|errore|errores|erro|erros|fout|foutmelding|fel|feil|fejl|virhe|błąd|chyba|hiba|eroare|hata|грешка|ошибка|помилка|σφάλμα|lỗi|kesalahan|galat)(?!\p{L})|エラー|错误|錯誤|오류|خطأ|שגיאה|ข้อผิดพลาด/iu;

/** What makes it a program's own: a status of HTTP, the name of an exception, or what fetches feeds. */
const OF_A_PROGRAM =
  /(?<!\p{N})[45]\d\d(?!\p{N})|\p{L}(?:Exception|Error)(?!\p{L})|(?<!\p{L})(?:feeds?|rss|atom|bridge|scraper|crawler|parser|proxy|server|http|timeout|time-?out|gateway|flux|lenker|канал|лент\p{L}*)(?!\p{L})|フィード|サーバー?|服务器|伺服器|서버|피드/iu;

/** Whether an entry tells, by its headline, of an error of the program that makes the feed. */
export function tellsOfAnError({ title }: Pick<Entry, 'title'>): boolean {
  return title !== null && ERROR.test(title) && OF_A_PROGRAM.test(title);
}
