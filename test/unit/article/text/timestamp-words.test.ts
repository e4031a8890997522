import { describe, expect, test } from 'vitest';
import { isTimestamp } from '../../../../src/article/text/timestamp.ts';
import { TIMESTAMP_LABELS, WORDS_OF_A_DATE } from '../../../../src/article/text/timestamp-words.ts';

describe.each([
  ['labels', TIMESTAMP_LABELS],
  ['of a date', WORDS_OF_A_DATE],
])('words: %s', (_what, rows) => {
  test.each(rows.map((row) => [row.languages, row] as const))('%s', (_languages, row) => {
    expect([row.finds.length >= 2, row.passes.length >= 2]).toEqual([true, true]);
    expect(row.finds.filter((line) => !isTimestamp(line))).toEqual([]);
    expect(row.passes.filter((line) => isTimestamp(line))).toEqual([]);
  });
});

// Beside four words a day is a timestamp by its label alone.
test.each(
  'published updated posted modified edited created written asked answered aktualisiert aktualisierung veröffentlicht erstellt publiziert geschrieben publié mis jour publicado actualizado atualizado pubblicato aggiornato modifica uppdaterad publicerad publisert oppdatert opdateret publiceret gepubliceerd bijgewerkt opublikowano zaktualizowano aktualizováno güncelleme güncellenme yayınlanma обновлено опубликовано оновлено 更新 发布 發布 公開 配信 掲載 입력 수정'.split(
    ' ',
  ),
)('"%s" is a label', (word) => {
  expect(isTimestamp(`${word}: soup boats gulls nets 9.3.2026`)).toBe(true);
  expect(isTimestamp('soups: soup boats gulls nets 9.3.2026')).toBe(false);
});

test.each(
  'by von par por di door av af date datum fecha data am pm uhr hrs at on um le el of the de du do del den da om kl klo hs est edt last first letzte zuletzt article article’s today yesterday heute gestern hoy ayer hier vandaag gisteren včera dnes dziś wczoraj idag igår bugün dün'.split(
    ' ',
  ),
)('"%s" stands in a date', (word) => {
  expect(isTimestamp(`${word} 9.3.2026`)).toBe(true);
  expect(isTimestamp('soup 9.3.2026')).toBe(false);
});
