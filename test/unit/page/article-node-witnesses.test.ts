import { describe, expect, test } from 'vitest';
import {
  isArticle,
  mayBeOfPage,
  ownArticle,
  readWitnesses,
} from '../../../src/page/article-node.ts';
import { pageOf } from '../../support/site/page-of.ts';

const HEADLINE = 'Ferry to the outer islands is late again';
const BASE = 'https://quay.example/harbour/ferry-late';

const witnessesOf = (html: string, url = BASE) => {
  const { tree, meta } = pageOf(html, { url });
  return readWitnesses(tree, meta, url);
};
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
type Witnesses = ReturnType<typeof readWitnesses>;
const known: Witnesses = {
  places: new Set(witnessesOf('<p>').places),
  titles: [HEADLINE],
  isHeadlineKnown: () => true,
  days: new Set(['2026-05-04']),
};
const silent: Witnesses = {
  places: new Set(),
  titles: [],
  isHeadlineKnown: () => false,
  days: new Set(),
};

describe('an article is a node of the type', () => {
  test.each([
    'NewsArticle',
    'BlogPosting',
    'LiveBlogPosting',
    'Report',
    'Review',
    'OpinionNews',
    'SocialMediaPosting',
    'https://schema.org/Article',
  ])('%s', (type) => {
    expect([isArticle({ '@type': type }), isArticle({ '@type': ['Thing', type] })]).toEqual([
      true,
      true,
    ]);
    expect(isArticle({ '@type': `${type}List` })).toBe(false);
  });
});

describe('a page is where', () => {
  const [own] = known.places;
  const placesOf = (html: string, url?: string) => [...witnessesOf(html, url).places];

  test('it was fetched, and where its canonical link and its metadata for sharing say', () => {
    const html = `<link rel="canonical" href="/a"><link rel="next" href="/b">${meta('og:url', '/c')}`;
    expect(placesOf(html)).toHaveLength(3);
    expect(placesOf('<link rel="next" href="/b">')).toEqual([own]);
  });

  test('no template’s front page says, nor a fragment, nor what is no address', () => {
    expect(placesOf(`${meta('og:url', '/')}<link rel="canonical" href="#top">`)).toEqual([own]);
    expect(placesOf(meta('og:url', 'https://['))).toEqual([own]);
    expect(placesOf('', 'https://quay.example/')).toEqual([]);
    expect(placesOf('', 'https://quay.example/?p=1')).toHaveLength(1);
  });
});

describe('a page is titled', () => {
  test('by its first title, its first 20 headings and its metadata', () => {
    const html = `<title>One</title><title>Two</title>${meta('og:title', 'Three')}${meta('dc.title', 'Four')}`;
    expect(witnessesOf(`${html}<h1></h1><h1>Five</h1>`).titles).toEqual([
      'One',
      'Five',
      'Three',
      'Four',
    ]);
    expect(witnessesOf('<h1>x</h1>'.repeat(21)).titles).toHaveLength(20);
  });

  const isKnown = (one: string, other: string) =>
    witnessesOf(`<title>${one}</title><h1>Soup</h1><h1>${other}</h1>`).isHeadlineKnown();

  test.each([
    ['of 20 letters alike', 'Ferry late once more', 'Ferry late once more', true],
    ['of 19 letters alike', 'Ferry late some day', 'Ferry late some day', false],
    ['of 8 dense letters alike', '渡轮码头因裂缝关', '渡轮码头因裂缝关', true],
    ['of 7 dense letters alike', '渡轮码头因裂缝', '渡轮码头因裂缝', false],
    ['of which six tenths are one', 'abcdefghijklmnopqrstuvw', 'abcdefghijklmno12345678', true],
    ['of which less is one', 'abcdefghijklmnopqrstuvw', 'abcdefghijklmn012345678', false],
  ])('for certain by two places %s', (_how, one, other, expected) => {
    expect(isKnown(one, other)).toBe(expected);
  });
});

test('a page is of the days that its metadata states', () => {
  const html =
    meta('article:published_time', '2026-05-04T08:00:00Z') +
    meta('pubdate', '2026-05-05') +
    meta('dcterms.issued', '4 May 2026');
  expect([...witnessesOf(html).days]).toEqual(['2026-05-04', '2026-05-05']);
});

