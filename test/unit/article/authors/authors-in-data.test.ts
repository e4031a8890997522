import { describe, expect, test } from 'vitest';
import { authorsOf, publisherAlone } from './authors-of.ts';

describe('where structured data names the site alone', () => {
  test.each([
    ['a name without blanks', '<meta name="cXenseParse:author" content="山田太郎">', ['山田太郎']],
    [
      'a label and its value',
      '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ann Lee">',
      ['Ann Lee'],
    ],
    [
      'the second label',
      '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="3 minutes"><meta name="twitter:label2" content="Written by"><meta name="twitter:data2" content="Ann Lee">',
      ['Ann Lee'],
    ],
  ])('%s tells the writer', (_what, meta, expected) => {
    expect(authorsOf(publisherAlone + meta)).toEqual(expected);
  });

  test('another label is no writer', () => {
    const meta =
      '<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="Five Crowns">';
    expect(authorsOf(publisherAlone + meta)).toEqual(['Port Else Courier']);
  });
});

describe('structured data that names nobody', () => {
  const named = (author: object | string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Pier opens to small boats', datePublished: '2026-05-04', author })}</script>`;

  test.each(['Quay feed', 'Guest Contributor', 'News desk', 'Staff Writer', 'Web import'])(
    '“%s” yields to a full name in the byline',
    (name) => {
      expect(authorsOf(named({ name }), '<p>By Ann Lee and Bob Ray</p>')).toEqual([
        'Ann Lee',
        'Bob Ray',
      ]);
    },
  );

  test.each(['Ursula von der Leyden', 'Lea de Graaf', 'Paul Ames Jr.', 'Zoë', '田中花子'])(
    '“%s” is a name, whoever else stands in a byline',
    (name) => {
      expect(authorsOf(named({ name }), '<p>By Ann Lee</p>')).toEqual([name]);
    },
  );

  test.each([
    ['given and family name', { givenName: 'Ann', familyName: 'Lee' }, ['Ann Lee']],
    ['three parts', { givenName: 'Ann', additionalName: 'B.', familyName: 'Lee' }, ['Ann B. Lee']],
    ['a name in a node', { name: { '@type': 'Person', name: 'Ann Lee' } }, ['Ann Lee']],
    [
      'several',
      [{ givenName: 'Ann', familyName: 'Lee' }, { name: 'Bob Ray' }],
      ['Ann Lee', 'Bob Ray'],
    ],
    ['what the writer is behind the name', { name: 'Ann Lee Redactora de puertos' }, ['Ann Lee']],
  ])('%s is read', (_what, author, expected) => {
    expect(authorsOf(named(author))).toEqual(expected);
  });
});

test('structured data that is no JSON gives its writer', () => {
  const broken =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier "opens"","author":{"@type":"Person","name":"Ann Lee"}}</script>';
  expect(authorsOf(broken)).toEqual(['Ann Lee']);
});
