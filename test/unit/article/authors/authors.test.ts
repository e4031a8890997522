import { describe, expect, test } from 'vitest';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';
import { text, authorsOf } from './authors-of.ts';

test('the name that the config gives the source is no writer’s where the page names one', () => {
  const author = '<meta name="author" content="The Harbour Lantern">';
  const named = (byline: string) => authorsOf(author, byline, undefined, 'Harbour Lantern');
  expect(named('<p>By Ann Lee</p>')).toEqual(['Ann Lee']);
  expect(named('')).toEqual(['The Harbour Lantern']);
});

test('what is said of a writer in a box within the byline is no part of the name', () => {
  const box = (attribute: string) =>
    `<p class="byline">By <span class="author"><a href="/al">Ann Lee</a><span ${attribute}>Ann Lee covers ports.</span></span></p>`;
  for (const attribute of ['class="tooltip"', 'class="author-bio"', 'role="tooltip"', 'hidden']) {
    expect.soft(authorsOf('', box(attribute)), attribute).toEqual(['Ann Lee']);
  }
});

test('what follows a name in a byline is where and about what', () => {
  expect(
    authorsOf('', '<p class="byline">By Ann Lee, in Port Else, Business, Tourism</p>'),
  ).toEqual(['Ann Lee']);
});

describe('the byline is read', () => {
  test.each([
    ['as spelled out', '<div>By Ann Lee and Bob Ray</div>', ['Ann Lee', 'Bob Ray']],
    ['behind the date', '<div>Posted on 9 March 2026 09:30 EST by Ann Lee</div>', ['Ann Lee']],
    [
      'before rubric and date',
      '<div class="author">Written by Ann Lee in Harbour on 9 March 2026 at 08:34 PM</div>',
      ['Ann Lee'],
    ],
    ['glued to its word', '<p class="byline"><span>By</span>Ann Lee</p>', ['Ann Lee']],
    ['glued to its word twice', '<div><span>By</span>by ANN LEE</div>', ['ANN LEE']],
    [
      'in Bosnian, before the hour',
      '<p class="author">Piše: Ana Lukić prije 2 sata</p>',
      ['Ana Lukić'],
    ],
    ['with what looks like a place', '<p class="byline">By Em Lee</p>', ['Em Lee']],
    ['before an agency', '<p class="byline">Ann Lee | TNN</p>', ['Ann Lee']],
    [
      'and not from where readers sign',
      '<form><span class="author">Your Name Here</span></form><p class="byline">Ann Lee</p>',
      ['Ann Lee'],
    ],
    [
      'without the role in an element of its own',
      '<div class="byline"><span class="byline-name">By Ann Lee</span> <span class="byline-title">Harbour reporter</span></div>',
      ['Ann Lee'],
    ],
    ['before a handle', '<p class="byline">Ann Lee @annlee , Harbour Today</p>', ['Ann Lee']],
    ['behind a profession', '<p class="byline">QUAY-Online-Experte Bob Ray</p>', ['Bob Ray']],
    ['in Icelandic', '<p class="byline">Anna Líf skrifar frá Porsgrunn</p>', ['Anna Líf']],
    ['and no word for the writer', '<p class="byline">More by this author</p>', []],
    ['before a link to more', '<p class="byline">Ann Lee Alle Artikel</p>', ['Ann Lee']],
    ['before what it is', '<p class="byline">Ann Lee im Gespräch</p>', ['Ann Lee']],
    [
      'and no subjects beside it',
      '<div class="author">9.3.2026 / <a rel="tag">Harbour</a> / <a rel="tag">Top News</a></div>',
      [],
    ],
    ['and no heading that begins alike', '<h3>Von Suppe über Brot und Tee bis Zwieback</h3>', []],
    ['behind a label', '<p class="byline">Interview: Ann Lee</p>', ['Ann Lee']],
    [
      'and no other link of its element',
      '<div class="byline"><a href="/staff/ann-lee">Ann Lee</a> <a href="/staff/ann-lee/all">View Staff Page</a></div>',
      ['Ann Lee'],
    ],
    ['in Japanese', '<div>著者：山田太郎</div>', ['山田太郎']],
    [
      'with a second writer in brackets',
      '<p class="byline">Ann Lee (avec Bob Ray et Cara Poe)</p>',
      ['Ann Lee', 'Bob Ray', 'Cara Poe'],
    ],
    ['before the day', '<div>By Ann Lee Tuesday, Aug. 18, 2026</div>', ['Ann Lee']],
    [
      'before the site and its links',
      '<p>By Ann Lee<br>Courier.com<br><a href="/archive">Archive</a> | <a href="/c">Contact</a></p>',
      ['Ann Lee'],
    ],
    [
      'before roles, an agency and an age',
      '<p class="byline">By ANN LEE and BOB RAY - TNN Harbour Writers | <b>TNN</b> – 1 hr ago</p>',
      ['ANN LEE', 'BOB RAY'],
    ],
    ['as a desk’s name with an “and” sign', '<p class="byline">Pier & i</p>', ['Pier & i']],
    ['and no control for the text', '<div>Text Size</div>', []],
    [
      'behind what it is in German',
      '<div>Eine Kolumne von <b>Ann Lee</b> | 9.3.2026</div>',
      ['Ann Lee'],
    ],
    ['behind words for a page', '<div>Gespeichert von Ann Lee am 9. März 2026</div>', ['Ann Lee']],
    ['with the pictures', '<div>Photos and Story By Ann Lee</div>', ['Ann Lee']],
    ['of a team', '<div><a href="/about/newsteam/ann-lee">Ann Lee</a></div>', ['Ann Lee']],
    [
      'and not a number of things, nor a call',
      '<p class="byline">96 Soups of the Week</p><p class="byline">Come along!</p>',
      [],
    ],
    [
      'and not a list of writers to choose from',
      '<div class="authors nav">Cara Poe</div><p class="byline">Ann Lee</p>',
      ['Ann Lee'],
    ],
    [
      'from a link to the writer’s page',
      '<div><div><a href="/about/editors/ann-lee">Ann Lee</a>, @annlee</div></div>',
      ['Ann Lee'],
    ],
  ])('%s', (_what, byline, expected) => {
    expect(authorsOf('', byline)).toEqual(expected);
  });

  test('rather than that of another story beside the text', () => {
    const long = text.repeat(3);
    const others = '<ul><li>Soup kitchen opens <a class="byline">Cara Poe</a></li></ul>';
    expect(authorsOf('', `<div>By <a href="/desk">Ann Lee</a></div>${long}${others}`)).toEqual([
      'Ann Lee',
    ]);
  });

  test('rather than who put the page into the system', () => {
    const label =
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Bob Ray">';
    expect(authorsOf(label, '<p class="byline">Ann Lee</p>')).toEqual(['Ann Lee']);
  });
});

