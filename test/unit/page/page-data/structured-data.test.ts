import { describe, expect, test } from 'vitest';
import { isArticle } from '../../../../src/page/article-node.ts';
import { ldText, listOf, typesOf } from '../../../../src/page/ld-nodes.ts';
import { readStructuredData, resolve } from '../../../../src/page/page-data/structured-data.ts';
import { treeOf } from '../../../support/site/page-of.ts';

const url = 'https://harbour.example/news/bread';
const ofScripts = (...scripts: string[]) =>
  readStructuredData(
    treeOf(
      scripts.map((script) => `<script type="application/ld+json">${script}</script>`).join(''),
    ),
    new Map(),
    url,
  );
const of = (...data: unknown[]) => ofScripts(...data.map((one) => JSON.stringify(one)));
const article = { '@type': 'NewsArticle', headline: 'Bread', author: 'Ana Cruz' };

describe('the node of the page’s article', () => {
  test.each([
    'Article',
    'NewsArticle',
    'ReportageNewsArticle',
    'BlogPosting',
    'LiveBlogPosting',
    'Report',
    'Review',
    'OpinionNews',
    'SocialMediaPosting',
    'schema:NewsArticle',
    'https://schema.org/NewsArticle',
    'http://schema.org#NewsArticle',
  ])('has the type %s', (type) => {
    expect(of({ ...article, '@type': type }).article).toMatchObject({ headline: 'Bread' });
    expect(isArticle({ '@type': ['Thing', type] })).toBe(true);
  });

  test.each(['WebPage', 'ArticleList', 'Product', 7])('has not the type %s', (type) => {
    expect(of({ ...article, '@type': type }).article).toEqual({});
  });

  test.each([
    ['headline', 'Bread'],
    ['datePublished', '2026-11-25'],
    ['author', 'Ana'],
    ['articleBody', 'Bread is dear.'],
    ['publisher', { name: 'Harbour' }],
    ['image', 'a.jpg'],
  ])('is the one that says more: %s counts', (field, value) => {
    const less = { '@type': 'Article', name: 'less', url: 'x', about: 'y', ...pair(0) };
    expect(
      of(less, { '@type': 'Article', name: 'more', ...pair(0), [field]: value }).article,
    ).toMatchObject({ name: 'more' });
    function pair(at: number) {
      const all = { headline: 'H', datePublished: 'D', author: 'A' };
      return Object.fromEntries(
        Object.entries(all)
          .filter(([key]) => key !== field)
          .slice(at, at + 2),
      );
    }
  });

  test('says two things at least, and of equals the first is it', () => {
    expect(of({ '@type': 'Article', headline: 'Bread' }).article).toEqual({});
    expect(of({ ...article, name: 'a' }, { ...article, name: 'b' }).article['name']).toBe('a');
  });

  test.each([
    { url },
    { '@id': `${url}#article` },
    { mainEntityOfPage: url },
    { mainEntityOfPage: { '@id': url } },
  ])('is the one that leads to this page: %j', (link) => {
    const other = { ...article, publisher: 'x', image: 'y', headline: 'Other' };
    expect(of(other, { ...article, ...link }).article['headline']).toBe('Bread');
    expect(of(other, { ...article, url: 'https://harbour.example/' }).article['headline']).toBe(
      'Other',
    );
  });
});

describe('what others wrote below the article is none of it', () => {
  test.each(['liveBlogUpdate', 'comment'])('%s', (key) => {
    const { nodes } = of({ ...article, [key]: [{ '@type': 'Article', headline: 'Inner' }] });
    expect(nodes).toHaveLength(1);
  });

  test.each(['review', 'reviews'])('several under %s, and a single one may be it', (key) => {
    const review = { '@type': 'Review', headline: 'Inner' };
    expect(of({ ...article, [key]: [review, review] }).nodes).toHaveLength(1);
    expect(of({ ...article, [key]: [review] }).nodes).toHaveLength(2);
    expect(of({ ...article, [key]: review }).nodes).toHaveLength(2);
  });

  test('and all other values are nodes of the page', () => {
    expect(
      of({ '@graph': [article, { '@type': 'Person', name: 'Ana' }], author: { '@type': 'Person' } })
        .nodes,
    ).toHaveLength(3);
  });
});

describe('a node that is named by its @id', () => {
  const writer = { '@id': '#ana', '@type': 'Person', name: 'Ana Cruz' };
  const data = of({ '@graph': [{ ...article, author: { '@id': '#ana' } }, writer] });

  test('is the one that says more of itself', () => {
    expect(resolve({ '@id': '#ana' }, data)).toEqual(writer);
    expect(resolve(data.article['author'], data)).toEqual(writer);
  });

  test('is itself where it has a name, or where nothing says more', () => {
    const named = { '@id': '#ana', name: 'A. Cruz' };
    expect(resolve(named, data)).toBe(named);
    const unknown = { '@id': '#orla' };
    expect(resolve(unknown, data)).toBe(unknown);
    expect(resolve('Ana', data)).toBe('Ana');
    expect(resolve({ '@id': 7 }, data)).toEqual({ '@id': 7 });
  });

  test('is the first that was given under that @id', () => {
    const twice = of(writer, { ...writer, name: 'Other' });
    expect(resolve({ '@id': '#ana' }, twice)).toEqual(writer);
  });
});

