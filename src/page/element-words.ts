import { askedOfClass } from './element-names/class-names.ts';

// What templates call the elements that hold an article's date and its writers, in the languages that they are written
// in. The parser gathers the elements whose class has one of these words, and the finders look among them by the same
// patterns, so that nothing is looked for that was not gathered. Words end at `-`, `_`, blanks and camel-case humps.

/** Class words of one language. A word in lower case without marks; `-` stands for any of `-`, `_` and nothing. */
export interface ClassWords {
  language: string;
  words: string;
}

/** A day, in so many words, besides those of publication. */
export const DATE_WORDS: readonly ClassWords[] = [
  { language: 'en', words: 'date dateline time timestamp datetime publish posted' },
  { language: 'de, nl', words: 'artikeldatum' },
  { language: 'de', words: 'datum zeitstempel' },
  { language: 'es', words: 'fecha' },
  { language: 'fr', words: 'publie parution' },
  { language: 'fi', words: 'pvm paivamaara paivays' },
  { language: 'ro', words: 'publicat' },
  { language: 'tr', words: 'tarih' },
  { language: 'id', words: 'tanggal' },
  { language: 'lv', words: 'datums' },
  { language: 'et', words: 'kuupaev' },
  { language: 'is', words: 'dagsetning' },
  { language: 'ar', words: 'tarikh' },
  { language: 'ja', words: 'hizuke' },
];

/**
 * A day in one language and other things in another: Italian and Portuguese `data`, Danish `dato`. Believed where
 * the element holds a day and nothing else.
 */
export const DOUBTFUL_DATE_WORDS: readonly ClassWords[] = [
  { language: 'it, pt, pl, ro, ca, gl, lt, ru', words: 'data' },
  { language: 'da, nb', words: 'dato' },
  { language: 'vi', words: 'ngay' },
];

/** The day of publication rather than any other. */
export const PUBLISHED_WORDS: readonly ClassWords[] = [
  {
    language: 'en',
    words: 'published pubdate entry-date post-date article-date',
  },
  {
    language: 'en',
    words: 'publish-date publish-time publish-on published-date published-time published-on',
  },
  {
    language: 'de',
    words:
      'veroeffentlicht veroeffentlicht-am erscheinungsdatum veroeffentlichungsdatum publikationsdatum',
  },
  { language: 'es', words: 'publicado publicado-el fecha-publicacion fecha-de-publicacion' },
  { language: 'pt', words: 'publicado-em data-publicacao data-de-publicacao' },
  { language: 'fr', words: 'publie-le date-publication date-de-publication date-parution' },
  { language: 'it', words: 'pubblicato pubblicato-il data-pubblicazione' },
  { language: 'nl', words: 'gepubliceerd gepubliceerd-op publicatie-datum' },
  { language: 'sv', words: 'publicerad publiceringsdatum' },
  { language: 'da', words: 'publiceret publiceringsdato udgivelsesdato' },
  { language: 'nb', words: 'publisert publiseringsdato' },
  { language: 'fi', words: 'julkaistu julkaisuaika julkaisupaiva' },
  { language: 'pl', words: 'opublikowano data-publikacji' },
  { language: 'ro', words: 'publicat-la data-publicarii' },
  { language: 'tr', words: 'yayin-tarihi' },
  { language: 'id', words: 'tanggal-terbit' },
];

/** Who wrote the article. */
export const AUTHOR_WORDS: readonly ClassWords[] = [
  {
    language: 'en',
    words: 'author authors byline bylines writer reporter contributor journalist',
  },
  { language: 'de, es, pt, pl, cs, hr, sr', words: 'autor' },
  {
    language: 'de',
    words: 'autorin autoren verfasser verfasserin redakteur redakteurin journalistin',
  },
  { language: 'es, pt', words: 'autora autores' },
  { language: 'es', words: 'periodista' },
  { language: 'pt', words: 'jornalista' },
  { language: 'fr, nl', words: 'auteur auteurs redacteur' },
  { language: 'fr, it', words: 'autrice' },
  { language: 'fr', words: 'auteure journaliste redactrice' },
  { language: 'it', words: 'autore autori giornalista' },
  { language: 'sv', words: 'forfattare skribent' },
  { language: 'da, nb', words: 'forfatter' },
  { language: 'fi', words: 'kirjoittaja toimittaja' },
  { language: 'pl, cs', words: 'autorka' },
  { language: 'pl', words: 'autorzy dziennikarz' },
  { language: 'hr, sr', words: 'novinar' },
  { language: 'hu', words: 'szerzo' },
  { language: 'lv', words: 'autors' },
  { language: 'lt', words: 'autorius' },
  { language: 'tr', words: 'yazar muhabir' },
  { language: 'id', words: 'penulis wartawan' },
  { language: 'ru', words: 'avtor' },
];