describe('the page’s own node', () => {
  const article = { '@type': 'NewsArticle' };
  const taken = (node: object, witnesses = silent, isOwn = true) =>
    Object.keys(ownArticle([{ node: { ...article, ...node }, isOwn }], witnesses, BASE)).length > 0;
  const FIELDS = ['headline', 'datePublished', 'author', 'articleBody', 'publisher', 'image'];

  test.each(FIELDS)('has two fields, as %s and another', (field) => {
    const other = field === 'image' ? 'author' : 'image';
    expect(taken({ [field]: 'x', [other]: 'x' })).toBe(true);
    expect([taken({ [field]: 'x' }), taken({ [field]: 'x', inLanguage: 'en' })]).toEqual([
      false,
      false,
    ]);
  });

  test('has the page’s address where it has fewer', () => {
    expect([taken({ url: BASE }, known), taken({ url: '/other' }, known)]).toEqual([true, false]);
  });

  test('is an article', () => {
    expect(taken({ '@type': 'Thing', author: 'x', image: 'x' })).toBe(false);
  });

  test.each([
    ['the address', { url: BASE, author: 'x', image: 'x' }, true],
    ['the headline', { headline: HEADLINE, author: 'x' }, true],
    ['the name', { name: HEADLINE, author: 'x', image: 'x' }, true],
    ['the day alone', { datePublished: '2026-05-04', author: 'x' }, false],
    ['nothing', { author: 'x', image: 'x' }, false],
  ])('stands among works of others where it has %s of the page', (_what, node, expected) => {
    expect(taken(node, known, false)).toBe(expected);
  });

  test.each([
    ['nothing', {}, false],
    ['the address', { url: BASE }, true],
    ['the day', { datePublished: '2026-05-04' }, true],
    ['another day', { datePublished: '2026-05-05' }, false],
  ])('has another headline where it has %s of the page beside it', (_what, node, expected) => {
    expect(taken({ headline: 'Soup', author: 'x', ...node }, known)).toBe(expected);
  });

  test('may have a headline of which three tenths are the page’s', () => {
    const of = (headline: string) =>
      taken({ headline, author: 'x' }, { ...known, titles: ['abcdefnopqrstuvw'] });
    expect([of('abcdefghijklm'), of('abcdeghijklmf')]).toEqual([true, false]);
    const among = (headline: string) =>
      taken({ headline, author: 'x' }, { ...known, titles: ['abcdefxyzq'] }, false);
    expect([among('abcdefgh'), among('abcdeghf')]).toEqual([true, false]);
  });
});

describe('of two nodes, the richer is the page’s own where', () => {
  const more = { articleBody: 'x', publisher: 'x' };
  const nodeOf = (fields: object, isOwn = true) => ({
    node: { '@type': 'NewsArticle', author: 'x', image: 'x', ...fields } as Record<string, unknown>,
    isOwn,
  });
  const chosen = (one: ReturnType<typeof nodeOf>, other: ReturnType<typeof nodeOf>) => {
    const own = ownArticle([one, other], known, BASE);
    expect(ownArticle([other, one], known, BASE)).toBe(own);
    return own === one.node ? 'one' : 'other';
  };

  test.each<[string, object, boolean, object, boolean]>([
    [
      'one has the address and the other the headline',
      { url: BASE },
      true,
      { headline: HEADLINE },
      true,
    ],
    [
      'one has address and headline, and the other the headline in the page’s own place',
      { url: BASE, headline: HEADLINE },
      false,
      { headline: HEADLINE },
      true,
    ],
    [
      'one has the headline but another day, and the other the day alone',
      { headline: HEADLINE, datePublished: '2026-05-05' },
      true,
      { datePublished: '2026-05-04' },
      true,
    ],
    ['one names itself by a fragment and the other not', { '@id': '#article' }, true, {}, true],
    [
      'one has a day that is none and the other has none',
      { datePublished: 'soon' },
      true,
      {},
      true,
    ],
  ])('%s', (_what, one, isOwn, other, isOthersOwn) => {
    expect(chosen(nodeOf({ ...one, ...more }, isOwn), nodeOf(other, isOthersOwn))).toBe('one');
    const richer = { ...other, ...more, headline: 'headline' in other ? HEADLINE : undefined };
    const poorer = { ...one, image: undefined };
    expect(chosen(nodeOf(poorer, isOwn), nodeOf(richer, isOthersOwn))).toBe('other');
  });

  test.each<[string, object, object]>([
    ['it has the address', { url: BASE }, {}],
    ['it has the headline', { headline: HEADLINE }, {}],
    ['it has the day', { datePublished: '2026-05-04' }, {}],
    ['the other has another address', {}, { url: '/other' }],
    ['the other has another day', {}, { datePublished: '2026-05-05' }],
  ])('unless %s', (_what, poorer, richer) => {
    expect(chosen(nodeOf(poorer), nodeOf({ ...richer, ...more }))).toBe('one');
  });

  test('they say the same else; of two alike it is the first', () => {
    const [poor, rich] = [nodeOf({}), nodeOf(more)];
    expect(chosen(poor, rich)).toBe('other');
    expect(ownArticle([poor, nodeOf({})], known, BASE)).toBe(poor.node);
  });

  test('a page says nothing of itself', () => {
    const [poor, rich] = [
      nodeOf({}),
      nodeOf({ ...more, url: '/other', datePublished: '2026-05-05' }),
    ];
    expect(ownArticle([poor, rich], silent, BASE)).toBe(rich.node);
  });
});

test('a node may be about the page where it stands in its place and no other headline is known', () => {
  const may = (headline: string | undefined, witnesses = known, isOwn = true) =>
    mayBeOfPage({ node: { headline }, isOwn }, witnesses);
  expect([may(HEADLINE), may(undefined), may('Soup', silent)]).toEqual([true, true, true]);
  expect([may('Soup'), may(HEADLINE, known, false)]).toEqual([false, false]);
});
