import { describe, expect, test } from 'vitest';
import { withDeclaredEntities } from '../../../../src/feed/xml/declared-entities.ts';
import { feedOf } from '../feed-of.ts';

const documentOf = (subset: string, title: string) =>
  `<?xml version="1.0"?><!DOCTYPE rss [${subset}]><rss version="2.0"><channel><title>x</title><item><title>${title}</title><link>https://bay.example/a</link></item></channel></rss>`;
const titleOf = async (subset: string, title: string) =>
  (await feedOf(documentOf(subset, title))).entries[0]?.title;

describe('the entities of a small DTD', () => {
  test.each([
    ['a word', '<!ENTITY site "Harbour Times">', '&site; opens', 'Harbour Times opens'],
    ['a sign by its number', "<!ENTITY dash '&#8212;'>", 'a &dash; b', 'a — b'],
    ['one made of others', '<!ENTITY a "b"><!ENTITY c "&a;&a;">', '&c;', 'bb'],
    [
      'one beside comments and elements',
      '<!-- > ]> --><!ELEMENT rss ANY><!ENTITY é "x">',
      '&é;',
      'x',
    ],
    ['the first of two', '<!ENTITY a "1"><!ENTITY a "2">', '&a;', '1'],
  ])('are put in: %s', async (_what, subset, title, expected) => {
    expect(await titleOf(subset, title)).toBe(expected);
  });

  test('stay as written in CDATA, and never change what XML itself declares', async () => {
    expect(await titleOf('<!ENTITY a "1">', '<![CDATA[&a;]]>')).toBe('&a;');
    expect(await titleOf('<!ENTITY lt "&#38;#60;"><!ENTITY amp "x">', '2 &lt; 3 &amp; 4')).toBe(
      '2 < 3 & 4',
    );
  });
});

describe('what is no small DTD', () => {
  test('a value that grows without measure stays a reference', async () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`);
    const subset = `<!ENTITY a0 "ha">${doubling.join('')}`;
    expect(await titleOf(subset, '&a40;')).toBe('&a40;');
  });

  test('a value that refers to itself ends', async () => {
    expect(await titleOf('<!ENTITY a "&b;"><!ENTITY b "&a;">', 'x &a;')).toContain('x ');
  });

  test('many references to a long value grow to a bound and no further', () => {
    const long = documentOf(`<!ENTITY a "${'x'.repeat(9_000)}">`, '&a;'.repeat(10_000));
    expect(withDeclaredEntities(long).length).toBeLessThan(1_100_000);
  });

  test('nothing outside the document is read', async () => {
    expect(await titleOf('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;')).toBe('&a;');
  });

  test('a document without declarations is given back as it is', () => {
    const xml = '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n.example/rss.dtd"><rss/>';
    expect(withDeclaredEntities(xml)).toBe(xml);
  });
});

test('entities of entities are put in eight deep, and deeper ones stay references', async () => {
  const chain = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};">`).join('');
  const subset = `<!ENTITY a0 "ha">${chain}`;
  expect(await titleOf(subset, '&a8;')).toBe('ha');
  expect(await titleOf(subset, '&a9;')).toBe('&a9;');
});

test('a control that a DTD names takes no text with it', () => {
  const xml = documentOf('<!ENTITY a "x&#1;y">', '<![CDATA[one]]>, &a;, <![CDATA[two]]>');
  expect(withDeclaredEntities(xml)).toContain('<![CDATA[one]]>, xy, <![CDATA[two]]>');
});

describe('up to its bound and no further is followed', () => {
  const put = (subset: string, text: string, before = '') =>
    withDeclaredEntities(`${before}<!DOCTYPE rss [${subset}]><rss>${text}</rss>`);
  const isPut = (subset: string, before = '') =>
    put(`${subset}<!ENTITY a "1">`, '&a;', before) === `${before}<rss>1</rss>`;
  const names = (count: number) =>
    Array.from({ length: count }, (_, n) => `<!ENTITY n${n} "">`).join('');

  test('a DTD of 501 names', () => {
    expect([isPut(names(500)), isPut(names(501))]).toEqual([true, false]);
  });

  test('a DTD of 64 KiB', () => {
    const ofLength = (length: number) => ' '.repeat(length - '<!DOCTYPE rss ['.length);
    expect([isPut(ofLength(65_536)), isPut(ofLength(65_537))]).toEqual([true, false]);
  });

  test('a DTD that begins in the first 5,000 letters', () => {
    const begin = '<!DOCTYPE rss ['.length;
    const before = (length: number) => ' '.repeat(length);
    expect(isPut('', before(5_000 - begin))).toBe(true);
    expect(isPut('', before(5_001 - begin))).toBe(false);
  });

  test('a value of 10,000 letters, a million in all', () => {
    const value = (length: number) => `<!ENTITY a "${'x'.repeat(length)}">`;
    expect(put(value(10_000), '&a;')).toBe(`<rss>${'x'.repeat(10_000)}</rss>`);
    expect(put(value(10_001), '&a;')).toBe('<rss>&a;</rss>');
    expect(put(value(10_000), '&a;'.repeat(101))).toBe(`<rss>${'x'.repeat(1_000_000)}&a;</rss>`);
  });

  test('past what names no words', () => {
    const others = [
      `<!ENTITY % more SYSTEM 'a">b'>`,
      `<!ENTITY % more PUBLIC "-//N" "a'>b">`,
      '<!ENTITY logo SYSTEM "logo.gif" NDATA gif>',
      `<!ATTLIST item kind CDATA ">" other CDATA '>'>`,
      '<!NOTATION gif SYSTEM "x">',
      '%more;',
      '<?note > ]?>',
      '<!-- ]> -->',
    ];
    expect(others.filter((other) => !isPut(other))).toEqual([]);
  });

  test('and a number that is a sign', () => {
    const signOf = (number: string) => put(`<!ENTITY a "${number}">`, '&a;').slice(5, -6);
    const signs = ['&#65;', '&#x41;', '&#X1F6A2;', '&#x10ffff;', '&#150;', '&#1;', '&#0;'];
    expect(signs.map(signOf)).toEqual(['A', 'A', '🚢', '\u{10ffff}', '–', '', '']);
    for (const none of ['&#x110000;', '&#;', '&#xg;']) expect(signOf(none)).toBe(none);
  });
});
