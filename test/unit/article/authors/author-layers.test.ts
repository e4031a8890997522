import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { publisherAlone, text } from './authors-of.ts';

interface Parts {
  head?: string;
  above?: string;
  below?: string;
  after?: string;
}

function found({ head = '', above = '', below = '', after = '' }: Parts) {
  const html = `<html><head><title>Pier opens</title><meta property="og:site_name" content="Port Else Courier">${head}</head>
    <body>${above}<article><h1>Pier opens to small boats</h1>${below}${text}${after}</article></body></html>`;
  const outcome = scrapeArticle({ siteName: undefined, html, url: 'https://courier.example/pier' });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  const { authors } = outcome.article;
  return authors && [authors.layer, authors.from, authors.value.map(({ name }) => name).join(', ')];
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const data = (name: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Pier opens', author: { name } })}</script>`;
const label = (number: number, says: string, value: string) =>
  meta(`twitter:label${number}`, says) + meta(`twitter:data${number}`, value);
const link = '<div><a href="/about/editors/ann-lee">Ann Lee</a>, @annlee</div>';
/** So far below that it is near no headline. */
const farBelow = (line: string) => '<p>A line.</p>'.repeat(12) + line;
const box = (name: string) =>
  `<div class="author-bio"><h3>${name}</h3><p>Writes of piers.</p></div>`;

describe('who wrote is said where nothing else says it', () => {
  test.each<[string, string, Parts]>([
    ['structured data', 'jsonld', { head: data('Ann Lee') }],
    ['metadata for authors', 'meta', { head: meta('author', 'Ann Lee') }],
    ['metadata for authors', 'meta', { head: meta('twitter:misc:written by', 'Ann Lee') }],
    ['the byline near the headline', 'text', { below: '<p>By Ann Lee</p>' }],
    ['metadata beside the label "written by"', 'meta', { head: label(1, 'Written by', 'Ann Lee') }],
    ['metadata beside the label "written by"', 'meta', { head: label(2, 'Author', 'Ann Lee') }],
    ['a link to a writer’s page near the headline', 'text', { below: link }],
    ['a name in bold or beside the date', 'text', { below: '<p><b>Ann Lee</b></p>' }],
    ['the box about the writer', 'text', { after: box('Ann Lee') }],
    ['a byline over the headline', 'text', { above: '<p>By Ann Lee</p>' }],
    ['a byline beside the text', 'text', { after: farBelow('<p>By Ann Lee</p>') }],
  ])('by %s (%s): %j', (layer, from, parts) => {
    expect(found(parts)).toEqual([layer, from, 'Ann Lee']);
  });

  test('by nobody', () => {
    expect(found({})).toBeUndefined();
    expect(found({ after: farBelow('<p>By Port Else Courier</p>') })).toBeUndefined();
  });
});

describe('who wrote is said first', () => {
  test.each<[string, Parts]>([
    ['structured data', { head: data('Ann Lee') + meta('author', 'Bob Ray') }],
    ['metadata for authors', { head: meta('author', 'Ann Lee'), below: '<p>By Bob Ray</p>' }],
    [
      'the byline near the headline',
      { below: '<p>By Ann Lee</p>', head: label(1, 'Written by', 'Bob Ray') },
    ],
    [
      'metadata beside the label "written by"',
      { head: label(1, 'Written by', 'Ann Lee'), below: link.replace('Ann Lee', 'Bob Ray') },
    ],
    ['a link to a writer’s page near the headline', { below: `<p><b>Bob Ray</b></p>${link}` }],
    [
      'a name in bold or beside the date',
      { below: '<p><b>Ann Lee</b></p>', after: box('Bob Ray') },
    ],
    ['the box about the writer', { after: box('Ann Lee'), above: '<p>By Bob Ray</p>' }],
    [
      'a byline over the headline',
      { above: '<p>By Ann Lee</p>', after: farBelow('<p>By Bob Ray</p>') },
    ],
  ])('by %s', (layer, parts) => {
    const [name, , value] = found(parts) ?? [];
    expect([name, value]).toEqual([layer, 'Ann Lee']);
  });
});

describe('beside data that names the site alone a person is named', () => {
  const head = publisherAlone;
  const desk = '<p class="byline">Harbour desk</p>';

  test.each<[string, Parts]>([
    ['the byline near the headline', { head: data('Quay feed'), below: '<p>By Ann Lee</p>' }],
    ['a byline right below the headline', { head, below: `${desk}<p>By Ann Lee</p>` }],
    ['a byline over the headline', { head, above: '<p>By Ann Lee</p>' }],
    ['a byline beside the text', { head, after: farBelow('<p>By Ann Lee</p>') }],
  ])('by %s', (layer, parts) => {
    expect(found(parts)).toEqual([layer, 'text', 'Ann Lee']);
  });

  test.each([
    ['a first name', '<p>By Ann</p>'],
    ['an organization', '<p>By Harbour News Service</p>'],
  ])('but not by %s over the headline', (_what, above) => {
    expect(found({ head, above })?.[2]).toBe('Port Else Courier');
  });

  test('but not by a first name below the headline', () => {
    expect(found({ head, below: '<p>By Ann</p>' })?.[2]).toBe('Port Else Courier');
  });
});

describe('the first name that data gives is kept', () => {
  test('where it is a person’s alone', () => {
    expect(found({ head: meta('author', 'Thilo') })?.[2]).toBe('Thilo');
  });

  test('behind the site’s name only until a full one is found', () => {
    const head = publisherAlone + meta('author', 'Thilo');
    expect(found({ head })?.[2]).toBe('Port Else Courier');
    expect(found({ head, below: '<p>By Ann Lee</p>' })?.[2]).toBe('Ann Lee');
  });
});

describe('names that are one', () => {
  test('however they are written, are named once', () => {
    expect(found({ head: meta('author', 'Ann Lee') + meta('byl', 'ANN LEE') })?.[2]).toBe(
      'Ann Lee',
    );
  });

  test('on the line near the headline are all named from there', () => {
    const parts = { head: meta('author', 'Ann Lee'), below: '<p>By Ann Lee and Bob Ray</p>' };
    expect(found(parts)).toEqual([
      'the line near the headline that names them all',
      'text',
      'Ann Lee, Bob Ray',
    ]);
  });
});

test.each(['Inc', 'LLC', 'Ltd.', 'Corp.', 'GmbH', 'AG', 'e.V.', 'e. V.', 'S.A.', 'SA', 'Co.'])(
  'a company beside a person is no writer: Port Holdings %s',
  (form) => {
    const head = meta('author', 'Ann Lee') + meta('byl', `Port Holdings ${form}`);
    expect(found({ head })?.[2]).toBe('Ann Lee');
    expect(
      found({ head: meta('author', `Port Holdings ${form}`), below: '<p>By Ann Lee</p>' })?.[2],
    ).toBe('Ann Lee');
  },
);

test('a site that signs with its address is no writer', () => {
  const head = meta('author', 'Pier Weekly (courier.example)') + meta('byl', 'Pier Weekly');
  expect(found({ head, after: farBelow('<p>By Ann Lee</p>') })?.[2]).toBe('Ann Lee');
});
