import { describe, expect, test } from 'vitest';
import { foldedName, readSiteNames } from '../../../src/page/site-names.ts';
import { pageOf } from '../../support/site/page-of.ts';

const url = 'https://www.morning-quay.example.org/1';
const stated = (html: string) => [...readSiteNames(pageOf(html, { url })).stated];

describe('a page states its site’s name', () => {
  test.each([
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:site',
    'dc.publisher',
  ])('in %s', (name) => {
    expect(stated(`<meta name="${name}" content="The Quay!">`)).toContain('thequay');
  });

  test('as the publisher in its structured data', () => {
    expect(
      stated(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"Quay Media"},"author":"y"}</script>',
      ),
    ).toContain('quaymedia');
  });

  test('by its host, with and without its last label, and by the label before that', () => {
    expect(stated('<p>')).toEqual(['morningquayexampleorg', 'morningquayexample', 'example']);
  });

  test('and a single letter is none', () => {
    expect(stated('<meta name="og:site_name" content="Q">')).not.toContain('q');
    expect(stated('<meta name="og:site_name" content="QT">')).toContain('qt');
  });
});

test.each('the der die das le les la el los las il lo de het'.split(' '))(
  'the article "%s" is none of a name',
  (article) => {
    expect(foldedName(`${article} Quay`)).toBe('quay');
    expect(foldedName(`${article.toUpperCase()} Quay`)).toBe('quay');
    expect(foldedName(`${article}Quay`)).toBe(`${article}quay`);
  },
);

test('the name of the config is the source’s, and empty for a page of no source', () => {
  expect(readSiteNames(pageOf('<p>', { siteName: 'The Quay' })).configured).toBe('quay');
  expect(readSiteNames(pageOf('<p>')).configured).toBe('');
});

test('the names of a page are read once, however often they are asked for', () => {
  const page = pageOf('<p>');
  expect(readSiteNames(page)).toBe(readSiteNames(page));
  expect(readSiteNames(pageOf('<p>'))).not.toBe(readSiteNames(page));
});
