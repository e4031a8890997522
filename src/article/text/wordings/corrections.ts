import type { Wording } from './wording.ts';

// What publishers print where they mend or explain their own text. `drops` are lines that such a wording finds, `keeps`
// are sentences of articles that it must not.

/** A day, an hour or both, with or without brackets, between a label and its colon. */
const WHEN = String.raw`(?:[\s,(\[]{1,3}(?:\d:\d|[^:：—–]){0,50}?\d(?:\d:\d|[^:：—–]){0,30}?)?[)\]]?`;
const PARTED = String.raw`\s*(?:[:：](?!\d)|\s[—–-]{1,2}\s)\s*\S`;

const labelPattern = (labels: string): RegExp =>
  new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${labels})${WHEN}${PARTED}`, 'iu');

type CorrectionLabel = Pick<Wording, 'name' | 'languages' | 'drops' | 'keeps'> & { labels: string };

const label = ({ labels, ...row }: CorrectionLabel): Wording => ({
  ...row,
  appliesTo: 'pattern',
  mostCharacters: 2_000,
  pattern: labelPattern(labels),
});

/** Labels before a colon or a dash. One alone does not decide: a list may hold the word as well. */
export const CORRECTION_LABELS: Wording[] = [
  label({
    name: 'correction-label-english',
    languages: 'en',
    labels: `corrections?|clarifications?|correction and clarification|erratum|editor['’]?s?['’]? note|note from the editors?`,
    drops: [
      'Correction: The ferry sails at nine, not at ten.',
      'CORRECTION (Nov. 3, 2026, 10:30 a.m.): The ferry has two masts.',
      'Editor’s note: The mayor owns a share of the ferry.',
    ],
    keeps: [
      'Correction of the accounts took a year.',
      'The correction: nine per cent in a week, the worst since spring.',
    ],
  }),
  label({
    name: 'correction-label-german',
    languages: 'de',
    labels: `korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|anm(?:erkung|\\.) d(?:er|\\.) red(?:aktion|\\.)|hinweis der redaktion`,
    drops: [
      'Berichtigung vom 3. November 2026: Die Fähre hat zwei Masten.',
      'Anm. d. Red.: In einer früheren Fassung hieß der Kapitän Lee.',
    ],
    keeps: [
      'Die Korrektur: neun Prozent in einer Woche.',
      'Berichtigung und Strafe verlangt der Rat der Stadt.',
    ],
  }),
  label({
    name: 'correction-label-romance',
    languages: 'fr es pt it ro ca',
    labels: `rectificatif|correction|précision|erratum|note de la rédaction|ndlr|fe de erratas?|correcci[oó]n|rectificaci[oó]n|aclaraci[oó]n|nota del? (?:la )?(?:editor|redacci[oó]n)|correç[aã]o|erramos|errata(?: corrige)?|nota d[oa] (?:editor|redação)|correzione|rettifica|precisazione|nota della redazione|ndr`,
    drops: [
      'Rectificatif du 3 novembre 2026 : le ferry a deux mâts.',
      'Fe de erratas: el barco zarpa a las nueve.',
      'Errata corrige: il traghetto parte alle nove.',
    ],
    keeps: [
      'La rectification du budget prendra un an.',
      'Corrección de cuentas y multas pide el consejo.',
    ],
  }),
  label({
    name: 'correction-label-northern',
    languages: 'nl sv da nb fi is',
    labels: `correctie|rectificatie|verduidelijking|noot van de redactie|rättelse|förtydligande|rettelse|presisering|præcisering|oikaisu|korjaus|leiðrétting`,
    drops: ['Rättelse: Färjan går klockan nio.', 'Oikaisu 3.11.2026: Lautalla on kaksi mastoa.'],
    keeps: ['Rättelsen kom för sent, sade hon.', 'Correctie van de kaart duurde een jaar.'],
  }),
  label({
    name: 'correction-label-eastern',
    languages: 'pl cs sk hu hr sr sl ru uk bg tr el',
    labels: `sprostowanie|korekta|od redakcji|oprava|helyesbítés|ispravak|popravek|исправление|поправка|уточнение|от редакции|виправлення|düzeltme|editörün notu|διόρθωση`,
    drops: [
      'Sprostowanie: prom odpływa o dziewiątej.',
      'Поправка от 3.11.2026: паром отходит в девять.',
    ],
    keeps: ['Sprostowanie przyszło za późno.', 'Поправка к закону принята в четверг.'],
  }),
  label({
    name: 'correction-label-asian-african',
    languages: 'ar fa he hi bn th vi id ms sw',
    labels: `تصحيح|تصويب|توضيح|اصلاحیه|תיקון|הבהרה|सुधार|भूल सुधार|स्पष्टीकरण|সংশোধনী|แก้ไข|đính chính|ralat|koreksi|catatan redaksi|masahihisho`,
    drops: ['تصحيح: العبارة تغادر في التاسعة.', 'Ralat: Feri berangkat pukul sembilan.'],
    keeps: ['تصحيح المسار يحتاج إلى عام كامل.', 'Koreksi pasar terjadi pada hari Kamis.'],
  }),
  label({
    name: 'correction-label-cjk',
    languages: 'ja zh ko',
    labels: `訂正(?:して)?(?:とお詫び|お詫びします)?|お詫びと訂正|編集部注|更正|更正启事|勘误|勘誤|编者按|編者按|编者注|정정|바로잡습니다|편집자 ?주`,
    drops: ['訂正：船は九時に出ます。', '更正：渡轮九点开。', '정정: 배는 아홉 시에 떠난다.'],
    keeps: ['訂正を求める声が上がった。', '更正后的数字更高。'],
  }),
];

/** Words of a sentence that says what was wrong, by the first language that has them. */
const WRONG_WORDS = [
  '\\b(?:article|story|version|headline|caption)',
  '\\b(?:misspell|misspelt|misstat|misidentif|incorrect|erroneous|wrong|mistake|amended|corrected|updated)',
  '\\b(?:text|fassung|fehler|falsch|irrtümlich|korrigiert)',
  '\\b(?:erreur|erroné|corrigé)',
  '\\b(?:art[ií]culo|errónea|por error|corregid)',
  '\\b(?:artigo|reportagem|erroneamente|incorret|corrigid)',
  '\\b(?:articolo|errore|corrett)',
  '(?:artikel|felaktig|fejl|feil|virheel|artykuł|błęd|ошиб|неверно|статье|خطأ|गलत|誤り|有误|错误|오류)',
];

/** The second sign beside a label. */
export const SAYS_WHAT_WAS_WRONG = new RegExp(WRONG_WORDS.join('|'), 'iu');
