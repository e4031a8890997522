import { describe, expect, test } from 'vitest';
import { readLenient } from '../../../../src/feed/xml/lenient.ts';

const items = (xml: string) => readLenient(xml, 0).items;
const UNCLOSED = 'elements without an end';
const CUT = 'the document ends before its elements do';

describe('a sound document', () => {
  test('has a root, a channel and its items, and nothing to mend', () => {
    expect(
      readLenient(
        '<rss version="2.0"><channel><title>T</title><item><guid isPermaLink="false">1</guid></item></channel></rss>',
        0,
      ),
    ).toEqual({
      root: 'rss',
      channel: { 'feed:title': [{ _: 'T' }] },
      items: [{ 'feed:guid': [{ $: { isPermaLink: 'false' }, _: '1' }] }],
      bases: [],
      repairs: [],
    });
  });

  test.each([
    ['<feed><title>T</title><entry/></feed>', 'feed'],
    ['<rdf:RDF><channel><title>T</title></channel><item/></rdf:RDF>', 'rdf:RDF'],
    ['<channel><title>T</title><item/></channel>', 'channel'],
  ])('%s', (xml, root) => {
    expect(readLenient(xml, 0)).toMatchObject({
      root,
      channel: { 'feed:title': [{ _: 'T' }] },
      items: [{}],
      repairs: [],
    });
  });

  test.each([
    ['<urlset><url><loc>a</loc></url></urlset>', 'urlset'],
    ['<sitemapindex><sitemap><loc>a</loc></sitemap></sitemapindex>', 'sitemapindex'],
  ])('%s', (xml, root) => {
    expect(readLenient(xml, 0)).toMatchObject({ root, items: [{ 'feed:loc': [{ _: 'a' }] }] });
  });

  test('has the bases of what stands around the channel', () => {
    expect(
      readLenient(
        '<rss xml:base="/a/"><channel xml:base="b/"><item xml:base="c/"/></channel></rss>',
        0,
      ),
    ).toMatchObject({ bases: ['/a/'], channel: { $: { 'xml:base': 'b/' } } });
  });

  test('begins where its root does', () => {
    expect(readLenient('<p>x</p><note><item><title>T</title></item>', 0)).toMatchObject({
      root: 'item',
      items: [{ 'feed:title': [{ _: 'T' }] }],
    });
    expect(readLenient('no markup', 0)).toEqual({
      root: '',
      channel: {},
      items: [],
      bases: [],
      repairs: [],
    });
  });

  test('has the text of known elements only, decoded, with its sections', () => {
    expect(
      items('<rss><item><author>Ana &amp; <![CDATA[&amp;]]><name/> </author><x>y</x></item></rss>'),
    ).toEqual([{ 'feed:author': [{ _: 'Ana & &amp;', 'feed:name': [{}] }] }]);
  });

  test('gives XHTML without the element around it, and marks markup as HTML', () => {
    const content = (attributes: string, inner: string) =>
      items(`<feed><entry><content${attributes}>${inner}</content></entry></feed>`)[0]?.[
        'feed:content'
      ];
    expect(content(' type="xhtml"', ' <div class="a"><p>x</p></div> ')).toEqual([
      { $: { type: 'html' }, _: '<p>x</p>' },
    ]);
    expect(content(' type="xhtml"', '<p>x</p>')).toEqual([{ $: { type: 'html' }, _: '<p>x</p>' }]);
    expect(content(' type="xhtml"', '<div>x</div>y')).toEqual([
      { $: { type: 'html' }, _: '<div>x</div>y' },
    ]);
    expect(content('', '<div>x</div>')).toEqual([{ $: { type: 'html' }, _: '<div>x</div>' }]);
    expect(content(' type="xhtml"', 'x')).toEqual([{ $: { type: 'xhtml' }, _: 'x' }]);
  });
});

