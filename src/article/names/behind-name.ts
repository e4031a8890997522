import { type PatternRow, patternOfRows } from '../../pattern-rows.ts';
import { DAYS_BEHIND_NAME, RANKS } from './day-behind-name.ts';

/** Ahead of what looks back, what it stands on is asked first: most texts hold none. */
const FULL_NAME_BEFORE = String.raw`(?=\s)(?<=\p{L} \p{L}.{1,40})\s+`;

/** What somebody is, and for whom. */
const ROLES: PatternRow[] = [
  {
    name: 'korean-role',
    languages: 'ko',
    pattern: String.raw`(?= )(?<=[\p{sc=Hangul}]{2,4}) (?:기자|특파원|논설위원)$`,
    finds: ['김하늘 기자', '이바다 특파원', '이바다 논설위원'],
    passes: ['김하늘', '기자 김하늘'],
  },
  {
    name: 'chinese-and-japanese-role',
    languages: 'ja zh',
    pattern: String.raw`(?=記)(?<=[\p{sc=Han}]{2,4})記者$`,
    finds: ['田中海記者', '林大海記者'],
    passes: ['田中海', '記者'],
  },
  {
    name: 'aside',
    pattern: String.raw`\([^()]*\)`,
    finds: ['Ann Lee (Harbour Press)', 'Bob Ray (text)'],
    passes: ['(Ann Lee) Ray', 'Ann Lee)'],
  },
  {
    name: 'sign-at-end',
    pattern: String.raw`[-–—|,:]\s*$`,
    finds: ['Ann Lee,', 'Bob Ray –'],
    passes: ['Ann-Lee Ray', 'Ray, Bob'],
  },
  {
    name: 'after-a-dash',
    pattern: String.raw`\s[-–—|]\s.*$`,
    finds: ['Ann Lee – Harbour Press', 'Bob Ray | Staff'],
    passes: ['Ann-Lee Ray', 'Ann Lee–Ray'],
  },
  {
    name: 'for-a-paper',
    languages: 'en',
    pattern: String.raw`\bfor (?:the )?\p{Lu}.*$`,
    finds: ['Ann Lee for The Quay', 'Bob Ray for Quay News'],
    passes: ['Bob Fordham', 'Ann Lee for all'],
  },
  {
    name: 'in-a-place',
    languages: 'en de',
    pattern: String.raw`${FULL_NAME_BEFORE}(?:in|on|at|am)\s+[\p{Lu}\d].*$`,
    finds: ['Ann Lee in Port Else', 'Bob Ray at The Quay', 'Ann Lee on Skye', 'Ann Lee am Hafen'],
    passes: ['Inga Onfield', 'Ann Lee in port'],
  },
  {
    name: 'who-is',
    languages: 'en',
    pattern: String.raw`\s+(?:is|was) (?:a|an|the) .*$`,
    finds: ['Ann Lee is the captain', 'Bob Ray was a reporter', 'Ann Lee is an editor'],
    passes: ['Ann Isthe Lee', 'Ann Lee is here'],
  },
  {
    name: 'copyright',
    pattern: String.raw`\s+Copyright\b.*$`,
    finds: ['Ann Lee Copyright Quay', 'Bob Ray Copyright'],
    passes: ['Copyright', 'Ann Copyrighton'],
  },
  {
    name: 'picture-credit',
    languages: 'de en fr',
    pattern: String.raw`\s+(?:Illustration|Illustrationen|Fotos?|Photos?|Bilder)(?: von| by| par| de|:)\s.*$`,
    finds: [
      'Ann Lee Fotos: Bob Ray',
      'Bob Ray Photo by Ann Lee',
      'Ann Lee Illustration von Bob Ray',
      'Ann Lee Illustrationen von Bob Ray',
      'Ann Lee Bilder von Bob Ray',
      'Léa Roy Photos par Luc Roy',
      'Léa Roy Photos de Luc Roy',
    ],
    passes: ['Ann Photos', 'Ann Lee Bilderberg'],
  },
  {
    name: 'degree',
    pattern: String.raw`\s+(?:MS|MD|PhD|RDN?|prije|пре)$`,
    finds: [
      'Ann Lee PhD',
      'Bob Ray RD',
      'Ann Lee MS',
      'Ann Lee MD',
      'Ane More prije',
      'Иван Морской пре',
    ],
    passes: ['Ann Lee PhDs', 'MD Ray'],
  },
  {
    name: 'role',
    languages: 'en',
    pattern: `${FULL_NAME_BEFORE}${RANKS}(?:Editor|Writer|Reporter|Correspondent|Columnist|Contributor)$`,
    finds: [
      'Ann Lee Senior Staff Writer',
      'Bob Ray Columnist',
      'Ann Lee Contributing Editor',
      'Ann Lee Managing Editor',
      'Ann Lee Associate Editor',
      'Ann Lee Assistant Editor',
      'Ann Lee Deputy Editor',
      'Ann Lee Executive Editor',
      'Ann Lee Chief Correspondent',
      'Ann Lee News Reporter',
      'Ann Lee Contributor',
    ],
    passes: ['Ann Writer', 'Ann Lee Writers'],
  },
  {
    name: 'account-or-site',
    languages: 'en fr',
    pattern: String.raw`${FULL_NAME_BEFORE}(?:@\w|\S+\.(?:com|net|org)(?!\p{L})|[Ee]nvoyée?s? spécia).*$`,
    finds: [
      'Ann Lee @annlee',
      'Léa Roy envoyée spéciale au port',
      'Ann Lee quay.com',
      'Ann Lee quay.net',
      'Ann Lee quay.org',
    ],
    passes: ['Ann Lee-Roy', 'Ann Lee @ Ray'],
  },
  {
    name: 'what-else-there-is',
    languages: 'de is',
    pattern: String.raw`\s+(?:im Gespräch|Alle (?:Artikel|Beiträge)|skrifar)\b.*$`,
    finds: [
      'Ann Lee Alle Artikel',
      'Ann Lee Alle Beiträge',
      'Bob Ray im Gespräch mit Lee',
      'Anna Höfn skrifar',
    ],
    passes: ['Ann Alle', 'Im Gespräch'],
  },
];

/** What pages set behind a name, on its line: all of it at once. */
export const BEHIND_NAME = patternOfRows(
  [...ROLES, ...DAYS_BEHIND_NAME],
  'u',
  (any) => String.raw`\s*${any}\s*$`,
);
