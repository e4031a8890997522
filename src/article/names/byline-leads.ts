// What stands before the names in a line that says who wrote: "By Ann Lee", "Ein Gastbeitrag von Ann Lee".

import { type PatternRow, patternOfRows } from '../../pattern-rows.ts';

/** A pattern's part: a label of writers in scripts without capitals. */
export const LABEL_IN_SIGNS = String.raw`(?:著者|作者|筆者|撰文|记者|記者|文)\s*[:：]`;

const BY_ROWS: PatternRow[] = [
  {
    name: 'by',
    languages: 'en de fr es pt it nl sv nb da hr',
    pattern: 'by|von|vom|par|por|di|door|av|af|od',
    finds: [
      'By Ann Lee',
      'Von Ann Lee',
      'Vom Hafenblatt',
      'Par Léa Roy',
      'Por Ana Sol',
      'Di Anna Mare',
      'Door Jan Zee',
      'Av Ada Hav',
      'Af Ida Hav',
      'Od Ane More',
    ],
    passes: ['Bypass', 'Vonnegut'],
  },
  {
    name: 'author',
    languages: 'de fr es pt it en pl hr hu',
    pattern: String.raw`autorin\/autor|autor(?:in(?:nen)?|en|es)?|autore|auteur|author|authors|autorka|szerző`,
    finds: [
      'Autorin/Autor: Ann Lee',
      'Autorin: Ann Lee',
      'Autorinnen: Ann Lee',
      'Autoren: Ann Lee',
      'Autores: Ana Sol',
      'Autore: Anna Mare',
      'Auteur: Léa Roy',
      'Author: Ann Lee',
      'Authors: Ann Lee',
      'Autorka: Ane More',
      'Szerző: Ann Lee',
    ],
    passes: ['Autorennen am Hafen', 'Authorised'],
  },
  {
    name: 'writer',
    languages: 'en de fr hr',
    pattern: 'writer|reporter|text|texte|tekst|redaktion|piše|napisao|napisala',
    finds: [
      'Writer: Ann Lee',
      'Reporter: Ann Lee',
      'Text: Ann Lee',
      'Texte: Léa Roy',
      'Tekst: Ane More',
      'Redaktion: Ann Lee',
      'Piše: Ane More',
      'Napisao: Ivo More',
      'Napisala: Ane More',
    ],
    passes: ['Textilhafen', 'Pišem: Ane'],
  },
  {
    name: 'writer-in-other-letters',
    languages: 'sr ru uk bg el',
    pattern: 'пише|автор|текст|γράφει (?:ο|η)',
    finds: [
      'Пише: Иван Морской',
      'Автор: Иван Морской',
      'Текст: Иван Морской',
      'Γράφει ο Νίκος Λιμάνης',
      'Γράφει η Μαρία Λιμάνη',
    ],
    passes: ['Авторы', 'Γράφει: σούπα'],
  },
];

