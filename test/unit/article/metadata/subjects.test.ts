import { describe, expect, test } from 'vitest';
import { findSubjects } from '../../../../src/article/metadata/subjects.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', author: 'A', ...node })}</script>`;
const subjects = (html: string) => findSubjects(pageOf(html));

describe('topics', () => {
  test('are those of structured data, as a list or a text', () => {
    expect(subjects(ld({ keywords: ['bread, salt', { name: 'Ferry' }, 7] })).topics).toEqual({
      value: ['bread', 'salt', 'Ferry', '7'],
      from: 'jsonld',
    });
    expect(
      subjects(ld({ keywords: 'a1; <b>b2</b> |c3' }) + meta('keywords', 'x1')).topics?.value,
    ).toEqual(['a1', 'b2', 'c3']);
  });

  test.each([
    'article:tag',
    'og:article:tag',
    'news_keywords',
    'parsely-tags',
    'sailthru.tags',
    'keywords',
  ])('are those of %s', (name) => {
    expect(subjects(meta(name, 'bread, salt; bread')).topics).toEqual({
      value: ['bread', 'salt'],
      from: 'meta',
    });
  });

  test('begin with the section', () => {
    expect(
      subjects(meta('article:section', 'Town') + meta('keywords', 'bread')).topics?.value,
    ).toEqual(['Town', 'bread']);
    expect(subjects(meta('article:section', 'Town')).topics).toEqual({
      value: ['Town'],
      from: 'meta',
    });
    expect(subjects('<p>')).toEqual({});
  });

  test('have two to eighty letters, and are two hundred of one text', () => {
    const [long, tooLong] = ['a'.repeat(80), 'a'.repeat(81)];
    expect(subjects(meta('keywords', `a, ab, ${long}, ${tooLong}`)).topics?.value).toEqual([
      'ab',
      long,
    ]);
    const many = Array.from({ length: 201 }, (_, at) => `word${at}`).join(',');
    expect(subjects(meta('keywords', many)).topics?.value).toHaveLength(200);
  });
});

test('a section of more than 80 letters is a sentence', () => {
  const section = (length: number) => subjects(meta('article:section', 'a'.repeat(length))).section;
  expect(section(80)).toEqual({ value: 'a'.repeat(80), from: 'meta' });
  expect(section(81)).toBeUndefined();
});

test('paths of a classification are in lower case, each once', () => {
  expect(
    subjects(meta('classification', '/FOX NEWS/WORLD/Ada Marsh,/A/B//, single ,/A/B'))
      .taxonomyPaths,
  ).toEqual({
    value: ['fox-news/world/ada-marsh', 'a/b'],
    from: 'meta',
  });
});
