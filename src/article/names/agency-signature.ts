import { anyCase } from '../../page/any-case.ts';
import { patternOfRows } from '../../pattern-rows.ts';
import { AGENCIES, type Agency } from './agencies.ts';

/** Scripts that set no blanks between words, so that a word in them has no edge to be seen. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A pattern for any of the words. The longest is first: the Australian Associated Press is another than the AP. */
function anyOf(words: string[]): string {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const unspaced = longestFirst
    .filter((word) => UNSPACED.test(word))
    .map((word) => RegExp.escape(word));
  const spaced = longestFirst
    .filter((word) => !UNSPACED.test(word))
    .map((word) => RegExp.escape(word));
  const edged = `(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
  return [edged, ...unspaced].join('|');
}

/** Initials of two letters are a person's as well. */
const MOST_OF_A_PERSONS_INITIALS = 2;
const isWord = (initials: string): boolean => initials.length > MOST_OF_A_PERSONS_INITIALS;

const ANY_NAME = anyOf(AGENCIES.flatMap(({ names }) => names));
const ANY_SIGN = anyOf(AGENCIES.flatMap(({ signs }) => signs));
const ANY_INITIALS = anyOf(AGENCIES.flatMap(({ alone }) => alone.filter(isWord)));
/** A pattern's part, for flag `u`: an agency where a line's form says that one stands there. */
export const ANY_AGENCY = `(?:${anyCase(ANY_NAME)}|${ANY_SIGN}|${ANY_INITIALS})`;

const NAMES = new RegExp(ANY_NAME, 'giu');
const SIGNS = new RegExp(ANY_SIGN, 'gu');

/** Turkish has a dotless i: "AJANSI" is "ajansı". */
const lower = (word: string): string => word.toLowerCase().replaceAll(/i\u0307|ı/gu, 'i');

function byWord(wordsOf: (agency: Agency) => string[], fold = (word: string) => word) {
  return new Map(AGENCIES.flatMap((one) => wordsOf(one).map((word) => [fold(word), one] as const)));
}

const BY_NAME = byWord(({ names }) => names, lower);
const BY_SIGN = byWord(({ signs }) => signs);
const BY_SIGN_IN_ANY_CASE = byWord(({ signs }) => signs, lower);
const BY_INITIALS = byWord(({ alone }) => alone);
const BY_INITIALS_IN_ANY_CASE = byWord(({ alone }) => alone, lower);

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const FIRST_WORDS = new Set(
  AGENCIES.flatMap(({ signs, alone, names }) =>
    [...signs, ...alone, ...names].map((word) => lower(word.match(WORDS)?.[0] ?? '')),
  ),
);

/** Whether a text has a word that agencies' names begin with: cheaper to ask than the names. */
export const mayNameAgency = (text: string): boolean =>
  (text.match(WORDS)?.some((word) => FIRST_WORDS.has(lower(word))) ?? false) || UNSPACED.test(text);

const agenciesNamedIn = (text: string): (Agency | undefined)[] =>
  mayNameAgency(text) ? [...text.matchAll(NAMES)].map(([name]) => BY_NAME.get(lower(name))) : [];

/** Which agencies a credit line, a licence's scope or a publisher's name names, in its own words. */
export function agenciesIn(text: string): Agency[] {
  const named = agenciesNamedIn(text);
  const rest = named.length > 0 ? text.replaceAll(NAMES, ' ') : text;
  const signed = [...rest.matchAll(SIGNS)].map(([sign]) => BY_SIGN.get(sign));
  const all = [...named, ...signed, BY_INITIALS.get(text.trim())];
  return [...new Set(all)].filter((one) => one !== undefined);
}

/** What else is known of a name: structured data types organizations. */
export type Signer = 'unknown' | 'organization';

/** The agency whose sign or name the whole of a text is. */
export function agencyOf(text: string, signer: Signer = 'unknown'): Agency | undefined {
  const known = BY_SIGN.get(text) ?? BY_NAME.get(lower(text));
  if (known) return known;
  if (signer === 'organization')
    return BY_SIGN_IN_ANY_CASE.get(lower(text)) ?? BY_INITIALS_IN_ANY_CASE.get(lower(text));
  return isWord(text) ? BY_INITIALS.get(text) : undefined;
}

/** The agency of a sign in brackets, where no person's initials stand: "(Ansa)", "(AA)". */
export const agencyOfSign = (text: string): Agency | undefined =>
  agencyOf(text) ?? BY_INITIALS.get(text) ?? BY_SIGN_IN_ANY_CASE.get(lower(text));

const MOST_OF_A_BYLINE = 140;
/** "Ann Lee with Reuters": who only helped does not sign. */
const HELPERS = /(?<=\S)\s+\(?(?:with|mit|avec|con|com|med|met)\s.*$/iu;
const JOINTS =
  /(?:(?<!\s)\s+)?(?:[,;|/()[\]•·&]|\s[-–—]\s|\s(?:and|und|et|y|och|og|en|via|for|für)\s)\s*/u;
/** What stands before a signature. */
export const SIGNATURE_LEAD = patternOfRows(
  [
    {
      name: 'by',
      languages: 'en de fr es it nl da sv',
      pattern: 'by|von|par|por|di|door|af|av|from|via|the',
      finds: [
        'By Reuters',
        'Von AFP',
        'Par AFP',
        'Por EFE',
        'Di ANSA',
        'Door ANP',
        'Af Ritzau',
        'Av TT',
        'From Reuters',
        'Via AFP',
        'The Associated Press',
      ],
      passes: ['Bystander', 'Diana Sol'],
    },
    {
      name: 'text-or-source',
      languages: 'en de fr it es pt nl nb da',
      pattern: 'text|texte|testo|texto|tekst|source|quelle|fuente|fonte|bron|kilde',
      finds: [
        'Text: dpa',
        'Texte : AFP',
        'Testo: ANSA',
        'Texto: EFE',
        'Tekst: NTB',
        'Source: Reuters',
        'Quelle: dpa',
        'Fuente: EFE',
        'Fonte: ANSA',
        'Bron: ANP',
        'Kilde: Ritzau',
      ],
      passes: ['Textile Lee', 'Sourcebook'],
    },
  ],
  'iu',
  (any) => String.raw`^${any}[:\s]\s*`,
);
/** "Reuters Staff", "AP Sports Writer". */
export const AGENCY_DESK = patternOfRows(
  [
    {
      name: 'agency-again',
      languages: 'en',
      pattern: 'news|newswire|wire|agency|service|bureau',
      finds: [
        'Reuters News',
        'AP Newswire',
        'AP Wire',
        'Anadolu Agency',
        'AP Service',
        'AFP Bureau',
      ],
      passes: ['AP wires', 'Newsome'],
    },
    {
      name: 'who-writes-there',
      languages: 'en',
      pattern: 'staff|writers?|reporters?|correspondents?|editors?',
      finds: ['Reuters Staff', 'AP Writer', 'AP Reporters', 'AP Correspondent', 'AP Editors'],
      passes: ['Bob Staffa', 'Writer'],
    },
    {
      name: 'its-desks',
      languages: 'en',
      pattern: 'desk|sports|national|business',
      finds: ['ANI Desk', 'AP Sports', 'AP National', 'AP Business'],
      passes: ['Ann Desker', 'Business'],
    },
  ],
  'iu',
  (any) => String.raw`\s${any}$`,
);

function withoutAll(text: string, affix: RegExp): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(affix, '');
  }
  return rest;
}

function agencyOfPiece(piece: string, signer: Signer): Agency | undefined {
  const sign = withoutAll(piece.replace(/^[\s—–-]+|(?<![\s.:])[\s.:]+$/gu, ''), SIGNATURE_LEAD.any);
  return agencyOf(sign, signer) ?? BY_SIGN.get(withoutAll(sign, AGENCY_DESK.any));
}

/**
 * The agencies that sign a text by a byline or as its author: "Reuters", "Ann Lee, Associated Press", "AP Sports
 * Writer". "AP Karsten" is a person, "Tassie Times" a paper, and "with Reuters" says who helped.
 */
export function agenciesSigning(byline: string, signer: Signer = 'unknown'): Agency[] {
  if (byline.length > MOST_OF_A_BYLINE) return [];
  const signed = byline.replace(HELPERS, '');
  const pieces = signed.split(JOINTS).map((piece) => agencyOfPiece(piece, signer));
  const agencies = [...pieces, ...agenciesNamedIn(signed)];
  return [...new Set(agencies)].filter((agency) => agency?.sells === 'text') as Agency[];
}