describe('a block that is no sound JSON', () => {
  const sound = '{"@type":"Article","headline":"Bread","author":"Ana"}';
  test.each([
    `<!-- ${sound} -->`,
    `//<![CDATA[\n${sound}\n//]]>`,
    `<![CDATA[${sound}]]>`,
    `${sound};`,
    '{"@type":"Article","headline":"Bread","author":"Ana",}',
    '{"@type":"Article","headline":"Bread","author":["Ana",],}',
    '{"@type":"Article","headline":"Bread","author":"Ana\nCruz"}',
    '{"@type":"Article","headline":"Bread","author":{"name":"Ana"}',
    '{"@type":"Article","headline":"Bread" "author":[{"@type":"Person","name":"Ana"}]}',
  ])('is mended: %j', (script) => {
    expect(ofScripts(script).article).toMatchObject({ '@type': 'Article', headline: 'Bread' });
    expect(ldText(ofScripts(script).article['author']) ?? 'Ana').toMatch(/^Ana/);
  });

  test.each([
    'headline',
    'datePublished',
    'dateModified',
    'dateCreated',
    'description',
    'articleSection',
  ])('beyond repair still says its first %s', (field) => {
    const broken = `{"@type":"Article","headline":"H","datePublished":"D" {"${field}":"a \\"b\\" \\/","${field}":"c"`;
    const { article: found } = ofScripts(broken);
    const first = { headline: 'H', datePublished: 'D' }[field] ?? 'a "b" /';
    expect(found[field]).toBe(first);
    expect(ofScripts(`{"@type":"Person" {"${field}":"a","${field}":"b"`).nodes).toEqual([]);
  });

  test('is left out where it says nothing, and the others are read', () => {
    expect(ofScripts('no data', JSON.stringify(article)).article).toMatchObject(article);
    const tree = treeOf(`<script type="application/json">${JSON.stringify(article)}</script>`);
    expect(readStructuredData(tree, new Map(), url).nodes).toEqual([]);
  });
});

describe('hostile data', () => {
  test('is read to twelve levels', () => {
    const nested = (levels: number) => {
      let value: unknown = article;
      for (let at = 0; at < levels; at += 1) value = { inner: value };
      return of(value).nodes.length;
    };
    expect([nested(12), nested(13)]).toEqual([1, 0]);
  });

  test('is read to 50,000 values', () => {
    const nodes = Array.from({ length: 50_100 }, () => ({ '@type': 'X' }));
    expect(of(nodes).nodes).toHaveLength(49_999);
  });
});

test.each([
  ['Bread', 'Bread'],
  [' <b>Bread</b> &amp; salt ', 'Bread & salt'],
  [['One', 'Two'], 'One'],
  [{ name: 'Ana' }, 'Ana'],
  [{ '@value': 'Bread', '@language': 'en' }, 'Bread'],
  [[{ name: 'Ana' }], 'Ana'],
  [7, '7'],
  [false, 'false'],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
  [{ url: 'x' }, undefined],
])('the text of %j is %j', (value, text) => {
  expect(ldText(value)).toBe(text);
});

test('a text is read to 10,000 characters, or as many as are asked for', () => {
  expect(ldText('a'.repeat(10_001))).toHaveLength(10_000);
  expect(ldText('a'.repeat(101), 100)).toHaveLength(100);
});

test('values and types are lists of any length', () => {
  expect([listOf(undefined), listOf(null), listOf(0), listOf(['a', 'b'])]).toEqual([
    [],
    [],
    [0],
    ['a', 'b'],
  ]);
  expect(typesOf({ '@type': ['a:B', 3, 'C'] })).toEqual(['B', 'C']);
});

describe('a block beyond repair', () => {
  const broken = (says: string) =>
    ofScripts(`{"@type":"NewsArticle","headline":"H","datePublished":"D" {${says}`).article;

  test.each([
    '"isAccessibleForFree": false',
    '"isAccessibleForFree":"False"',
    '"isAccessibleForFree" : "https://schema.org/False"',
    '"isAccessibleForFree":"http://schema.org/False"',
  ])('still says that its text is not free: %s', (says) => {
    expect(broken(says)['isAccessibleForFree']).toBe(false);
  });

  test.each(['"isAccessibleForFree": true', '"isAccessibleForFree": falsey', '"isFree": false'])(
    'says no such thing by %s',
    (says) => {
      expect(broken(says)).not.toHaveProperty('isAccessibleForFree');
    },
  );

  test('says who wrote, within three hundred characters', () => {
    const author = (filler: number) =>
      broken(`"author":[{"x":"${'y'.repeat(filler)}","name":"Ana \\"Bo\\" Cruz"`)['author'];
    expect([author(10), author(400)]).toEqual(['Ana "Bo" Cruz', undefined]);
  });
});

describe('where none is surely the page’s own', () => {
  const claims = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ '@type': 'Article', headline: `H${at}` }));

  test('five articles in its place may be it', () => {
    const { inItsPlace } = of(...claims(6));
    expect(inItsPlace.map(({ headline }) => headline)).toEqual(['H0', 'H1', 'H2', 'H3', 'H4']);
  });

  test('none may be it that is another type, or another work’s', () => {
    expect(of({ '@type': 'WebPage', headline: 'H', about: claims(1)[0] }).inItsPlace).toEqual([]);
    expect(of(article, ...claims(1)).inItsPlace).toEqual([]);
  });
});
