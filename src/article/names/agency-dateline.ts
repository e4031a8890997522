import { monthOfWord } from '../../dates/month-names.ts';
import type { Agency } from './agencies.ts';
import { agenciesIn, agencyOf, agencyOfSign } from './agency-signature.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** "NEW YORK, May 3 (Reuters) - …", "(ANSA) - ROMA, …", "【ワシントン共同】…": place and day, sign, dash, next letter. */
const FILED =
  /^([^()[\]【】［］（）]{0,70}?)([([【［（])([^()[\]【】［］（）]{2,40})[)\]】］）]\s{0,9}([.=]?\s{0,9}[—–\-:=.−]+)?\s{0,9}(.?)/u;
/** "МОСКВА, 12 ноября. /ТАСС/. …" */
const SLASHED = /^([^/]{2,70})\/([^/\s]{2,20})\//u;
/** "新华社北京11月12日电" */
const WIRED = /^[（(【[]?(\p{sc=Han}{3})[^。！？]{2,30}[电電](?!\p{sc=Han})/u;
/** The Japanese agencies put their sign right after the place. */
const JAPANESE_SIGN = /(?:共同|時事)$/u;
const MOST_WORDS_OF_A_PLACE = 9;
/** "Rio de Janeiro", "Frankfurt am Main". */
const MOST_OF_A_PARTICLE = 3;

const isOfAPlace = (word: string): boolean =>
  /^[\p{Lu}\p{Lo}\d]/u.test(word) ||
  word.length <= MOST_OF_A_PARTICLE ||
  monthOfWord(word) !== null;

/** Whether the words before a sign are a place and a day, and not the words that its letters stand for. */
function isPlace(text: string, sign: string): boolean {
  const words = text.split(/[\s,.、/-]+/u).filter(Boolean);
  const initials = words.map((word) => word.charAt(0)).join('');
  return (
    words.length <= MOST_WORDS_OF_A_PLACE &&
    initials.toLowerCase() !== sign.toLowerCase() &&
    words.every(isOfAPlace)
  );
}

/** "Reuters", "dpa/lno", "東京 12日 ロイター", "서울=연합뉴스": the sign among what stands in the brackets. */
function signIn(brackets: string): { agency: Agency; sign: string } | undefined {
  const japanese = JAPANESE_SIGN.exec(brackets)?.[0];
  for (const sign of [brackets, ...brackets.split(/[/=＝,·\s]+/u), japanese ?? '']) {
    const agency = agencyOfSign(sign);
    if (agency?.sells === 'text') return { agency, sign };
  }
  return undefined;
}

/** The agency that filed a report, by how its first sentence begins. */
export function agencyFiling(firstParagraph: string): Agency | undefined {
  const wired = WIRED.exec(firstParagraph)?.[1];
  if (wired) return agencyOf(wired);
  const [, from = '', slashed = ''] = SLASHED.exec(firstParagraph) ?? [];
  const between = agencyOfSign(slashed);
  if (between?.sells === 'text' && isPlace(from, slashed)) return between;
  const [, before = '', opening = '', brackets = '', dash, next = ''] =
    FILED.exec(firstParagraph) ?? [];
  const filed = signIn(brackets);
  if (!filed || !isPlace(before, filed.sign)) return undefined;
  // "NEW DELHI, Nov 12 (PTI) The ferry …": a day, and then a sentence begins.
  const isDated = /\d/.test(before) && /[\p{Lu}\p{Lo}]/u.test(next);
  const isMarked =
    dash !== undefined || (before === '' && (/[[【［]/u.test(opening) || brackets.includes('=')));
  return isDated || isMarked ? filed.agency : undefined;
}

const MOST_OF_A_SIGNATURE = 80;
/** "© 2026 Reuters. All rights reserved." */
const HELD = /^\W*(?:©|\(c\)|copyright\b|riproduzione riservata)/iu;
const SOURCE_LABEL = String.raw`(?:source|quelle|fuente|fonte|bron|kilde|källa|источник|来源|來源|出典)\s*[:：]`;
/** "— AFP", "(dpa)", "Source: Xinhua" */
const MARKED = new RegExp(String.raw`^[([—–/-]|^${SOURCE_LABEL}`, 'iu');
const HELPED = /^[([\s—–-]*(?:with|mit|avec|con|com|med|met)\s/iu;
/** What a notice says besides the name. */
export const AROUND_A_NAME = patternOfRows(
  [
    {
      name: 'right',
      languages: 'en it',
      pattern: String.raw`©|\(c\)|\bcopyright\b|\briproduzione riservata\b|\ball rights reserved\b`,
      finds: [
        '© AFP',
        '(C) AFP',
        'Copyright ANSA',
        'ANSA - Riproduzione riservata',
        'Reuters. All rights reserved.',
      ],
      passes: ['Copyrighted', 'All the rights'],
    },
    {
      name: 'year',
      pattern: String.raw`\b(?:19|20)\d\d\b`,
      finds: ['AFP 2026', '1998 AFP'],
      passes: ['AFP 1826', '20266 AFP'],
    },
    {
      name: 'source-label',
      languages: 'en de es it nl da sv ru zh ja',
      pattern: String.raw`^[^\p{L}\p{N}]*${SOURCE_LABEL}`,
      finds: [
        'Source: Reuters',
        '— Quelle: dpa',
        'Fuente: EFE',
        'Fonte: ANSA',
        'Bron: ANP',
        'Kilde: Ritzau',
        'Källa: TT',
        'Источник: ТАСС',
        '来源：新华社',
        '來源：中央社',
        '出典：共同通信',
      ],
      passes: ['Resource: Reuters', 'Source Reuters'],
    },
  ],
  'giu',
);
/** "… until the evening. (AFP)", "… hasta la noche. EFE" */
const SIGNED_OFF = /[.!?…。！？”"»]\s*(?:[([（/—–-]\s*)?(\p{L}[\p{L}\p{M}\d -]{1,30})[)\]）/.]*$/u;

/** The agency that a rights notice names: "© 2026 AFP", "Copyright ANSA". */
export function agencyHolding(notice: string): Agency | undefined {
  if (notice.length > MOST_OF_A_SIGNATURE) return undefined;
  const [name = ''] = notice.replace(AROUND_A_NAME.any, ' ').split(/[,:;|]/u);
  const sign = name
    .replaceAll(/^[^\p{L}]+|(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/gu, '')
    .replace(/^the\s+/iu, '');
  const agency = agencyOfSign(sign) ?? (HELD.test(notice) ? agenciesIn(sign)[0] : undefined);
  return agency?.sells === 'text' ? agency : undefined;
}

/** The agency whose notice or sign a line after the text is: "© 2026 AFP", "— Reuters", "Source: Xinhua". */
export const agencyOfLine = (line: string): Agency | undefined =>
  (HELD.test(line) || MARKED.test(line)) && !HELPED.test(line) ? agencyHolding(line) : undefined;

/** The agency that a text's last sentence is followed by, or that its last line is. */
export function agencySigningOff(lastParagraph: string): Agency | undefined {
  const end = lastParagraph.slice(-MOST_OF_A_SIGNATURE);
  const sign = lastParagraph.length <= end.length ? agencyOf(lastParagraph.trim()) : undefined;
  const found = sign ?? agencyOfSign(SIGNED_OFF.exec(end)?.[1] ?? '');
  return found?.sells === 'text' ? found : (agencyOfLine(lastParagraph) ?? undefined);
}
