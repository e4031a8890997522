import { describe, expect, test } from 'vitest';
import { entryAddress } from '../../../../src/feed/formats/entry-address.ts';

const context = { base: 'https://bay.example/feeds/all.xml', site: 'https://bay.example/' };
const read = (written: string) => entryAddress(written, context);

describe('what is no address', () => {
  test.each([
    'N/A',
    'n/a',
    'none',
    '#',
    '#top',
    '',
    '  ',
    'null',
    'http://',
    'https://',
    'about:blank',
  ])('%j gives none', (written) => expect(read(written)).toBeNull());

  test('words give none and are not fetched as a path', () => {
    expect(read('not available yet')).toBeNull();
    expect(read('<em>read more</em>')).toBeNull();
  });
});

describe('a damaged address is mended', () => {
  test.each([
    ['www.bay.example/2026/pier', 'https://www.bay.example/2026/pier'],
    ['www.other.example', 'https://www.other.example/'],
    ['other.example?id=7', 'https://bay.example/feeds/other.example?id=7'],
    ['bay.example?id=7', 'https://bay.example/?id=7'],
    ['bay.example/2026/pier', 'https://bay.example/2026/pier'],
    ['other.example/2026/pier', 'https://other.example/2026/pier'],
    ['http:/bay.example/pier', 'http://bay.example/pier'],
    ['https//bay.example/pier', 'https://bay.example/pier'],
    ['hhtps://bay.example/pier', 'https://bay.example/pier'],
    ['ttp://bay.example/pier', 'http://bay.example/pier'],
    ['http:\\\\bay.example/pier', 'http://bay.example/pier'],
    ['https://bay.example/https://bay.example/pier', 'https://bay.example/pier'],
    ['https://bay.example\n  /2026/pier', 'https://bay.example/2026/pier'],
    ['<a href="https://bay.example/pier">read</a>', 'https://bay.example/pier'],
    ["<p>Full text: <a class=x href='/pier'>here</a></p>", 'https://bay.example/pier'],
    ['<b>https://bay.example/pier</b>', 'https://bay.example/pier'],
    ['Read it at https://bay.example/pier', 'https://bay.example/pier'],
  ])('%j', (written, address) => expect(read(written)).toBe(address));
});

describe('a sound address stays as it is', () => {
  test.each([
    ['pier.html', 'https://bay.example/feeds/pier.html'],
    ['index.php/2026/pier', 'https://bay.example/feeds/index.php/2026/pier'],
    ['story.aspx?id=7', 'https://bay.example/feeds/story.aspx?id=7'],
    ['v2.0/pier', 'https://bay.example/feeds/v2.0/pier'],
    ['//cdn.example/pier', 'https://cdn.example/pier'],
    ['https://bay.example/pier#top', 'https://bay.example/pier#top'],
    [
      'https://bay.example/pier?next=https://other.example/page',
      'https://bay.example/pier?next=https://other.example/page',
    ],
    [
      'https://proxy.example/https://bay.example/pier',
      'https://proxy.example/https://bay.example/pier',
    ],
    ['https://bay.example/a b', 'https://bay.example/a b'],
  ])('%j', (written, address) => expect(read(written)).toBe(address));
});

test('what people and programs write where they have no address is none', () => {
  const written =
    'n/a na n.a. none null nil nan undefined unknown tbd tba false true 0 - -- ? link url href about:blank';
  for (const word of written.split(' ')) {
    expect.soft([word, read(word), read(word.toUpperCase())]).toEqual([word, null, null]);
  }
});

test('the name of a file before a slash is no host, and another name with a dot is', () => {
  const endings =
    'html htm xhtml shtml phtml php php3 php4 php5 asp aspx ashx jsp jspx cgi cfm pl py do nsf dll xml rss atom json txt pdf';
  for (const ending of endings.split(' ')) {
    expect.soft(read(`story.${ending}/2`)).toBe(`https://bay.example/feeds/story.${ending}/2`);
  }
  expect(read('story.news/2')).toBe('https://story.news/2');
});
