import type { PatternRow } from '../../pattern-rows.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** May is a name, too: behind a full name it is no month. */
const MONTHS_BUT_MAY = MONTHS.replace('May|', '');

/** What a role begins by: the rest of it may stand in an element of its own. */
export const RANKS =
  '(?:(?:Senior|Staff|Contributing|Managing|Associate|Assistant|Deputy|Executive|Chief|News) )*';

/** Days behind a name, and what a page says of them. */
export const DAYS_BEHIND_NAME: PatternRow[] = [
  {
    name: 'on-a-day',
    languages: 'de en fr es',
    pattern: String.raw`\s+(?:am|on|um|le|el) (?:\p{L}+,? )?\d.*$`,
    finds: [
      'Ann Lee am 9. März',
      'Bob Ray on Monday, 9 March',
      'Ann Lee um 9 Uhr',
      'Léa Roy le 9 mars',
      'Ana Sol el 9 de marzo',
    ],
    passes: ['Lea Amsel', 'Ann Lee on deck'],
  },
  {
    name: 'date-label',
    languages: 'en es',
    pattern: String.raw`\s*(?:Published|Updated|Posted|Last updated|Publicad[oa]|Actualizad[oa])\b.*$`,
    finds: [
      'Ann Lee Updated Monday',
      'Ana Sol Publicado hoy',
      'Ann Lee Published today',
      'Ann Lee Posted today',
      'Ann Lee Last updated today',
      'Ana Sol Actualizada hoy',
    ],
    passes: ['Ann Postedt', 'Ann Lee-Updateds'],
  },
  {
    name: 'date-label-german',
    languages: 'de',
    pattern: String.raw`\s*(?:Veröffentlicht|Aktualisiert|zuletzt (?:bearbeitet|aktualisiert))\b.*$`,
    finds: [
      'Bob Ray Veröffentlicht heute',
      'Ann Lee Aktualisiert heute',
      'Ann Lee zuletzt bearbeitet am Montag',
      'Ann Lee zuletzt aktualisiert am Montag',
    ],
    passes: ['Ann Zuletzt', 'Ann Lee zuletzt'],
  },
  {
    name: 'number',
    languages: 'en',
    pattern: String.raw`\s+(?:(?:${MONTHS})\s)?\d.*$`,
    finds: [
      'Bob Ray 4 min',
      'Ann Lee January 9',
      'Ann Lee February 9',
      'Ann Lee March 9',
      'Ann Lee April 9',
      'Ann Lee May 9',
      'Ann Lee June 9',
      'Ann Lee July 9',
      'Ann Lee August 9',
      'Ann Lee September 9',
      'Ann Lee October 9',
      'Ann Lee November 9',
      'Ann Lee December 9',
    ],
    passes: ['Theresa May', 'Ann9 Lee'],
  },
  {
    name: 'month-or-weekday',
    languages: 'en',
    pattern: String.raw`(?=\s)(?<=\p{L} \p{L}.{1,40})\s+${RANKS}(?:${MONTHS_BUT_MAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$`,
    finds: [
      'Ann Lee Senior January',
      'Ann Lee Staff February',
      'Ann Lee Contributing March',
      'Ann Lee Managing April',
      'Ann Lee Associate June',
      'Ann Lee Assistant July',
      'Ann Lee Deputy August',
      'Ann Lee Executive September',
      'Ann Lee Chief October',
      'Ann Lee News November',
      'Ann Lee December',
      'Ann Lee Monday',
      'Bob Ray Tuesday',
      'Ann Lee Wednesday',
      'Ann Lee Thursday',
      'Ann Lee Friday',
      'Ann Lee Saturday',
      'Ann Lee Sunday',
    ],
    passes: ['Marta May', 'Anna Sunday', 'Theresa Lee May'],
  },
];
