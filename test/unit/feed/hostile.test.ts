import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/http/content/charset.ts';
import { readFeed } from '../../../src/feed/read.ts';
import { feedOf, rss } from './feed-of.ts';

const size = 2_000_000;
const times = (part: string) => part.repeat(Math.floor(size / part.length));
const sound = '<item><title>Sound</title><link>https://harbour.example/1</link></item>';
/** A hostile entry between two sound ones. */
const between = (hostile: string) => rss(`${sound}<item>${hostile}</item>${sound}`);

/** A quadratic step over two megabytes takes minutes; everything linear well under a second. */
const generousMs = 10_000;

describe('a hostile entry does not keep the others from being read', () => {
  const numbered = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  test.each<[string, string]>([
    ['a million open tags', '<x>'.repeat(1_000_000)],
    ['30,000 levels of markup in a text', `<description>${'<b>'.repeat(30_000)}</description>`],
    ['a million open titles', '<title>'.repeat(700_000)],
    ['two megabytes of &', `<title>${times('&')}</title>`],
    ['two megabytes of <', `<description>${times('<')}</description>`],
    ['two megabytes of <p ', `<description><![CDATA[${times('<p ')}]]></description>`],
    ['two megabytes of <a href="', `<description>${times('<a href="')}</description>`],
    ['two megabytes of </', `<description>${times('</')}</description>`],
    ['two megabytes of <!--', `${times('<!--')}`],
    ['two megabytes of <![CDATA[', `<title>${times('<![CDATA[')}]]></title>`],
    ['two megabytes of <!DOCTYPE [', `${times('<!DOCTYPE [')}`],
    ['a name of two megabytes', `<${times('a')}>`],
    ['two megabytes of quotes', `<a ${times(`"'`)}>`],
    ['two megabytes of @', `<author>${times('a@')}</author>`],
    ['two megabytes of blanks in a date', `<pubDate>1${times(' ')}x</pubDate>`],
    ['a URL of two megabytes', `<link>https://harbour.example/${times('a')}</link>`],
    ['numeric references', `<description>${times('&#8217;')}</description>`],
    ['entities that nobody knows', `<title>${numbered(500_000, (n) => `&e${n};`)}</title>`],
    ['200,000 attributes', `<a ${numbered(200_000, (n) => `a${n}="" `)}/>`],
    ['200,000 namespaces', numbered(200_000, (n) => `<a xmlns:n${n}="u${n}">`)],
    ['500,000 element names', numbered(500_000, (n) => `<a${n}/>`)],
    ['300,000 categories', '<category>Sea</category>'.repeat(200_000)],
    ['relative links', `<description><![CDATA[${times('<a href="x">')}]]></description>`],
  ])('%s', { timeout: 60_000 }, async (_what, hostile) => {
    const start = performance.now();
    const feed = await feedOf(between(hostile), { url: 'https://harbour.example/feed' });
    expect(performance.now() - start).toBeLessThan(generousMs);
    expect(feed.entries[0]?.title).toBe('Sound');
  });
});

describe('a hostile document comes to an end', () => {
  test.each<[string, string]>([
    ['200,000 items', rss('<item><title>a</title></item>'.repeat(200_000))],
    ['items that never end', rss('<item>'.repeat(800_000))],
    ['two megabytes of <', times('<')],
    ['an open JSON array of two million levels', times('[')],
    [
      'JSON of many items',
      `{"version":"https://jsonfeed.org/version/1","items":[${times('{},')}{}]}`,
    ],
    ['a page of many paragraphs', `<!doctype html><body>${times('<p>')}`],
    ['a page of many levels', `<!doctype html><body>${times('<div>')}`],
  ])('%s', { timeout: 60_000 }, async (_what, content) => {
    const start = performance.now();
    await readFeed({ bytes: Buffer.from(content), listing: { entry: 'p' } });
    expect(performance.now() - start).toBeLessThan(generousMs);
  });

  test('more entries than any feed has are left out, and it is said', async () => {
    const feed = await feedOf(rss('<item><title>a</title></item>'.repeat(10_001)));
    expect(feed.entries).toHaveLength(10_000);
    expect(feed.repairs).toContain('more than 10000 entries: the rest is left out');
  });
});

test('a small entity of a document is put in, and none is fetched', async () => {
  const entities =
    '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">';
  const document = rss('<item><title>&b; &x;</title></item>').replace(
    '<rss',
    `<!DOCTYPE rss [${entities}]><rss`,
  );
  expect((await feedOf(document)).entries[0]?.title).toBe('aaaaaaaaaaaaaaaaaaaa &x;');
});

test('names of the object prototype are names like any other', async () => {
  const names = [
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    '_',
    'cdata',
  ];
  const elements = names
    .map((name) => `<${name} ${name}="1"><polluted>1</polluted></${name}>`)
    .join('');
  for (const damage of ['', '<p>']) {
    const feed = await feedOf(between(`<title>Odd</title>${elements}${damage}`));
    expect(feed.entries.map(({ title }) => title)).toEqual(['Sound', 'Odd', 'Sound']);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const fragments =
  '< > </ /> & ; " \' = &amp; &# <![CDATA[ ]]> <!-- --> <? ?> <item> </item> <title> </title> <b> é x \0 ' +
  '<link_href="/a"/> <description> </description> <author> </channel> _xmlns="u"';
const fragment = fc.constantFrom(...fragments.split(' ').map((part) => part.replace('_', ' ')));

test('whatever is in a document, reading it does not throw, and keeps the sound entry before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fragment, { maxLength: 40 }), async (parts) => {
      const feed = await feedOf(rss(sound + parts.join('')));
      expect(feed.entries[0]?.title).toBe('Sound');
    }),
    { numRuns: 500 },
  );
});

test('any bytes are read as something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const outcome = await readFeed({ bytes, url: 'not a URL', contentType: 'x; charset=' });
      expect(['feed', 'not-a-feed', 'sitemap-index']).toContain(outcome.kind);
      expect(typeof decodeText(bytes, { kind: 'html' }).text).toBe('string');
    }),
  );
});

test('a gzip file is unpacked no further than a feed may be long', async () => {
  const tooLong = gzipSync(rss(`${sound}${' '.repeat(11_000_000)}`));
  expect(await readFeed({ bytes: tooLong })).toMatchObject({
    kind: 'not-a-feed',
    looksLike: 'a gzip file that unpacks to more than 10 MiB',
  });
  const within = await feedOf(gzipSync(rss(`${sound}${' '.repeat(9_000_000)}`)));
  expect(within.entries[0]?.title).toBe('Sound');
});
