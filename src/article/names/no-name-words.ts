import type { PatternRow } from '../../pattern-rows.ts';

/** Words that are no name where they are all there is, in English, German, French and Spanish. */
const WORDS: PatternRow[] = [
  {
    name: 'place-holder',
    languages: 'en',
    pattern: 'admin|archive|contact|continued|replying to',
    finds: ['Admin', 'Archive', 'Contact', 'Continued', 'Replying to'],
    passes: ['Admina Lee', 'Archie Ray'],
  },
  {
    name: 'label',
    languages: 'en',
    pattern: '(?:story )?highlights|written by',
    finds: ['Story highlights', 'Written by'],
    passes: ['Highlight Lee', 'Written Ray'],
  },
  {
    name: 'role',
    languages: 'en de',
    pattern:
      'administrator|staff|editors?|guest|user|anonymous|unknown|authors?|autor(?:in)?|publisher',
    finds: [
      'Administrator',
      'Staff',
      'Editors',
      'Guest',
      'User',
      'Anonymous',
      'Unknown',
      'Author',
      'Autorin',
      'Publisher',
    ],
    passes: ['Guy Staff-Benson', 'Authorine Null'],
  },
  {
    name: 'label-without-name',
    languages: 'en es',
    pattern: '(?:article|story|text|photos?|courtesy|cortesía) (?:by|de)|courtesy|cortesía',
    finds: [
      'Article by',
      'Story by',
      'Text by',
      'Photo by',
      'Courtesy by',
      'Cortesía de',
      'Courtesy',
      'Cortesía',
    ],
    passes: ['Photo Bywater', 'Courtesy Lee'],
  },
  {
    name: 'weekday-english',
    languages: 'en',
    pattern: '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
    finds: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    passes: ['Anna Sunday', 'Mondayne'],
  },
  {
    name: 'weekday-german',
    languages: 'de',
    pattern: '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch',
    finds: ['Montag', 'Dienstag', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag', 'Mittwoch'],
    passes: ['Anna Sonntag', 'Freitagsen'],
  },
  {
    name: 'program-word',
    pattern: 'webmaster|null|undefined|none',
    finds: ['Webmaster', 'null', 'undefined', 'None'],
    passes: ['Ann Null', 'Nonette'],
  },
  {
    name: 'button',
    languages: 'en de fr',
    pattern:
      'by|more|share|follow|contributor|weitere informationen|(?:about )?th(?:is|e) author|afficher mon profil.*',
    finds: [
      'By',
      'More',
      'Share',
      'Follow',
      'Contributor',
      'Weitere Informationen',
      'About the author',
      'This author',
      'Afficher mon profil complet',
    ],
    passes: ['Bob Moore', 'Ann Share'],
  },
  {
    name: 'way-to-more',
    languages: 'en de fr',
    pattern:
      'view all posts|(?:ses|ihre|seine|mehr|tous (?:les|ses)|alle|all) (?:articles|artikel|beiträge|posts)(?: .*)?',
    finds: [
      'View all posts',
      'Ses articles',
      'Ihre Artikel',
      'Seine Beiträge',
      'Mehr Artikel',
      'Tous les articles',
      'Tous ses articles',
      'Alle Artikel von ihr',
      'All posts',
    ],
    passes: ['Alle Posthuma', 'Seine Lee'],
  },
  {
    name: 'mark',
    languages: 'en',
    pattern: String.raw`n\/a|sponsored|advertorial|profile|email|bio`,
    finds: ['N/A', 'Sponsored', 'Advertorial', 'Profile', 'Email', 'Bio'],
    passes: ['Na Lee', 'Bio Ray'],
  },
  {
    name: 'month-to-june',
    languages: 'en de',
    pattern: 'jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|jun[ei]?',
    finds: ['January', 'Feb', 'March', 'März', 'April', 'May', 'Mai', 'June'],
    passes: ['Marta May', 'Mai Ling', 'Jana'],
  },
  {
    name: 'month-from-july',
    languages: 'en de',
    pattern: 'jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?',
    finds: ['Juli', 'August', 'Sept', 'October', 'Nov', 'Dezember'],
    passes: ['Julia', 'August Ray'],
  },
];

/** What is no name as a whole. */
export const NO_NAME_WORDS: PatternRow[] = WORDS.map((row) => ({
  ...row,
  pattern: `^(?:${row.pattern})$`,
}));
