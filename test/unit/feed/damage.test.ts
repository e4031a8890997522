import { expect, test } from 'vitest';
import { feedOf, rss } from './feed-of.ts';

const item = (title: string, rest = '') =>
  `<item><title>${title}</title><link>https://harbour.example/1</link><guid>g1</guid>${rest}</item>`;
const sound = item('Second');

test('a sound feed has no repairs', async () => {
  expect((await feedOf(rss(item('First') + sound))).repairs).toEqual([]);
});

test.each<[string, string, { title: string; repairs?: string[] }]>([
  [
    'a bare ampersand',
    rss(item('Salt & Pepper') + sound),
    { title: 'Salt & Pepper', repairs: ['"&" that begins no reference'] },
  ],
  ['an HTML entity', rss(item('Caf&eacute; &ndash; bar') + sound), { title: 'Café – bar' }],
  [
    'an entity nobody knows',
    rss(item('The &ferry; sails') + sound),
    { title: 'The &ferry; sails', repairs: ['entities that XML does not know'] },
  ],
  ['a reference to a forbidden control', rss(item('Fer&#2;ry') + sound), { title: 'Ferry' }],
  ['a reference to windows-1252', rss(item('It&#146;s') + sound), { title: 'It’s' }],
  [
    'a character as two surrogate references',
    rss(item('Wave &#xD83C;&#xDF0A;') + sound),
    { title: 'Wave 🌊' },
  ],
  ['control characters', rss(item('Fer\u0000r\u0008y') + sound), { title: 'Ferry' }],
  ['windows-1252 code points taken for Latin-1', rss(item('It\u0092s') + sound), { title: 'It’s' }],
  [
    'a "<" in a title',
    rss(item('Depth < 3 m <now') + sound),
    { title: 'Depth < 3 m <now', repairs: ['"<" that begins no tag'] },
  ],
  [
    'junk before the declaration',
    `<br />\nWarning: x\n${rss(item('First') + sound)}`,
    { title: 'First' },
  ],
  [
    'a script after the end',
    `${rss(item('First') + sound)}<script>var a = "<b>";</script>`,
    { title: 'First' },
  ],
  [
    'a broken XML declaration',
    rss(item('First') + sound).replace('<?xml version="1.0"', '<?xml version=1.0'),
    { title: 'First' },
  ],
  [
    'an unquoted attribute',
    rss(item('First', '<enclosure url=https://harbour.example/a.mp3 />') + sound),
    { title: 'First' },
  ],
  ['a doubled attribute', rss(item('First', '<a b="1" b="2"/>') + sound), { title: 'First' }],
  [
    'a title without an end',
    rss(item('First').replace('</title>', '') + sound),
    { title: 'First', repairs: ['elements without an end'] },
  ],
  ['crossed tags', rss(item('First', '<a><b></a></b>') + sound), { title: 'First' }],
  [
    'an end tag that was never opened',
    rss(item('First', '</description>') + sound),
    { title: 'First', repairs: ['end tags of elements that were never opened'] },
  ],
  [
    'an enclosure without an end',
    rss(item('First', '<enclosure url="https://harbour.example/a.mp3">') + sound),
    { title: 'First', repairs: ['elements without an end'] },
  ],
  [
    'tags in capitals',
    rss(item('First') + sound).replace(
      /<(\/?)(\w+)/g,
      (_all, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
    ),
    { title: 'First' },
  ],
  ['no RSS version', rss(item('First') + sound).replace(' version="2.0"', ''), { title: 'First' }],
  [
    'a CDATA section inside another',
    rss(item('<![CDATA[One <![CDATA[two]]> three]]>') + sound),
    { title: 'One two three' },
  ],
  [
    'a CDATA section without an end',
    rss(item('<![CDATA[First') + item('<![CDATA[Second]]>')),
    { title: 'First' },
  ],
  [
    'an item without an end',
    rss(item('First').replace('</item>', '') + sound),
    { title: 'First', repairs: ['elements without an end'] },
  ],
  [
    'items beside the channel',
    rss('').replace('</channel></rss>', `</channel>${item('First')}${sound}</rss>`),
    { title: 'First' },
  ],
])('a feed with %s is read whole', async (_damage, xml, { title, repairs = [] }) => {
  const feed = await feedOf(xml);
  expect(feed.title).toBe('Harbour Times');
  expect(feed.entries.map((entry) => entry.title)).toEqual([title, 'Second']);
  expect(feed.entries[0]).toMatchObject({ link: 'https://harbour.example/1', id: 'g1' });
  expect(feed.repairs).toEqual(expect.arrayContaining(repairs));
});

test('a bare ampersand in a link is no entity', async () => {
  const link = 'https://harbour.example/?a=1&copy=2&section=3';
  const feed = await feedOf(rss(`<item><link>${link}</link></item>`));
  expect(feed.entries[0]?.link).toBe(link);
});

test('a feed cut short keeps what has arrived', async () => {
  const whole = rss(item('First') + item('Second', '<description>A long text</description>'));
  const feed = await feedOf(whole.slice(0, whole.indexOf('long')));
  expect(feed.entries.map(({ title, summary }) => [title, summary])).toEqual([
    ['First', null],
    ['Second', 'A'],
  ]);
  expect(feed.repairs).toContain('the document ends before its elements do');
});

test('unclosed HTML inside a description stays in it, in order', async () => {
  const description = '<description>One <b>two<br> three <p>four</description>';
  const feed = await feedOf(rss(item('First', `${description}<category>Sea</category>`)));
  expect(feed.entries[0]).toMatchObject({
    summary: 'One <b>two<br> three <p>four',
    categories: [{ term: 'Sea', scheme: null }],
  });
});

test('a field after an unclosed enclosure belongs to the entry', async () => {
  const open = '<enclosure url="https://harbour.example/a.mp3"><pubDate>2026-10-01</pubDate>';
  const feed = await feedOf(rss(item('First', open)));
  expect(feed.entries[0]?.published).toBe('2026-10-01T00:00:00.000Z');
});
