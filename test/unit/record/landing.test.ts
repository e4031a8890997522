import { describe, expect, test } from 'vitest';
import { landingDoubt, type Landing } from '../../../src/record/landing.ts';
import { tellsOfAnError } from '../../../src/record/error-entry.ts';
import { otherPageOf } from '../../../src/record/other-pages.ts';

const LINK = 'https://ledger.example/world/pier-opens';
const TEXT = [
  'The harbour board opened the pier on Monday, and boats may moor there from next month.',
  'Fishers had asked for it since a storm tore away the old one nineteen weeks ago.',
];

interface Given {
  title?: string;
  entryTitle?: string | null;
  summary?: string | null;
  link?: string;
  url?: string;
  statedAt?: string;
  from?: string;
  entriesAtLink?: number;
  text?: string[];
}

function doubtOf(given: Given): string | undefined {
  const { title = 'Something else altogether', entryTitle = 'Small boats may use the pier' } =
    given;
  const { link = LINK, url = link, summary = null, statedAt, from = 'meta', text = TEXT } = given;
  const landing: Landing = {
    entry: {
      title: entryTitle,
      summary,
      published: '2026-11-28T10:00:00.000Z',
      link,
      ...(given.entriesAtLink ? { entriesAtLink: given.entriesAtLink } : {}),
    },
    url,
    record: {
      title,
      paragraphs: text.map((one) => ({ kind: 'p', text: one })),
      provenance: { title: 'meta' },
    },
    statedAt: statedAt === undefined ? undefined : { value: statedAt, from },
    siteName: 'Harbour Ledger',
  };
  return landingDoubt(landing);
}

describe('A page is the entry’s', () => {
  test.each<[string, Given]>([
    ['by its headline', { title: 'Update: small boats may use the pier' }],
    [
      'by its headline, elsewhere',
      { title: 'Small boats may use pier', url: 'https://other.example/2026/77' },
    ],
    ['by the entry’s summary at its own address', { summary: TEXT[0]! }],
    [
      'by the words of the entry’s headline in its text',
      { entryTitle: 'Harbour board opened pier Monday' },
    ],
    [
      'by its time at its own address, wherever that stands',
      { statedAt: '2026-11-28', from: 'text' },
    ],
    [
      'by the time in its markup, elsewhere',
      { statedAt: '2026-11-28', url: 'https://ledger.example/a/7' },
    ],
    ['by its slug, elsewhere', { url: 'https://ledger.example/2026/small-boats-may-use-the-pier' }],
    ['where the entry has nothing to compare', { entryTitle: null }],
    [
      'where only scheme, www and a tracker differ',
      { url: LINK.replace('//', '//www.'), summary: TEXT[0]! },
    ],
    [
      'though its headline speaks of cookies, by text and time',
      { title: 'Our best cookies', summary: TEXT[0]!, statedAt: '2026-11-28' },
    ],
    [
      'in another script, by its headline',
      { entryTitle: '港の桟橋が再開した', title: '速報：港の桟橋が再開した' },
    ],
  ])('%s.', (_how, given) => {
    expect(doubtOf(given)).toBeUndefined();
  });
});

describe('A page is another than the entry’s', () => {
  test.each<[string, Given, RegExp]>([
    [
      'a front page, however well it fits',
      {
        url: 'https://ledger.example/',
        title: 'Small boats may use the pier',
        statedAt: '2026-11-28',
      },
      /front page of ledger\.example/,
    ],
    ['a front page by another name', { url: 'https://ledger.example/index.php' }, /front page/],
    ['the front page of a language', { url: 'https://ledger.example/en-gb/' }, /front page/],
    [
      'a front page that drops the query',
      { link: 'https://ledger.example/?p=7', url: 'https://ledger.example/' },
      /front page/,
    ],
    [
      'a front page that the entry itself names',
      { link: 'https://ledger.example/', title: 'Harbour Ledger' },
      /front page/,
    ],
    [
      'a section above it, though dated',
      { url: 'https://ledger.example/world/', statedAt: '2026-11-28' },
      /leads on to .*\/world\//,
    ],
    [
      'a section whose name is in the headline',
      {
        entryTitle: 'World: a pier for small boats',
        title: 'World',
        url: 'https://ledger.example/world/',
      },
      /leads on to/,
    ],
    [
      'a list elsewhere with the entry’s summary',
      { url: 'https://ledger.example/news', summary: TEXT[0]! },
      /leads on to/,
    ],
    [
      'one elsewhere that was published long before',
      { url: 'https://ledger.example/about', statedAt: '2021-01-01' },
      /leads on to/,
    ],
    [
      'a page of the site’s name',
      { entryTitle: 'Harbour Ledger wins prize', title: 'Harbour Ledger' },
      /headline \(“Harbour Ledger”\)/,
    ],
    ['a page that is not there', { title: 'Page not found' }, /nothing: “Page not found”/],
    [
      'the same in German, with the entry’s words',
      { title: 'Seite nicht gefunden', summary: TEXT[0]! },
      /says that there is nothing/,
    ],
    [
      'a question for consent',
      { title: 'Before you continue', url: 'https://consent.example/a' },
      /consent/,
    ],
    ['a log-in', { title: 'Iniciar sesión' }, /log-in/],
    ['an offer', { title: 'Jetzt abonnieren', statedAt: '2026-11-28' }, /subscribe/],
    ['a choice of region', { title: 'Choisissez votre région' }, /region/],
    [
      'one that several entries lead to',
      { entriesAtLink: 5, statedAt: '2026-11-28' },
      /4 more of the feed's entries/,
    ],
    [
      'an error that is told as an entry',
      { entryTitle: 'Bridge returned error 500! (20421)', title: 'Bridge returned error 500!' },
      /error instead of news/,
    ],
  ])('%s.', (_what, given, reason) => {
    expect(doubtOf(given)).toMatch(reason);
  });
});

test.each([
  'Bridge returned error 404! (19933)',
  'Fehler 503 beim Abruf des Feeds',
  'Erreur du flux : HttpException',
  'Ошибка 500: лента недоступна',
  'フィードの取得エラー',
])('%s is an error of a program.', (title) => {
  expect(tellsOfAnError({ title })).toBe(true);
});

test.each([
  'Pilot error blamed for crash that killed 12',
  'Ein Fehler mit Folgen: die Brücke bleibt zu',
  'Council feeds 500 at the winter fair',
  null,
])('%s is none.', (title) => {
  expect(tellsOfAnError({ title })).toBe(false);
});

test.each(['Pier reopens after the storm', 'Паром вернулся в гавань'])(
  'Nothing is read into the headline %s.',
  (headline) => {
    expect(otherPageOf(headline)).toBeUndefined();
  },
);
