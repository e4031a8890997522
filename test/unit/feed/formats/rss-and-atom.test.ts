import { describe, expect, test } from 'vitest';
import { feedOf, rss } from '../feed-of.ts';

const url = 'https://harbour.example/feeds/1.xml';
const NAMESPACES =
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const entryOf = async (item: string) =>
  (await feedOf(rss(`<item>${item}</item>`, NAMESPACES), { url })).entries[0]!;
const atom = (content: string) =>
  feedOf(`<feed xmlns="http://www.w3.org/2005/Atom">${content}</feed>`, { url });

const DAYS = Array.from({ length: 9 }, (_, at) => `2026-10-0${at + 1}T00:00:00Z`);
const iso = (day: string | undefined) => day?.replace('Z', '.000Z');

/** Each element alone, and before all that follow in the order of preference. */
async function expectOrderOfPreference(
  names: string[],
  field: (item: string) => Promise<string | null | undefined>,
  values: string[],
  expected = (value: string | undefined) => value,
) {
  for (const [at, name] of names.entries()) {
    const all = names.slice(at).toReversed();
    const item = all.map((one) => `<${one}>${values[names.indexOf(one)]}</${one}>`).join('');
    expect([name, await field(item)]).toEqual([name, expected(values[at])]);
  }
}

describe('of several elements the first of their order is taken', () => {
  test('for the day of publication', async () => {
    await expectOrderOfPreference(
      [
        'pubDate',
        'published',
        'issued',
        'dcterms:issued',
        'dc:date',
        'prism:publicationDate',
        'created',
        'dcterms:created',
        'prism:coverDate',
      ],
      async (item) => (await entryOf(item)).published,
      DAYS,
      iso,
    );
  });

  test('for the day of the last change', async () => {
    await expectOrderOfPreference(
      ['updated', 'modified', 'dcterms:modified', 'prism:modificationDate'],
      async (item) => (await entryOf(item)).updated,
      DAYS,
      iso,
    );
  });

  test('for the summary', async () => {
    await expectOrderOfPreference(
      [
        'description',
        'summary',
        'dc:description',
        'dcterms:abstract',
        'itunes:summary',
        'media:description',
      ],
      async (item) => (await entryOf(item)).summary,
      ['one', 'two', 'three', 'four', 'five', 'six'],
    );
  });

  test('for the content', async () => {
    await expectOrderOfPreference(
      ['content:encoded', 'xhtml:body', 'xhtml:div', 'body'],
      async (item) => (await entryOf(item)).content,
      ['one', 'two', 'three', 'four'],
    );
  });

  test('for the title', async () => {
    await expectOrderOfPreference(
      ['title', 'dc:title', 'media:title'],
      async (item) => (await entryOf(item)).title,
      ['one', 'two', 'three'],
    );
  });

  test('for the writer', async () => {
    await expectOrderOfPreference(
      ['author', 'dc:creator', 'dc:author', 'itunes:author', 'dcterms:creator'],
      async (item) => (await entryOf(item)).author,
      ['Ana One', 'Bob Two', 'Cy Three', 'Di Four', 'Ed Five'],
    );
  });

  test('and an empty one is none', async () => {
    expect(
      await entryOf(
        '<title> </title><dc:title>One</dc:title><pubDate>soon</pubDate><dc:date>2026-10-01</dc:date>',
      ),
    ).toMatchObject({
      title: 'One',
      published: '2026-10-01T00:00:00.000Z',
    });
  });
});

test.each([
  ['<author>ana@harbour.example (Ana Cruz)</author>', 'Ana Cruz'],
  ['<author>ana@harbour.example</author>', 'ana@harbour.example'],
  ['<author><name>Ana &amp;amp; Co</name><email>x@y.example</email></author>', 'Ana & Co'],
  ['<author><email>x@y.example</email></author>', 'x@y.example'],
  [
    '<dc:creator>Ana</dc:creator><dc:creator>Orla</dc:creator><dc:creator>Ana</dc:creator>',
    'Ana, Orla',
  ],
  [`<dc:creator>${'a'.repeat(501)}</dc:creator>`, 'a'.repeat(500)],
  ['', null],
])('the writer of %s is %s', async (item, author) => {
  expect((await entryOf(item)).author).toBe(author);
});

test('the writers of an Atom feed are those of its entries without any', async () => {
  const { entries } = await atom(
    '<author><name>Desk</name></author><entry/><entry><author><name>Ana</name></author></entry>',
  );
  expect(entries.map(({ author }) => author)).toEqual(['Desk', 'Ana']);
  const rssFeed = await feedOf(
    rss('<managingEditor>Desk</managingEditor><author>Desk</author><item/>'),
  );
  expect(rssFeed.entries[0]?.author).toBeNull();
});

test('categories are those of all vocabularies', async () => {
  const { categories } = await entryOf(
    `<category domain=" topics ">Bread &amp;amp; salt</category><category term="a" scheme="s" label="A">b</category><category label="L"/><category> </category>
     <dc:subject>Subject</dc:subject><media:category scheme="m">Media</media:category>
     <itunes:category text="Outer"><itunes:category text="Inner"/></itunes:category>`,
  );
  expect(categories).toEqual([
    { term: 'Bread & salt', scheme: 'topics' },
    { term: 'a', scheme: 's' },
    { term: 'L', scheme: null },
    { term: 'Subject', scheme: null },
    { term: 'Media', scheme: 'm' },
    { term: 'Outer', scheme: null },
    { term: 'Inner', scheme: null },
  ]);
});