/** The words of all languages as the alternatives of a pattern, each once. */
function alternatives(...lists: (readonly ClassWords[])[]): string {
  const words = lists.flat().flatMap((row) => row.words.split(' '));
  return [...new Set(words)]
    .map((word) => word.replaceAll('-', '[_-]?').replaceAll('oe', '(?:oe|ö)'))
    .join('|');
}

const START = '(?:^|[\\s_-])';
const END = '(?=$|[\\s_-])';

/** `class="story-date"`, `"fecha"`, `"createdOn"`: a day stands here. */
export const DATE_CLASS = new RegExp(
  `${START}(?:${alternatives(DATE_WORDS, PUBLISHED_WORDS)})${END}|(?:post|entry|article|news|pub|publish(?:ed)?|creat(?:ed|ion)|story)-?_?(?:date|time|on)\\b`,
  'i',
);

export const DOUBTFUL_DATE_CLASS = new RegExp(
  `${START}(?:${alternatives(DOUBTFUL_DATE_WORDS)})${END}`,
  'i',
);

export const PUBLISHED_CLASS = new RegExp(
  `${START}(?:${alternatives(PUBLISHED_WORDS)})${END}`,
  'i',
);

/** `class="byline"`, `"autor-name"`: writers stand here. */
export const AUTHOR_CLASS = new RegExp(
  `${START}(?:${alternatives(AUTHOR_WORDS)})(?:$|[\\s_-]|names?\\b|link\\b)`,
  'i',
);

/** `class="author-bio"`, `"autorenbox"`: what is said about the writer below or beside the text. */
export const AUTHOR_BOX_CLASS =
  /(?:author|autor(?:en|in)?|auteur|verfasser)[_-]*(?:bio|box|info|card|about)(?![a-z])|about[_-]*(?:the[_-]*)?author/i;

const HUMP = /([a-z\d])(?=[A-Z])/g;

/** @example hyphenated('articleByLine') is 'article-By-Line' */
export const hyphenated = (label: string): string => label.replace(HUMP, '$1-');

/** `sc-fqkvVR kqrqSr`, `Story_wrap__kQ4Ad`: styled-components and CSS modules make names of hashes, which say nothing. */
const STYLED = /(?:^|\s)sc-(?=[a-z]{0,9}[A-Z\d])[a-zA-Z\d]{5,20}(?:-\d{1,4})?(?=\s|$)/;
const STYLED_HASH = /(?:^|\s)(?=[a-zA-Z]{0,5}[a-z][A-Z])[a-zA-Z]{5,7}(?=\s|$)/g;
const MODULE_HASH = /__(?=[\w-]{0,4}(?:\d|[A-Z][\w-]{0,3}[A-Z]))[\w-]{5}(?=\s|$)/g;

/** The names that somebody wrote, among the classes of an element. */
export function withoutHashes(label: string): string {
  const named = label.replace(MODULE_HASH, ' ');
  return STYLED.test(named) ? named.replace(STYLED, ' ').replace(STYLED_HASH, ' ') : named;
}

/** Any of them, asked at once since most classes are none. */
const SOUGHT_CLASS = new RegExp(
  [DATE_CLASS, DOUBTFUL_DATE_CLASS, PUBLISHED_CLASS, AUTHOR_CLASS]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'i',
);

/** Whether a class is one that a finder of dates or writers looks for. */
export const isSoughtClass = askedOfClass(
  (label) => SOUGHT_CLASS.test(hyphenated(label)) || AUTHOR_BOX_CLASS.test(label),
);