describe('what is damaged', () => {
  test.each([
    [
      'an item without an end',
      '<rss><item><title>1</title><item><title>2</title></item></rss>',
      2,
      UNCLOSED,
    ],
    ['a field without an end', '<rss><item><title>1<link>a</link></item></rss>', 1, UNCLOSED],
    [
      'an element that holds what has no place in it',
      '<rss><item><media:thumbnail url="a"><title>1</title></item></rss>',
      1,
      UNCLOSED,
    ],
    [
      'an end without a start',
      '<rss></b><item/></rss>',
      1,
      'end tags of elements that were never opened',
    ],
    ['an end', '<rss><item><title>1</title></item>', 1, CUT],
    ['what ends with an outer element', '<rss><channel><item/></rss>', 1, UNCLOSED],
  ])('by %s is mended and told', (_name, xml, count, repair) => {
    const feed = readLenient(xml, 0);
    expect(feed.items).toHaveLength(count);
    expect(feed.repairs).toEqual([repair]);
  });

  test('keeps what the item says behind the unclosed element', () => {
    expect(items('<rss><item><media:thumbnail url="a"><title>1</title></item></rss>')).toEqual([
      { 'media:thumbnail': [{ $: { url: 'a' } }], 'feed:title': [{ _: '1' }] },
    ]);
    expect(items('<rss><item><author><title>x</title></author></item></rss>')).toEqual([
      { 'feed:author': [{ 'feed:title': [{ _: 'x' }] }] },
    ]);
  });
});

describe('names mean what is bound where they stand', () => {
  test('and only there', () => {
    const [one, two] = items(
      '<rss><item><m:title xmlns:m="http://search.yahoo.com/mrss/">1</m:title></item><item><m:title>2</m:title></item></rss>',
    );
    expect([Object.keys(one!), Object.keys(two!)]).toEqual([['media:title'], []]);
  });

  test('and a default below the root that nobody knows is foreign', () => {
    expect(
      items(
        '<rss><item><svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg><title>1</title></item></rss>',
      ),
    ).toEqual([{ 'feed:title': [{ _: '1' }] }]);
    expect(
      items('<rss xmlns="http://own.example/"><item><title>1</title></item></rss>'),
    ).toHaveLength(1);
  });

  test('to 300 bindings', () => {
    const bound = (count: number) => {
      const more = Array.from({ length: count }, (_, at) => ` xmlns:n${at}="urn:${at}"`).join('');
      const groups = more.match(/(?: xmlns:n\d+="urn:\d+"){1,100}/g) ?? [];
      const open = groups.map((group) => `<x${group}>`).join('');
      return Object.keys(
        items(
          `<rss>${open}<item><q:title xmlns:q="http://search.yahoo.com/mrss/">1</q:title></item>`,
        )[0]!,
      );
    };
    expect([bound(300), bound(301)]).toEqual([['media:title'], []]);
  });
});

describe('a hostile document', () => {
  test('has 10,000 entries, or 50,000 in a sitemap', () => {
    const feed = readLenient(`<rss>${'<item/>'.repeat(10_001)}</rss>`, 0);
    expect(feed.items).toHaveLength(10_000);
    expect(feed.repairs).toEqual(['more than 10000 entries: the rest is left out']);
    expect(readLenient(`<rss>${'<item/>'.repeat(10_000)}</rss>`, 0).repairs).toEqual([]);
    for (const [root, tag] of [
      ['urlset', 'url'],
      ['sitemapindex', 'sitemap'],
    ]) {
      expect(items(`<${root}>${`<${tag}></${tag}>`.repeat(50_001)}</${root}>`)).toHaveLength(
        50_000,
      );
    }
  });

  test('has 2,000 elements of one name in an entry', () => {
    expect(
      items(`<rss><item>${'<link>a</link>'.repeat(2_001)}</item></rss>`)[0]?.['feed:link'],
    ).toHaveLength(2_000);
  });

  test('nests 100 deep; what lies deeper is read as if it lay there', () => {
    const nested = (levels: number) =>
      items(`<rss>${'<x>'.repeat(levels)}<item><title>1</title></item>`);
    expect(nested(98)).toEqual([{ 'feed:title': [{ _: '1' }] }]);
    expect(nested(99)).toEqual([{}]);
  });
});

test.each([
  '<rss><channel><item><title>One<item><title>Two</title></item></channel></rss>',
  '<urlset><url><loc>One<url><loc>Two</loc></url></urlset>',
])('a text without an end ends where the next entry begins: %s', (xml) => {
  const texts = items(xml).map((item) => Object.values(item).flat());
  expect(texts).toMatchObject([[{ _: 'One' }], [{ _: 'Two' }]]);
});
