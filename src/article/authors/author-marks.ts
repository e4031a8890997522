// How pages mark who wrote: labels, classes and addresses.

import { patternOfRows } from '../../pattern-rows.ts';

/** WordPress's most used plugins tell chat programs so, as the value beside a label. */
export const WRITTEN_BY = patternOfRows(
  [
    {
      name: 'written-by-germanic',
      languages: 'en de nl nb sv',
      pattern:
        'written by|author|verfasst von|geschrieben von|autor(?:in)?|geschreven door|skrevet av|skriven av',
      finds: [
        'Written by',
        'Author',
        'Verfasst von',
        'Geschrieben von',
        'Autorin',
        'Geschreven door',
        'Skrevet av',
        'Skriven av',
      ],
      passes: ['Written', 'Authors'],
    },
    {
      name: 'written-by-elsewhere',
      languages: 'fr es pt it pl tr',
      pattern: 'écrit par|auteur|escrito por|scritto da|napisane przez|yazan',
      finds: ['Écrit par', 'Auteur', 'Escrito por', 'Scritto da', 'Napisane przez', 'Yazan'],
      passes: ['Écrit', 'Temps de lecture'],
    },
  ],
  'i',
  (any) => `^${any}$`,
);

/** A line that says in so many words who the author is. */
export const LABELLED_BYLINE = patternOfRows(
  [
    {
      name: 'both-genders',
      languages: 'de',
      pattern: String.raw`autorin\/autor\b`,
      finds: ['Autorin/Autor Ann Lee', 'AUTORIN/AUTOR: Bob Ray'],
      passes: ['Autorin Ann Lee', 'Autorin/Autoren'],
    },
    {
      name: 'label',
      languages: 'de en fr it',
      pattern: String.raw`(?:autor(?:in(?:nen)?|en)?|authors?|auteure?s?|autore|verfasser(?:in)?|redaktion|text|written by)\s*:`,
      finds: [
        'Autorin: Ann Lee',
        'Autoren: Ann Lee',
        'Author : Ann Lee',
        'Auteures: Léa Roy',
        'Autore: Anna Mare',
        'Verfasser: Bob Ray',
        'Redaktion: Ann Lee',
        'Text: Ann Lee',
        'Written by: Ann Lee',
      ],
      passes: ['Text Ann Lee', 'Redaktionsschluss: Montag'],
    },
  ],
  'i',
  (any) => `^${any}`,
);

/** What stands beside a writer's name, by a part of its class. */
export const NOT_A_NAME_CLASS = patternOfRows(
  [
    {
      name: 'of-the-person',
      languages: 'en',
      pattern: 'bio|about|role|title|position|desc',
      finds: [
        'author-bio',
        'about-author',
        'author-role',
        'author-title',
        'author-position',
        'author-desc',
      ],
      passes: ['author-name', 'byline'],
    },
    {
      name: 'picture',
      languages: 'en',
      pattern: 'image|avatar|photo|picture',
      finds: ['author-image', 'author-avatar', 'author-photo', 'author-picture'],
      passes: ['author-link', 'author-pic'],
    },
    {
      name: 'what-readers-do',
      languages: 'en',
      pattern: 'social|twitter|email|follow|share|comment',
      finds: [
        'author-social',
        'author-twitter',
        'author-email',
        'follow-author',
        'share-author',
        'comment-author',
      ],
      passes: ['author-mail', 'author-x'],
    },
    {
      name: 'when-and-how-many',
      languages: 'en',
      pattern: 'date|time|count',
      finds: ['author-date', 'author-time', 'author-count'],
      passes: ['author-day', 'author-number'],
    },
    {
      name: 'other-parts',
      languages: 'en',
      pattern: String.raw`related|box-content|\bnav\b|menu`,
      finds: ['author-related', 'author-box-content', 'author nav', 'author-menu'],
      passes: ['author-navel', 'author-box'],
    },
  ],
  'i',
);

/** The address of a writer's page. */
export const AUTHOR_LINK = patternOfRows(
  [
    {
      name: 'person',
      languages: 'en',
      pattern: 'people|person|profiles?|staff|newsteam|team|users?|by|byline',
      finds: [
        '/people/ann',
        '/person/ann',
        '/profile/ann',
        '/staff/ann',
        '/newsteam/ann',
        '/team/ann',
        '/user/ann',
        '/by/ann',
        '/byline/ann',
      ],
      passes: ['/people/', '/bypass/port', '/teams/quay'],
    },
    {
      name: 'writer',
      languages: 'en',
      pattern: 'authors?|writers?|contributors?|reporters?|journalists?|columnists?|editors',
      finds: [
        '/author/ann',
        '/writers/ann',
        '/contributor/ann',
        '/reporters/ann',
        '/journalist/ann',
        '/columnists/ann',
        '/editors/ann',
      ],
      passes: ['/authority/port', '/editor/ann'],
    },
    {
      name: 'writer-abroad',
      languages: 'de es pt fr sv',
      pattern: 'autor(?:en|es|a)?|auteurs?|profil|redaktion',
      finds: [
        '/autor/ann',
        '/autoren/ann',
        '/autores/ana',
        '/autora/ana',
        '/auteurs/lea',
        '/profil/ann',
        '/redaktion/ann',
      ],
      passes: ['/autorin/ann', '/redaktionen/hafen'],
    },
  ],
  'i',
  (any) => String.raw`\/${any}\/[^/]`,
);