const KINDS_IN_GERMAN = String.raw`artikel|\p{L}*beitrag|kommentar|kolumne|analyse|glosse|reportage|bericht|interview`;
const KIND_ROWS: PatternRow[] = [
  {
    name: 'way-to-more',
    languages: 'en de',
    pattern: '(?:view|see|zeige|mehr) alle? (?:posts|articles|beiträge|artikel)',
    finds: [
      'View all posts by Ann Lee',
      'See all articles by Ann Lee',
      'Zeige alle Beiträge von Ann Lee',
      'Mehr alle Artikel von Ann Lee',
    ],
    passes: ['View all ferries by Ann Lee', 'See posts by Ann Lee'],
  },
  {
    name: 'more-by',
    languages: 'en de',
    pattern: '(?:all(?:e|es)?|mehr|more|zum profil)(?= (?:by|von) )',
    finds: [
      'Alle von Ann Lee',
      'Alles von Ann Lee',
      'Mehr von Ann Lee',
      'More by Ann Lee',
      'Zum Profil von Ann Lee',
    ],
    passes: ['More ferries by Ann Lee', 'Alle Wege von Lee'],
  },
  {
    name: 'kind-german',
    languages: 'de',
    pattern: String.raw`eine?(?= (?:${KINDS_IN_GERMAN})\b)|${KINDS_IN_GERMAN}`,
    finds: [
      'Ein Artikel von Ann Lee',
      'Artikel von Ann Lee',
      'Ein Gastbeitrag von Ann Lee',
      'Ein Kommentar von Ann Lee',
      'Eine Kolumne von Ann Lee',
      'Eine Analyse von Ann Lee',
      'Eine Glosse von Ann Lee',
      'Eine Reportage von Ann Lee',
      'Ein Bericht von Ann Lee',
      'Ein Interview von Ann Lee',
    ],
    passes: ['Eine Fähre von Ann Lee', 'Ein Hafenkommentar von Ann Lee', 'Berichte von Ann Lee'],
  },
  {
    name: 'deed-german',
    languages: 'de',
    pattern: 'gespeichert|erstellt|eingestellt|verfasst|geschrieben|publiziert|veröffentlicht',
    finds: [
      'Gespeichert von Ann Lee',
      'Erstellt von Ann Lee',
      'Eingestellt von Ann Lee',
      'Verfasst von Ann Lee',
      'Geschrieben von Ann Lee',
      'Publiziert von Ann Lee',
      'Veröffentlicht von Ann Lee',
    ],
    passes: ['Gestrichen von Ann Lee', 'Bestellt von Ann Lee'],
  },
  {
    name: 'deed-french',
    languages: 'fr',
    pattern: 'publié|rédigé',
    finds: ['Publié par Léa Roy', 'Rédigé par Léa Roy'],
    passes: ['Publiée par Léa Roy', 'Dirigé par Léa Roy'],
  },
  {
    name: 'kind-english',
    languages: 'en de',
    pattern: 'article|text|recipe|rezept|review|analysis|opinion|comment',
    finds: [
      'Article by Ann Lee',
      'Text by Ann Lee',
      'Recipe by Ann Lee',
      'Rezept von Ann Lee',
      'Review by Ann Lee',
      'Analysis by Ann Lee',
      'Opinion by Ann Lee',
      'Comment by Ann Lee',
    ],
    passes: ['Comments by Ann Lee', 'Wording by Ann Lee'],
  },
  {
    name: 'story-and-photos',
    languages: 'en',
    pattern: 'words|story(?: and(?= photos?))?|photos?(?: and(?= (?:story|text|words)))?',
    finds: [
      'Story and photos by Ann Lee',
      'Photo by Ann Lee',
      'Photos and story by Ann Lee',
      'Photos and text by Ann Lee',
      'Photos and words by Ann Lee',
    ],
    passes: ['Story and soup by Ann Lee', 'Photographs by Ann Lee'],
  },
  {
    name: 'deed-english',
    languages: 'en',
    pattern: 'posted|written|published|reported|reporting|edited|created|submitted',
    finds: [
      'Posted by Ann Lee',
      'Written by Ann Lee',
      'Published by Ann Lee',
      'Reported by Ann Lee',
      'Reporting by Ann Lee',
      'Edited by Ann Lee',
      'Created by Ann Lee',
      'Submitted by Ann Lee',
    ],
    passes: ['Painted by Ann Lee', 'Unwritten by Ann Lee'],
  },
];

const alternativesOf = (rows: PatternRow[]): string => rows.map(({ pattern }) => pattern).join('|');
const ANY_KIND = alternativesOf(KIND_ROWS);
const ANY_BY = alternativesOf(BY_ROWS);

/** Elements stand side by side without a blank: "Byby Ann Lee". */
const lead = (kind: string, by: string): string =>
  String.raw`^(?:by(?=by ))?(?:(?:${kind})\s+)*(?:(?:${by})\s*:\s*|(?:${by})\s+(?=\p{Lu}|@?\p{L})|${LABEL_IN_SIGNS}\s*)`;

/** All that stands before a name, by the word right before it. */
export const NAME_LEAD = patternOfRows(BY_ROWS, 'iu', (by) => lead(ANY_KIND, by));
/** The same, by what was written or done. */
export const NAME_LEAD_KINDS = patternOfRows(KIND_ROWS, 'iu', (kind) => lead(kind, ANY_BY));
