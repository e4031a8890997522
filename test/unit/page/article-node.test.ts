import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/page/page.ts';
import { parsePage } from '../../../src/page/page-tree.ts';

const HEADLINE = 'Ferry to the outer islands is late again';
const URL_OF_PAGE = 'https://www.quay.example/harbour/ferry-late';

const own = {
  '@type': 'NewsArticle',
  headline: HEADLINE,
  datePublished: '2026-05-04T08:00:00Z',
  author: { '@type': 'Person', name: 'Ann Lee' },
};
/** Says more than the page's own node does. */
const other = {
  '@type': 'NewsArticle',
  headline: 'Soup kitchen closes for a week',
  datePublished: '2026-01-02T08:00:00Z',
  author: { '@type': 'Person', name: 'Ola Nord' },
  image: 'https://quay.example/soup.jpg',
  publisher: { '@type': 'Organization', name: 'The Quay' },
  url: 'https://quay.example/town/soup-kitchen',
};

interface Parts {
  h1?: string;
  title?: string;
  head?: string;
}

/** The headline of the node that is taken for the page's own. */
function headlineOf(blocks: unknown[], { h1 = HEADLINE, title = h1, head = '' }: Parts = {}) {
  const scripts = blocks
    .map((block) => `<script type="application/ld+json">${JSON.stringify(block)}</script>`)
    .join('');
  const parsed = parsePage(
    `<html><head><title>${title} | The Quay</title>${head}${scripts}</head><body><h1>${h1}</h1></body></html>`,
  );
  if (parsed.kind !== 'tree') throw new Error(parsed.message);
  return readPage(parsed.tree, { url: URL_OF_PAGE, siteName: undefined }).ld.article['headline'];
}

describe('another story’s node is not the page’s, before or after its own', () => {
  const WORK_OF_OTHERS = [
    'mentions',
    'citation',
    'isBasedOn',
    'hasPart',
    'isPartOf',
    'about',
    'subjectOf',
    'workExample',
    'translationOfWork',
    'relatedLink',
    'significantLink',
    'comment',
  ];

  test.each(WORK_OF_OTHERS)('as its %s', (property) => {
    expect(headlineOf([{ ...own, [property]: [other] }])).toBe(HEADLINE);
    expect(headlineOf([{ '@type': 'WebPage', [property]: other }, own])).toBe(HEADLINE);
    expect(headlineOf([own, { '@type': 'WebPage', [property]: other }])).toBe(HEADLINE);
  });

  test.each([
    ['in a list', { '@type': 'ItemList', itemListElement: [other] }],
    [
      'as an item of a list',
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: other }] },
    ],
    ['in a feed', { '@type': 'DataFeed', dataFeedElement: [{ item: other }] }],
    ['in a graph', { '@graph': [other] }],
    ['in an array', [[other]]],
    ['alone', other],
  ])('%s', (_where, block) => {
    expect(headlineOf([block, own])).toBe(HEADLINE);
    expect(headlineOf([own, block])).toBe(HEADLINE);
    expect(headlineOf([{ '@graph': [block, own] }])).toBe(HEADLINE);
  });
});

describe('a page whose data has other stories alone has no node', () => {
  test.each([
    ['in a list', { '@type': 'ItemList', itemListElement: [other] }],
    ['mentioned', { '@type': 'WebPage', mentions: [other] }],
    ['at the top, against what heading and title say', other],
    ['at the top without an address', { ...other, url: undefined }],
  ])('%s', (_where, block) => {
    expect(headlineOf([block])).toBeUndefined();
  });
});

describe('the page’s own node is taken', () => {
  test.each([
    [
      'in a list, by its address',
      { '@type': 'ItemList', itemListElement: [{ ...own, url: URL_OF_PAGE }] },
    ],
    ['in a list, by its headline', { '@type': 'ItemList', itemListElement: [other, own] }],
    ['as what the page is about', { '@type': 'WebPage', mainEntity: own }],
    ['without any address or day', { '@type': 'Article', headline: HEADLINE, author: 'Ann Lee' }],
  ])('%s', (_where, block) => {
    expect(headlineOf([block])).toBe(HEADLINE);
  });

  const anew = { ...own, headline: 'Why nobody crossed today' };
  test.each([
    ['by the page’s address', { ...anew, url: 'https://quay.example/harbour/ferry-late' }, {}],
    [
      'by the canonical address',
      { ...anew, mainEntityOfPage: { '@id': '/late' } },
      { head: '<link rel="canonical" href="https://www.quay.example/late">' },
    ],
    [
      'by the day that metadata states',
      anew,
      { head: '<meta property="article:published_time" content="2026-05-04T10:00:00+02:00">' },
    ],
    [
      'where no two places of the page agree on another',
      anew,
      { h1: 'Harbour', title: 'All the news of the coast' },
    ],
  ])('under another headline, %s', (_why, node, parts) => {
    expect(headlineOf([node], parts)).toBe(anew.headline);
  });

  test('in any script', () => {
    const [h1, another] = ['市议会因裂缝关闭渡轮码头十天', '面包店获得全国大奖'];
    const [mine, theirs] = [h1, another].map((headline) => ({ ...own, headline }));
    expect(headlineOf([theirs, mine], { h1 })).toBe(h1);
    expect(headlineOf([theirs], { h1 })).toBeUndefined();
  });
});