test('a desk in metadata yields to the writer below the headline, not to a promo', () => {
  const desk = '<meta name="author" content="Harbour Times">';
  expect(authorsOf(desk, '<div>By Ann Lee, Harbour Times</div>')).toEqual(['Ann Lee']);
  expect(authorsOf(desk, '<div>By the quay</div>')).toEqual(['Harbour Times']);
});

test('a publisher of several words is one, and its place is no writer', () => {
  const author = '<meta name="author" content="Harbour & Quay">';
  expect(authorsOf(author, '', 'Harbour & Quay')).toEqual(['Harbour & Quay']);
  expect(authorsOf('<meta name="author" content="quay.de, Port, Else">')).toEqual(['quay.de']);
});

describe('data that has less than the line below the headline', () => {
  const author = (name: string) => `<meta name="author" content="${name}">`;

  test('gets the other writers from it', () => {
    const byline = '<div>By Ann Lee, Bob Ray</div>';
    expect(authorsOf(author('Ann Lee'), byline)).toEqual(['Ann Lee', 'Bob Ray']);
    expect(authorsOf(author('Cara Poe'), byline)).toEqual(['Cara Poe']);
  });

  test('gets the last name from it', () => {
    expect(authorsOf(author('Ann'), '<div>By Ann Lee</div>')).toEqual(['Ann Lee']);
    expect(authorsOf(author('Ann'), '<div>By Annabel Lee</div>')).toEqual(['Ann']);
  });

  test('gets no role, agency or label from it', () => {
    for (const byline of [
      'Ann Lee, Senior Editor',
      'By Ann Lee and Harbour News',
      'Ann Lee, Online-Redaktion Veröffentlicht',
      'Ann Lee, Port Else No Comments',
    ]) {
      expect(authorsOf(author('Ann Lee'), `<div>${byline}</div>`)).toEqual(['Ann Lee']);
    }
  });
});

test('a name that begins like a month is one', () => {
  expect(authorsOf('<meta name="author" content="Marino">')).toEqual(['Marino']);
  expect(authorsOf('<meta name="author" content="March">')).toEqual([]);
});

test('a short name is a person’s', () => {
  expect(authorsOf('<meta name="author" content="Thilo">', '<div>By Ann Lee</div>')).toEqual([
    'Thilo',
  ]);
});

test('a catalogue’s order of names is turned round', () => {
  expect(authorsOf('<meta name="parsely-author" content="Lee, Ann">')).toEqual(['Ann Lee']);
});

test('a company beside a person is no writer, alone it is', () => {
  const company = '<meta name="author" content="Harbour Media Inc.">';
  expect(authorsOf(company)).toEqual(['Harbour Media Inc']);
  expect(authorsOf(`${company}<meta name="byl" content="By Ann Lee">`)).toEqual(['Ann Lee']);
  const society = '<meta name="author" content="Friends of the Harbour e.V.">';
  expect(authorsOf(society)).toEqual(['Friends of the Harbour e.V.']);
  expect(authorsOf(society, '<div>By Ann Lee</div>')).toEqual(['Ann Lee']);
});

test('an address that stands for several writers is none of theirs', () => {
  const data = (name: string) =>
    `<script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Ferry late again',
      author: { '@type': 'Person', name, url: 'https://quay.example/staff/1' },
    })}</script>`;
  const authors = (name: string) =>
    articleOf(article(PARAGRAPHS), data(name)).authors?.value.map(({ url }) => url);
  expect(authors('Ann Lee')).toEqual(['https://quay.example/staff/1']);
  expect(authors('Ann Lee and Bob Ray')).toEqual([undefined, undefined]);
});
