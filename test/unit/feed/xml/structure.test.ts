import { describe, expect, test } from 'vitest';
import {
  isItem,
  isKnown,
  isLeaf,
  MAX_ITEMS,
  MAX_SIBLINGS,
  MAX_SITEMAP_ITEMS,
  mayHold,
  qualified,
} from '../../../../src/feed/xml/structure.ts';

const LEAVES = [
  'feed: title link description summary content guid id pubDate published issued created updated modified category comments subtitle tagline rights body copyright language ttl managingEditor webMaster generator name email uri url hour day lastBuildDate logo icon docs rating loc lastmod info',
  'dc: creator author date title subject description language publisher source rights identifier type',
  'dcterms: issued created modified abstract creator',
  'media: title description credit category keywords text',
  'itunes: author summary subtitle title name email keywords',
  'sy: updatePeriod updateFrequency updateBase',
  'prism: publicationDate modificationDate coverDate url',
  'feedburner: origlink',
  'pheedo: origlink',
  'news: publication_date title name language keywords genres',
  'xhtml: body div',
];
const OTHERS = [
  'feed: author contributor enclosure source image skipHours skipDays textInput url sitemap',
  'media: content group thumbnail',
  'itunes: category image owner',
  'news: news publication',
  'image: image loc caption',
];
const names = (lists: string[]) =>
  lists.flatMap((list) => {
    const [prefix = '', words = ''] = list.split(/: (.*)/);
    return qualified(prefix, words);
  });

test('names of one prefix', () => {
  expect(qualified('dc', 'date title')).toEqual(['dc:date', 'dc:title']);
});

test.each(names(LEAVES))('%s holds one text', (name) => {
  expect([isLeaf(name), isKnown(name)]).toEqual([true, true]);
});

test.each(names(OTHERS).filter((name) => name !== 'feed:url'))('%s holds others', (name) => {
  expect([isLeaf(name), isKnown(name)]).toEqual([false, true]);
});

test.each(['feed:other', 'title', 'foreign:title', 'item'])('%s is read past', (name) => {
  expect([isLeaf(name), isKnown(name)]).toEqual([false, false]);
});

describe('an element may hold another', () => {
  test.each([
    [
      'feed:author',
      ['feed:name', 'feed:email', 'feed:uri', 'feed:url', 'itunes:name'],
      ['feed:title', 'media:title'],
    ],
    ['feed:contributor', ['feed:name', 'itunes:email'], ['feed:title']],
    ['feed:enclosure', ['media:text'], ['feed:title']],
    ['feed:skipHours', ['feed:hour'], ['feed:day', 'feed:hours']],
    ['feed:skipDays', ['feed:day'], ['feed:hour', 'feed:days']],
    ['media:thumbnail', [], ['media:text', 'feed:title']],
    ['media:content', ['media:text'], ['feed:title']],
    ['media:group', ['media:content'], ['feed:title']],
    ['itunes:category', ['itunes:category'], ['feed:title']],
    ['itunes:image', [], ['itunes:name', 'feed:title']],
    ['item', ['feed:title', 'media:group'], []],
  ])('%s', (outer, inside, outside) => {
    expect(inside.filter((name) => !mayHold(outer, name))).toEqual([]);
    expect(outside.filter((name) => mayHold(outer, name))).toEqual([]);
  });
});

test.each([
  ['urlset', 'feed:url', true],
  ['urlset', 'item', false],
  ['sitemapindex', 'feed:sitemap', true],
  ['sitemapindex', 'feed:url', false],
  ['rss', 'item', true],
  ['feed', 'entry', true],
  ['rss', 'feed:url', false],
])('whether an entry of <%s> is <%s>: %s', (root, name, expected) => {
  expect(isItem(name, root)).toBe(expected);
});

test('what one document may hold is bounded', () => {
  expect([MAX_ITEMS, MAX_SITEMAP_ITEMS, MAX_SIBLINGS]).toEqual([10_000, 50_000, 2_000]);
});
