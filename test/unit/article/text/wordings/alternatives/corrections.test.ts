import { expect, test } from 'vitest';
import {
  CORRECTION_LABELS,
  SAYS_WHAT_WAS_WRONG,
} from '../../../../../../src/article/text/wordings/corrections.ts';
import { ruleOf } from '../../../../../../src/article/text/wordings/wording.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';
import { withoutEachAlternative } from '../../../../../support/patterns/alternatives.ts';

const labels = (words: string): string =>
  words
    .split('|')
    .map((word) => `${word}: Soup`)
    .join('|');

walkAlternatives(
  CORRECTION_LABELS,
  {
    'correction-label-english': labels(
      'Correction|Clarification|Correction and clarification|Erratum|Editors’ note|Note from the editor',
    ),
    'correction-label-german': labels(
      'Korrekturhinweis|Berichtigung|Richtigstellung|Klarstellung|Anmerkung der Redaktion|Anm. d. Red.|Hinweis der Redaktion',
    ),
    'correction-label-romance': labels(
      'Rectificatif|Correction|Précision|Erratum|Note de la rédaction|NDLR|Fe de erratas|Corrección|Rectificación|Aclaración|Nota del editor|Nota de la redacción|Correção|Erramos|Errata corrige|Nota do editor|Nota da redação|Correzione|Rettifica|Precisazione|Nota della redazione|NDR',
    ),
    'correction-label-northern': labels(
      'Correctie|Rectificatie|Verduidelijking|Noot van de redactie|Rättelse|Förtydligande|Rettelse|Presisering|Præcisering|Oikaisu|Korjaus|Leiðrétting',
    ),
    'correction-label-eastern': labels(
      'Sprostowanie|Korekta|Od redakcji|Oprava|Helyesbítés|Ispravak|Popravek|Исправление|Поправка|Уточнение|От редакции|Виправлення|Düzeltme|Editörün notu|Διόρθωση',
    ),
    'correction-label-asian-african': labels(
      'تصحيح|تصويب|توضيح|اصلاحیه|תיקון|הבהרה|सुधार|भूल सुधार|स्पष्टीकरण|সংশোধনী|แก้ไข|Đính chính|Ralat|Koreksi|Catatan redaksi|Masahihisho',
    ),
    'correction-label-cjk': labels(
      '訂正とお詫び|訂正してお詫びします|お詫びと訂正|編集部注|更正|更正启事|勘误|勘誤|编者按|編者按|编者注|정정|바로잡습니다|편집자 주',
    ),
  },
  [String.raw`\d:\d`, '[^:：—–]', String.raw`[:：](?!\d)`, String.raw`\s[—–-]{1,2}\s`],
);

test.each([
  ['Correction — Soup is cold.', true],
  ['Correction -- Soup is cold.', true],
  ['Correction：Soup is cold.', true],
  ['Correction, 10:30 a.m., 3 November: Soup is cold.', true],
  ['Correction (3 November, 10:30): Soup is cold.', true],
  ['Correction 10:30', false],
  ['Correction—soup', false],
])('Between a label and what it says stand a mark, a day and an hour: %s, %s', (line, fits) => {
  const english = CORRECTION_LABELS.find(({ languages }) => languages === 'en');
  expect(english && ruleOf(english).pattern.test(line)).toBe(fits);
});

test('Each word of a sentence that says what was wrong is there for a line.', () => {
  const lines =
    'article|story|version|headline|caption|misspelled|misspelt|misstated|misidentified|incorrect|erroneous|wrong|mistake|amended|corrected|updated|artikels|Text|Fassung|Fehler|falsch|irrtümlich|korrigiert|erreur|erroné|corrigé|artículo|errónea|por error|incorrecto|corregida|artigo|reportagem|erroneamente|incorreta|corrigida|articolo|errore|corretto|Fachartikel|felaktig|fejl|feil|virheellinen|artykuł|błędnie|ошибка|неверно|в статье|خطأ|गलत|誤り|有误|错误|오류'.split(
      '|',
    );
  const found = (pattern: RegExp, line: string) => pattern.exec(line)?.[0];
  expect(lines.filter((line) => found(SAYS_WHAT_WAS_WRONG, line) === undefined)).toEqual([]);
  const idle = withoutEachAlternative(SAYS_WHAT_WAS_WRONG.source).filter(({ rest }) =>
    lines.every((line) => found(new RegExp(rest, 'iu'), line) === found(SAYS_WHAT_WAS_WRONG, line)),
  );
  expect(idle.map(({ alternative }) => alternative)).toEqual([]);
});
