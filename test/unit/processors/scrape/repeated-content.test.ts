import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import {
  contentName,
  differingParameters,
  sessionAdvice,
} from '../../../../src/processors/scrape/repeated-content.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const textOf = (characters: number): ArticleRecord['paragraphs'] => [
  { kind: 'p', text: 'a'.repeat(100) },
  { kind: 'p', text: 'b'.repeat(characters - 100) },
];
const named = (changes: Partial<ArticleRecord> = {}) =>
  contentName(
    articleRecord({ url: 'https://a.example/1?s=2', paragraphs: textOf(200), ...changes }),
  );

describe('an article has a name by its content', () => {
  test.each([
    ['https://a.example/1?s=2', true],
    ['https://a.example/1;jsessionid=2', true],
    ['https://a.example/1', false],
    ['https://a.example/1#s', false],
  ])('where its address may carry a session: %s', (url, isNamed) => {
    expect(named({ url }) !== undefined).toBe(isNamed);
  });

  test('where it has a time and 200 characters, which are enough to tell two apart', () => {
    expect(named()).toMatch(/^content harbour-post \S+$/);
    expect(named({ paragraphs: textOf(199) })).toBeUndefined();
    const { publishedAt: _, ...undated } = articleRecord({ url: 'https://a.example/1?s=2' });
    expect(contentName({ ...undated, paragraphs: textOf(200) })).toBeUndefined();
  });

  test('that tells apart headline, time, text and source, and no addresses', () => {
    const others = [
      named({ title: 'Other' }),
      named({ publishedAt: '2026-11-21T08:30:00.000Z' }),
      named({ contentHash: 'other' }),
      named({ sourceId: 'hill' }),
    ];
    expect(new Set([named(), ...others]).size).toBe(5);
    expect(named({ url: 'https://b.example/2?t=3' })).toBe(named());
  });
});

test('the parameters in which two addresses differ are those that one lacks or has otherwise', () => {
  expect(differingParameters('https://a.example/?a=1&b=2', 'https://a.example/?b=3&c=4')).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(differingParameters('https://a.example/?a=1', 'https://a.example/?a=1')).toEqual([]);
});

test('the advice names the parameters where there are some', () => {
  expect(sessionAdvice('harbour', [])).toBe(
    'the links of harbour lead to one article by several addresses',
  );
  expect(sessionAdvice('harbour', ['sid', 'ref'])).toMatch(
    /^the links of harbour carry sid, ref, .*set url: \{ dropQuery: \[sid, ref\] \}/,
  );
});
