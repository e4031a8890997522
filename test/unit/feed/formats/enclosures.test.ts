import { describe, expect, test } from 'vitest';
import { isPicture } from '../../../../src/feed/formats/enclosures.ts';
import { feedOf, rss } from '../feed-of.ts';

const enclosuresOf = async (item: string) =>
  (
    await feedOf(
      rss(
        `<item>${item}</item>`,
        ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
      ),
      { url: 'https://harbour.example/feed' },
    )
  ).entries[0]?.enclosures;

describe('whether a file is a picture', () => {
  test.each(['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'JPG'])('.%s is, by its name', (end) => {
    for (const tail of ['', '?w=1', '#a'])
      expect(isPicture(null, `https://h.example/a.${end}${tail}`)).toBe(true);
    expect(isPicture(null, `https://h.example/a.${end}x`)).toBe(false);
  });

  test.each([
    ['image/png', 'a.mp3', true],
    ['IMAGE/x', 'a', true],
    ['audio/mpeg', 'a.png', false],
    ['x-image/png', 'a.png', false],
    [null, 'a.mp3', false],
    [null, 'ajpg', false],
  ])('the type %s decides before the name %s: %s', (type, url, expected) => {
    expect(isPicture(type, url)).toBe(expected);
  });
});

test.each([
  ['length="9"', 9],
  ['fileSize=" 12 "', 12],
  ['length="123456789012345"', 123_456_789_012_345],
  ['length="1234567890123456"', null],
  ['length="-1"', null],
  ['length="9 kB"', null],
  ['', null],
])('an enclosure with %s has the length %s', async (attribute, length) => {
  expect(await enclosuresOf(`<enclosure url="/a.mp3" type=" audio/mpeg " ${attribute}/>`)).toEqual([
    { url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length },
  ]);
});

test.each([
  ['width="640" height="480"', { width: 640, height: 480 }],
  ['width=" 1 " height="99999"', { width: 1, height: 99_999 }],
  ['width="0" height="100000"', {}],
  ['width="640px" height="-1"', {}],
])('a picture with %s has %j', async (attributes, size) => {
  const [picture] = (await enclosuresOf(`<media:content url="/a.png" ${attributes}/>`)) ?? [];
  expect(picture?.picture).toEqual(size);
});

test('a medium says what a file is, before its type and name do', async () => {
  const found = await enclosuresOf(
    `<media:content url="/a" medium="IMAGE"/><media:content url="/b.png" medium="video"/>
     <media:content url="/c.png"/><media:content url="/d" type="image/png"/>`,
  );
  expect(found?.map(({ picture }) => picture !== undefined)).toEqual([true, false, true, true]);
});

test('a picture’s caption is its description, else its text; its credit may be the group’s', async () => {
  const found = await enclosuresOf(
    `<media:group><media:credit>Ana &lt;b&gt;Cruz&lt;/b&gt;</media:credit>
       <media:content url="/a.png"><media:text>Less</media:text><media:description>A loaf</media:description></media:content>
       <media:content url="/b.png"><media:text>Two loaves</media:text><media:credit>Orla</media:credit></media:content>
     </media:group>`,
  );
  expect(found?.map(({ picture }) => picture)).toEqual([
    { caption: 'A loaf', credit: 'Ana Cruz' },
    { caption: 'Two loaves', credit: 'Orla' },
  ]);
});

test('files come in order of their kind, each address once, thumbnails and covers as pictures', async () => {
  const found = await enclosuresOf(
    `<itunes:image href="/cover"/><media:thumbnail url="/thumb"/><media:content url="/media.mp4"/><media:content url="/one.mp3"/>
     <media:group><media:thumbnail url="/inner"/><media:content url="/deep.mp4"/></media:group>
     <link rel="Enclosure" href="/link.mp3"/><link rel="alternate" href="/page"/><enclosure url="/one.mp3"/><enclosure/><enclosure url="javascript:x"/>`,
  );
  expect(
    found?.map(({ url, picture }) => `${new URL(url).pathname}${picture ? ' picture' : ''}`),
  ).toEqual([
    '/one.mp3',
    '/link.mp3',
    '/media.mp4',
    '/deep.mp4',
    '/thumb picture',
    '/cover picture',
    '/inner picture',
  ]);
});
