/** Something that stands where a name does, and is none. */
export interface NoName {
  name: string;
  /** A pattern's source, for the flags `iu`. */
  pattern: string;
  /** Texts that it finds. */
  finds: string[];
}

const noName = (name: string, pattern: string, ...finds: string[]): NoName => ({
  name,
  pattern,
  finds,
});

/** Words that are no name where they are all there is, in English, German, French and Spanish. */
const WHOLE: NoName[] = [
  noName('place-holder', 'admin|archive|contact|continued|replying to', 'Admin', 'Replying to'),
  noName('label', '(?:story )?highlights|written by', 'Story highlights', 'Written by'),
  noName(
    'role',
    'administrator|staff|editor|editors|guest|user|anonymous|unknown|authors?|autor(?:in)?|publisher',
    'Staff',
    'Autorin',
  ),
  noName(
    'label-without-name',
    '(?:article|story|text|photos?|courtesy|cortesía) (?:by|de)|courtesy|cortesía',
    'Photo by',
    'Cortesía',
  ),
  noName(
    'weekday',
    '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day',
    'Dienstag',
    'Tuesday',
  ),
  noName('program-word', 'webmaster|null|undefined|none', 'undefined', 'Webmaster'),
  noName(
    'button',
    'by|more|share|follow|contributor|weitere informationen|(?:about )?th(?:is|e) author|afficher mon profil.*',
    'About the author',
    'Afficher mon profil complet',
  ),
  noName(
    'way-to-more',
    'view all posts|(?:ses|ihre|seine|mehr|tous (?:les|ses)|alle|all) (?:articles|artikel|beiträge|posts)(?: .*)?',
    'Alle Artikel von ihr',
    'View all posts',
  ),
  noName('mark', 'n\\/a|sponsored|advertorial|profile|email|bio', 'N/A', 'Sponsored'),
  noName(
    'month-to-june',
    'jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|jun[ei]?',
    'März',
    'June',
  ),
  noName(
    'month-from-july',
    'jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?',
    'Juli',
    'October',
  ),
];

const anyWhole = WHOLE.map(({ pattern }) => pattern).join('|');

const AROUND_WHOLE = {
  before: [
    noName('sign-at-start', '^[^\\p{L}\\d"“\'‘@(]', '– Ann Lee', '* Ann Lee'),
    noName('number-at-start', '^\\d+ ', '3 ferries', '12 min'),
    noName(
      'call',
      '^(?:view|see|learn|read|more|follow|meet|for)\\s',
      'Follow Ann Lee',
      'Read more',
    ),
    noName('measure', '^(?:size|cc by)\\b', 'CC BY 4.0', 'Size 12'),
    noName('question', '[+!?]$', 'Ann Lee?', 'More +'),
  ],
  after: [
    noName('day-to-come', '\\b(?:am|on|le|um)$', 'Ann Lee on', 'Aktualisiert am'),
    noName(
      'office',
      '^(?:head|director|chief|president|vice president|editor|member) (?:of|at|in)\\b',
      'Head of the harbour',
      'Editor at large',
    ),
    noName('reading-time', '\\bmin(?:ute)?s? read$', '4 min read', 'A 3 minutes read'),
    noName('address', 'https?:|www\\.', 'https://quay.example', 'www.quay.example'),
    noName('network', '\\b(?:rss|twitter|facebook|instagram)\\b', 'Ann on Twitter', 'RSS'),
    noName('account', '@', 'ann@quay.example', '@annlee'),
    noName('number', '\\d{3,}', 'Pier 2026', 'Ann123'),
    noName('markup', '[{}<>=[\\]]', '{{author}}', 'a = b'),
    noName('key', '(?:^|[^\\p{L}\\d])_|_(?![\\p{L}\\d])', '_author', 'name_ '),
    noName('path', '^\\/', '/author/ann', '/'),
    noName('ago', '\\b(?:minutes?|hours?|days?) ago\\b', '3 hours ago', 'Days ago'),
    noName(
      'sentence',
      '\\p{L} (?:über|bis|nach|gegen|zwischen|about|against|between) \\p{L}',
      'Lee about soup',
      'Ray gegen Lee',
    ),
    noName(
      'date-label',
      '\\b(?:published|updated|posted|last modified|veröffentlicht|aktualisiert|comments|kommentare)\\b',
      'Updated today',
      'Kommentare',
    ),
    noName('hour', '\\d[:.]\\d', '9:30', 'Uhr 9.30'),
  ],
};

/** Every row, each as a pattern of its own. */
export const NO_NAMES: NoName[] = [
  ...AROUND_WHOLE.before,
  ...WHOLE.map((one) => ({ ...one, pattern: `^(?:${one.pattern})$` })),
  ...AROUND_WHOLE.after,
];

const sources = (rows: NoName[]): string[] => rows.map(({ pattern }) => pattern);

/** All of them at once: nearly every text is none. */
export const NO_NAME = new RegExp(
  [...sources(AROUND_WHOLE.before), `^(?:${anyWhole})$`, ...sources(AROUND_WHOLE.after)].join('|'),
  'iu',
);