test('what a group of media says is the entry’s where it says nothing itself', async () => {
  const group =
    '<media:group><media:title>T</media:title><media:description>D</media:description></media:group>';
  expect(await entryOf(group)).toMatchObject({ title: 'T', summary: 'D' });
  expect(await entryOf(`<title>Own</title><description>Own</description>${group}`)).toMatchObject({
    title: 'Own',
    summary: 'Own',
  });
});

test.each([
  ['<guid>1</guid>', '1'],
  ['<id>2</id>', '2'],
  ['<guid> </guid><id>2</id>', '2'],
  ['', null],
])('the id of %s is %s', async (item, id) => {
  expect((await entryOf(item)).id).toBe(id);
});

describe('a text that is written in base64', () => {
  const coded = Buffer.from('<p>Bread</p>').toString('base64');
  test.each([
    [`mode="base64"`, coded, '<p>Bread</p>'],
    [`type="application/octet-stream"`, coded, '<p>Bread</p>'],
    [`type="text/html"`, coded, coded],
    [`type="application/xml"`, coded, coded],
    [`type="image/svg+xml"`, coded, coded],
    [`type="html"`, coded, coded],
    [`mode="base64"`, 'not base 64!', 'not base 64!'],
    [`mode="base64"`, '/////w==', '/////w=='],
  ])('with %s: %s', async (attributes, text, content) => {
    const { entries } = await atom(`<entry><content ${attributes}>${text}</content></entry>`);
    expect(entries[0]?.content).toBe(content);
  });
});

test.each([
  ['text', 'A <b>c</b>  d', 'A <b>c</b> d'],
  ['text/plain', 'A <b>', 'A <b>'],
  ['html', 'A <canvas>', 'A'],
  [null, 'A <canvas> b', 'A <canvas> b'],
])('a title of type %s that reads %s is %s', async (type, written, title) => {
  const escaped = written.replaceAll('<', '&lt;');
  const attribute = type === null ? '' : ` type="${type}"`;
  const { entries } = await atom(`<entry><title${attribute}>${escaped}</title></entry>`);
  expect(entries[0]?.title).toBe(title);
});

test.each([
  ['<language>en</language><dc:language>de</dc:language>', 'en'],
  ['<dc:language>de</dc:language>', 'de'],
  ['', null],
])('the language of %s is %s', async (channel, language) => {
  expect((await feedOf(rss(channel, NAMESPACES))).language).toBe(language);
});

describe('relative addresses are of', () => {
  const linkOf = async (channel: string, at = 'https://cdn.example/f/1.xml') => {
    const xml = `<rss version="2.0"><channel>${channel}<item><link>a</link></item></channel></rss>`;
    return (await feedOf(xml, { url: at })).entries[0]?.link;
  };

  test.each([
    [
      'the site that the feed names',
      '<link>https://harbour.example/</link>',
      'https://harbour.example/a',
    ],
    [
      'the site that a link of Atom names',
      '<atom:link href="https://harbour.example/"/>',
      'https://harbour.example/a',
    ],
    [
      'the document where the link is to itself',
      '<atom:link rel="self" href="https://harbour.example/"/>',
      'https://cdn.example/f/a',
    ],
    [
      'the document where the link is no page',
      '<atom:link type="application/json" href="https://harbour.example/"/>',
      'https://cdn.example/f/a',
    ],
    [
      'the site whose link says that it is HTML',
      '<atom:link rel=" Alternate " type="text/HTML" href="https://harbour.example/"/>',
      'https://harbour.example/a',
    ],
    ['the document where no site is named', '', 'https://cdn.example/f/a'],
  ])('%s', async (_name, channel, link) => {
    expect(await linkOf(channel)).toBe(link);
  });

  test('the document where the whole links of entries lead there', async () => {
    const xml =
      '<rss version="2.0"><channel><link>https://harbour.example/</link><item><link>https://cdn.example/b</link></item><item><link>a</link></item></channel></rss>';
    const { entries } = await feedOf(xml, { url: 'https://cdn.example/f/1.xml' });
    expect(entries[1]?.link).toBe('https://cdn.example/f/a');
  });

  test('what a base states, outermost first', async () => {
    const xml = `<rss version="2.0" xml:base="https://harbour.example/x/"><channel xml:base="y/"><link>https://other.example/</link>
      <item xml:base="z/"><link>a</link></item></channel></rss>`;
    expect((await feedOf(xml, { url })).entries[0]?.link).toBe('https://harbour.example/x/y/z/a');
  });

  test('nothing where the document’s address is none', async () => {
    expect(await linkOf('', 'saved.xml')).toBe('a');
  });
});

test('an item that says nothing beside its link has nothing in the other fields', async () => {
  expect(await entryOf('<link>https://harbour.example/a</link>')).toMatchObject({
    title: null,
    author: null,
    summary: null,
    content: null,
    published: null,
    updated: null,
  });
});
