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
