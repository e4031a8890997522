import { describe, expect, test } from 'vitest';
import { findPaywall } from '../../../../src/article/metadata/paywall.ts';
import { parsePage } from '../../../../src/page/page-tree.ts';
import { readPage } from '../../../../src/page/page.ts';

const ld = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`;
const URL_HERE = 'https://lantern.example/ferry';

function found(html: string): string[] {
  const outcome = parsePage(`<html><body>${html}</body></html>`);
  if (outcome.kind !== 'tree') throw new Error(outcome.message);
  const page = readPage(outcome.tree, { url: URL_HERE, siteName: undefined });
  return findPaywall(page).map(({ where }) => where);
}

describe('is not free, by JSON-LD', () => {
  test.each([
    ['of the article', { '@type': 'NewsArticle', isAccessibleForFree: false }],
    ['as text', { '@type': 'NewsArticle', isAccessibleForFree: 'No' }],
    ['as an address', { '@type': 'Article', isAccessibleForFree: 'https://schema.org/False' }],
    [
      'of a part',
      { '@type': 'Article', hasPart: { cssSelector: '.b', isAccessibleForFree: false } },
    ],
    [
      'of one part of two',
      {
        '@type': 'Article',
        hasPart: [{ isAccessibleForFree: true }, { isAccessibleForFree: 'false' }],
      },
    ],
    ['of the page around the article', { '@type': 'WebPage', isAccessibleForFree: false }],
    [
      'of what the page is about',
      { '@type': 'WebPage', mainEntity: { '@type': 'Article', isAccessibleForFree: false } },
    ],
    ['of a node without a type', { isAccessibleForFree: false }],
    [
      'in a graph',
      {
        '@graph': [
          { '@type': 'WebSite', name: 'x' },
          { '@type': 'Article', isAccessibleForFree: false },
        ],
      },
    ],
  ])('%s', (_what, node) => {
    expect(found(ld(node))).toEqual(['JSON-LD']);
  });
});

describe('is free', () => {
  test.each([
    ['where nothing is said', ld({ '@type': 'NewsArticle', headline: 'A' })],
    ['where that is said', ld({ '@type': 'NewsArticle', isAccessibleForFree: true })],
    [
      'where another page of the list is closed',
      ld({ '@type': 'Article', url: 'https://lantern.example/other', isAccessibleForFree: false }) +
        ld({ '@type': 'NewsArticle', url: URL_HERE, headline: 'Here' }),
    ],
    [
      'where the closed item is about another page',
      '<div itemscope itemtype="https://schema.org/Article"><link itemprop="url" href="/other"><meta itemprop="isAccessibleForFree" content="false"></div>',
    ],
    [
      'where a thing that is offered on the page is closed',
      '<div itemscope><div itemprop="about" itemscope><meta itemprop="isAccessibleForFree" content="False"></div></div>',
    ],
  ])('%s', (_what, html) => {
    expect(found(html)).toEqual([]);
  });
});

describe('is not free, by marks in the page', () => {
  test.each([
    [
      'microdata in a meta',
      '<article itemscope><meta itemprop="isAccessibleForFree" content="False"></article>',
    ],
    [
      'microdata in text',
      '<article itemscope><span itemprop="isAccessibleForFree">no</span></article>',
    ],
    [
      'a link',
      '<article itemscope><link itemprop="isAccessibleForFree" href="https://schema.org/False"></article>',
    ],
    [
      'microdata whose names a line break parts',
      '<article itemscope><meta itemprop="free\nisAccessibleForFree" content="False"></article>',
    ],
    [
      'microdata whose names a tab parts',
      '<article itemscope><meta itemprop="isAccessibleForFree\tfree" content="False"></article>',
    ],
    ['RDFa', '<article><meta property="schema:isAccessibleForFree" content="false"></article>'],
    [
      'a part of the article',
      '<article itemscope><div itemprop="hasPart" itemscope><meta itemprop="isAccessibleForFree" content="false"></div></article>',
    ],
  ])('%s', (_what, html) => {
    expect(found(html)).toEqual(['microdata']);
  });

  test('a tier that is locked', () => {
    expect(found('<meta name="article:content_tier" content="Locked">')).toEqual([
      'meta[name=article:content_tier]',
    ]);
    expect(found('<meta name="article:content_tier" content="free">')).toEqual([]);
  });
});
