import { describe, expect, test } from 'vitest';
import { readXmlFeed } from '../../../../src/feed/xml/xml-feed.ts';

const rss = (item: string) =>
  `<rss version="2.0"><channel><title>T</title><item>${item}</item></channel></rss>`;
const read = (xml: string) => readXmlFeed(xml, xml.indexOf('<rss'), 'rss');

/** The lenient reader gives each text in an element of its own, rss-parser as a text. */
const isLenient = async (xml: string) =>
  typeof (await read(xml)).channel['feed:title'] === 'object' &&
  JSON.stringify((await read(xml)).channel['feed:title']) === '[{"_":"T"}]';

describe('a document is read by the lenient reader', () => {
  test.each([
    ['where it is damaged', rss('<title>One')],
    ['where it has bases', rss('<link xml:base="/a/">x</link>')],
    ['where a text holds markup', rss('<description>One <b>two</b></description>')],
    [
      'where a prefix has two meanings',
      rss('<a xmlns:x="urn:a"/><b xmlns:x="http://search.yahoo.com/mrss/"/>'),
    ],
    [
      'where entries lie elsewhere',
      '<rss version="2.0"><channel><title>T</title><box><item/></box></channel></rss>',
    ],
    ['where it has a long name and is long', rss(`<${'a'.repeat(1_000)}/>${' '.repeat(500_000)}`)],
    ['where it is long and has many parts', rss(`${'<a/>'.repeat(150_000)}`)],
    ...[
      '&#0;',
      '&#8;',
      '&#11;',
      '&#12;',
      '&#14;',
      '&#19;',
      '&#20;',
      '&#29;',
      '&#30;',
      '&#31;',
      '&#128;',
      '&#129;',
      '&#130;',
      '&#149;',
      '&#150;',
      '&#159;',
      '&#0150;',
      '&#x0;',
      '&#x0096;',
      '&#x8;',
      '&#x0b;',
      '&#xc;',
      '&#xE;',
      '&#xf;',
      '&#x10;',
      '&#x1f;',
      '&#x80;',
      '&#x9F;',
    ].map((reference) => [`for ${reference}`, rss(`<title>One ${reference}</title>`)] as const),
  ] as [string, string][])('%s', async (_name, xml) => {
    expect(await isLenient(xml)).toBe(true);
  });

  test.each([
    ['a plain one', rss('<title>One &#9;&#10;&#13;&#32;&#127;&#160;&#x20;&#xa0;&#x7f;</title>')],
    ['one without a version', rss('<title>One</title>').replace(' version="2.0"', '')],
    ['one with items that are no entries', rss('<title>One</title><items>x</items>')],
    ['one that is long', rss(`<title>${'a '.repeat(250_001)}</title>`)],
    ['one with a long name that is short', rss(`<${'a'.repeat(1_000)}/>`)],
  ])('and not %s', async (_name, xml) => {
    expect(await isLenient(xml)).toBe(false);
    expect(await read(xml)).toMatchObject({ root: 'rss', bases: [], repairs: [] });
  });
});

test('the parts of a long document are its tags, attributes and references together', async () => {
  const many = (count: number) => rss('<a b="&amp;"/>'.repeat(count));
  expect(await isLenient(many(51_000))).toBe(true);
  expect(await isLenient(many(49_000))).toBe(false);
});
