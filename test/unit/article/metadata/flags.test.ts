import { describe, expect, test } from 'vitest';
import {
  findFlags,
  isDevelopingNote,
  DEVELOPING,
  OPINION_SECTIONS,
} from '../../../../src/article/metadata/flags.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

type Flag = 'live' | 'opinion' | 'sponsored' | 'developing' | 'gated';
const flags = (html: string, path = '/news/1', title?: string, texts: string[] = []) =>
  Object.entries(
    findFlags(
      pageOf(html, { url: `https://quay.example${path}` }),
      title,
      texts.map((text) => ({ kind: 'p', text })),
    ),
  )
    .filter(([, isSet]) => isSet)
    .map(([name]) => name as Flag);
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ headline: 'H', author: 'A', ...node })}</script>`;

test('an ordinary article has none', () => {
  expect(flags(ld({ '@type': 'NewsArticle' }) + meta('og:type', 'article'))).toEqual([]);
});

describe('an article is an opinion', () => {
  test.each([
    'opinion',
    'opinions',
    'oped',
    'op-ed',
    'op-eds',
    'column',
    'columns',
    'columnist',
    'columnists',
    'commentary',
    'editorial',
    'editorials',
    'comment is free',
    'meinung',
    'kommentar',
    'tribune',
    'tribunes',
    'opinión',
    'opinione',
    'Opinion',
  ])('in the section %s', (section) => {
    expect(flags(meta('article:section', section))).toEqual(['opinion']);
    expect(flags(meta('article:section', `${section} x`))).toEqual([]);
  });

  test.each([
    'opinion',
    'opinions',
    'op-ed',
    'commentary',
    'commentisfree',
    'editorial',
    'editorials',
    'meinung',
    'kommentar',
    'kommentare',
    'tribune',
  ])('under /%s/', (folder) => {
    expect(flags('<p>', `/x/${folder}/1`)).toEqual(['opinion']);
    expect(flags('<p>', `/x/${folder}`)).toEqual([]);
  });

  test.each(['og:type', 'article:type', 'content-type', 'page-type', 'prism.genre'])(
    'by %s',
    (name) => {
      expect(flags(meta(name, 'The Opinion page'))).toEqual(['opinion']);
      expect(flags(meta(name, 'opinionated'))).toEqual([]);
    },
  );

  test('by its type, or its own mark', () => {
    expect(flags(ld({ '@type': 'OpinionNewsArticle' }))).toEqual(['opinion']);
    expect(flags(meta('article:opinion', 'True'))).toEqual(['opinion']);
    expect(flags(meta('article:opinion', 'truely'))).toEqual([]);
  });
});

describe('an article is sponsored', () => {
  test.each([
    'advertorial',
    'sponsored',
    'paid content',
    'paid-content',
    'paidcontent',
    'native ad',
    'native-ad',
    'nativead',
  ])('where its kind is %s', (kind) => {
    expect(flags(meta('page-type', kind))).toEqual(['sponsored']);
  });

  test.each([
    'sponsored',
    'advertorial',
    'paid-content',
    'paidcontent',
    'brandvoice',
    'partner-content',
    'sponsor-content',
  ])('under /%s/', (folder) => {
    expect(flags('<p>', `/${folder}/1`)).toEqual(['sponsored']);
  });

  test.each(['true', 'yes', '1', 'YES'])('where it says %s', (value) => {
    for (const name of ['sponsored', 'advertorial'])
      expect(flags(meta(name, value))).toEqual(['sponsored']);
    expect(flags(meta('sponsored', `${value}x`))).toEqual([]);
  });

  test('by its type', () => {
    expect(flags(ld({ '@type': ['AdvertiserContentArticle'] }))).toEqual(['sponsored']);
  });
});

describe('an article is live', () => {
  test.each(['live', 'live-news', 'liveblog', 'live-updates'])('under /%s/', (folder) => {
    expect(flags('<p>', `/x/${folder}/1`)).toEqual(['live']);
    expect(flags('<p>', `/x/a${folder}/1`)).toEqual([]);
  });

  test('by its type', () => {
    expect(flags(ld({ '@type': 'LiveBlogPosting' }))).toEqual(['live']);
  });
});

describe('a story is developing', () => {
  test.each([
    'This is a developing story.',
    'This is a breaking story and will be updated.',
    'This is a breaking news story.',
    'Developing story. Please check back.',
    'Breaking story, refresh for more.',
    'Developing story: will be updated',
    'Breaking story; it will be updated',
    'The story is developing.',
    'More to come.',
    'There is more to come',
  ])('where it says "%s"', (text) => {
    expect(isDevelopingNote(text)).toBe(true);
    expect(flags('<p>', '/1', undefined, ['Bread is dear.', text])).toEqual(['developing']);
  });

  test.each([
    'More to come, he said, was all that he heard.',
    'The developing story of bread.',
    `This is a developing story. ${'a'.repeat(222)}`,
  ])('and not where it says "%s"', (text) => {
    expect(isDevelopingNote(text)).toBe(false);
  });

  test('in a note of up to 249 characters, or by its title', () => {
    expect(isDevelopingNote(`${'a '.repeat(110)}this is a developing story.`)).toBe(true);
    expect(flags('<p>', '/1', 'Developing: ferry late')).toEqual(['developing']);
    expect(flags('<p>', '/1', 'BREAKING : ferry late')).toEqual(['developing']);
    expect(flags('<p>', '/1', 'Breaking bread: a ferry')).toEqual([]);
  });
});

test('an article that is not free to read is gated', () => {
  expect(flags(ld({ '@type': 'NewsArticle', isAccessibleForFree: false }))).toEqual(['gated']);
});

walkRows('DEVELOPING', DEVELOPING);
walkRows('OPINION_SECTIONS', OPINION_SECTIONS);
