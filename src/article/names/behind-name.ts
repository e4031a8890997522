/** Something that pages set behind a name, on its line. */
export interface BehindName {
  name: string;
  /** A pattern's source, for the flag `u`; what stands before it is asked only where its first character fits. */
  pattern: string;
  /** Lines from which it takes all but the name before it. */
  finds: [line: string, name: string][];
}

const behind = (name: string, pattern: string, ...finds: BehindName['finds']): BehindName => ({
  name,
  pattern,
  finds,
});

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';
/** May is a name, too: behind a full name it is no month. */
const MONTHS_BUT_MAY = MONTHS.replace('May|', '');

const RANKS =
  '(?:(?:Senior|Staff|Contributing|Managing|Associate|Assistant|Deputy|Executive|Chief|News) )*';

export const BEHIND_NAMES: BehindName[] = [
  behind(
    'korean-role',
    '(?= )(?<=[\\p{sc=Hangul}]{2,4}) (?:기자|특파원|논설위원)$',
    ['김하늘 기자', '김하늘'],
    ['이바다 특파원', '이바다'],
  ),
  behind(
    'chinese-and-japanese-role',
    '(?=記)(?<=[\\p{sc=Han}]{2,4})記者$',
    ['田中海記者', '田中海'],
    ['林大海記者', '林大海'],
  ),
  behind(
    'aside',
    '\\([^()]*\\)',
    ['Ann Lee (Harbour Press)', 'Ann Lee'],
    ['Bob Ray (text)', 'Bob Ray'],
  ),
  behind('sign-at-end', '[-–—|,:]\\s*$', ['Ann Lee,', 'Ann Lee'], ['Bob Ray –', 'Bob Ray']),
  behind(
    'after-a-dash',
    '\\s[-–—|]\\s.*$',
    ['Ann Lee – Harbour Press', 'Ann Lee'],
    ['Bob Ray | Staff', 'Bob Ray'],
  ),
  behind(
    'for-a-paper',
    '\\bfor (?:the )?\\p{Lu}.*$',
    ['Ann Lee for The Quay', 'Ann Lee'],
    ['Bob Ray for Quay News', 'Bob Ray'],
  ),
  behind(
    'in-a-place',
    '(?=\\s)(?<=\\p{L} \\p{L}.{1,40})\\s+(?:in|on|at|am)\\s+[\\p{Lu}\\d].*$',
    ['Ann Lee in Port Else', 'Ann Lee'],
    ['Bob Ray at The Quay', 'Bob Ray'],
  ),
  behind(
    'on-a-day',
    '\\s+(?:am|on|um|le|el) (?:\\p{L}+,? )?\\d.*$',
    ['Ann Lee am 9. März', 'Ann Lee'],
    ['Bob Ray on Monday, 9 March', 'Bob Ray'],
  ),
  behind(
    'who-is',
    '\\s+(?:is|was) (?:a|an|the) .*$',
    ['Ann Lee is the captain', 'Ann Lee'],
    ['Bob Ray was a reporter', 'Bob Ray'],
  ),
  behind(
    'date-label',
    '\\s*(?:Published|Updated|Posted|Last updated|Publicad[oa]|Actualizad[oa])\\b.*$',
    ['Ann Lee Updated Monday', 'Ann Lee'],
    ['Ana Sol Publicado hoy', 'Ana Sol'],
  ),
  behind(
    'date-label-german',
    '\\s*(?:Veröffentlicht|Aktualisiert|zuletzt (?:bearbeitet|aktualisiert))\\b.*$',
    ['Bob Ray Veröffentlicht heute', 'Bob Ray'],
    ['Ann Lee zuletzt bearbeitet am Montag', 'Ann Lee'],
  ),
  behind(
    'copyright',
    '\\s+Copyright\\b.*$',
    ['Ann Lee Copyright Quay', 'Ann Lee'],
    ['Bob Ray Copyright', 'Bob Ray'],
  ),
  behind(
    'picture-credit',
    '\\s+(?:Illustration|Illustrationen|Fotos?|Photos?|Bilder)(?: von| by| par| de|:)\\s.*$',
    ['Ann Lee Fotos: Bob Ray', 'Ann Lee'],
    ['Bob Ray Photo by Ann Lee', 'Bob Ray'],
  ),
  behind(
    'number',
    `\\s+(?:(?:${MONTHS})\\s)?\\d.*$`,
    ['Ann Lee March 9', 'Ann Lee'],
    ['Bob Ray 4 min', 'Bob Ray'],
  ),
  behind(
    'degree',
    '\\s+(?:MS|MD|PhD|RDN?|prije|пре)$',
    ['Ann Lee PhD', 'Ann Lee'],
    ['Bob Ray RD', 'Bob Ray'],
  ),
  behind(
    'role',
    `(?=\\s)(?<=\\p{L} \\p{L}.{1,40})\\s+${RANKS}(?:Editor|Writer|Reporter|Correspondent|Columnist|Contributor)$`,
    ['Ann Lee Senior Staff Writer', 'Ann Lee'],
    ['Bob Ray Columnist', 'Bob Ray'],
  ),
  behind(
    'month-or-weekday',
    `(?=\\s)(?<=\\p{L} \\p{L}.{1,40})\\s+${RANKS}(?:${MONTHS_BUT_MAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$`,
    ['Ann Lee March', 'Ann Lee'],
    ['Bob Ray Tuesday', 'Bob Ray'],
  ),
  behind(
    'account-or-site',
    '(?=\\s)(?<=\\p{L} \\p{L}.{1,40})\\s+(?:@\\w|\\S+\\.(?:com|net|org)(?!\\p{L})|[Ee]nvoyée?s? spécia).*$',
    ['Ann Lee @annlee', 'Ann Lee'],
    ['Léa Roy envoyée spéciale au port', 'Léa Roy'],
  ),
  behind(
    'what-else-there-is',
    '\\s+(?:im Gespräch|Alle (?:Artikel|Beiträge)|skrifar)\\b.*$',
    ['Ann Lee Alle Artikel', 'Ann Lee'],
    ['Bob Ray im Gespräch mit Lee', 'Bob Ray'],
  ),
];

/** All of them at once. */
export const BEHIND_NAME = new RegExp(
  `\\s*(?:${BEHIND_NAMES.map(({ pattern }) => pattern).join('|')})\\s*$`,
  'u',
);
