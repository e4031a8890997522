import { describe, expect, test } from 'vitest';
import {
  findImages,
  joinEntryImages,
  pictureKey,
} from '../../../../src/article/metadata/images.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import type { Enclosure } from '../../../../src/feed/entry.ts';
import { pageOf } from '../../../support/site/page-of.ts';

/** The pictures of a page whose article is the element of the id `text`. */
function imagesOf(body: string, head = '') {
  const page = pageOf(`<html><head>${head}</head><body>${body}</body></html>`);
  const { blocks, images, regions } = readBlocks(page.tree.document);
  const parts = regions.filter(({ element }) => element.attribs['id'] === 'text');
  const inText = blocks.filter(({ region }) => parts.some((part) => part.holds(region)));
  return findImages(page, images, { parts, blocks: inText }).images;
}
const inText = (markup: string, head = '') =>
  imagesOf(`<main><div id="text"><p>Soup is cold.</p>${markup}</div></main>`, head).value;
const names = (images: { url: string }[]) => images.map(({ url }) => url.split('/').at(-1));
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const ld = (image: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', author: 'A', image })}</script>`;

describe('a picture in the text is none', () => {
  test.each(
    'avatar gravatar g-avatar emoji smiley wp-smiley headshot author-photo author-image author-img author-pic authorphoto icon logo'.split(
      ' ',
    ),
  )('where its class is %s', (name) => {
    const isNone = name !== 'g-avatar';
    expect(inText(`<img src="/a.jpg" class="${name}x">`)).toHaveLength(1);
    expect(inText(`<img src="/a.jpg" class="${name}">`)).toHaveLength(isNone ? 0 : 0);
  });

  test('where a side is stated to be shorter than a hundred pixels', () => {
    const of = (sides: string, name = 'img') =>
      inText(`<${name} src="/a.jpg" ${sides}></${name}>`).length;
    expect([of('width="100" height="100"'), of('width="99"'), of('height="99"')]).toEqual([
      1, 0, 0,
    ]);
    expect([of('width="99"', 'amp-img'), of('width="16" height="9"', 'lazy-image')]).toEqual([
      0, 1,
    ]);
  });
});

test('a picture in the text has what its element says', () => {
  expect(inText('<img src="/a.jpg" width="640" height="400" alt=" The  quay ">')).toEqual([
    { url: 'https://harbour.example/a.jpg', width: 640, height: 400, alt: 'The quay' },
  ]);
  expect(inText('<lazy-image src="/a.jpg" width="16" height="9"></lazy-image>')).toEqual([
    { url: 'https://harbour.example/a.jpg' },
  ]);
});

describe('the picture of the page’s data', () => {
  const url = 'https://harbour.example/a.jpg';

  test.each([
    ['an address', url, [{ url }]],
    ['a relative address', '/a.jpg', [{ url }]],
    ['a node’s address', { url }, [{ url }]],
    ['a node’s file', { contentUrl: url }, [{ url }]],
    ['a node’s description', { url, description: 'The quay' }, [{ url, caption: 'The quay' }]],
    [
      'a node’s holder',
      { url, copyrightHolder: { name: 'Ann Lee' } },
      [{ url, credit: 'Ann Lee' }],
    ],
    ['a node’s author', { url, author: 'Ann Lee' }, [{ url, credit: 'Ann Lee' }]],
    [
      'a node’s sides',
      { url, width: '640 px', height: { name: '400' } },
      [{ url, width: 640, height: 400 }],
    ],
    ['the first of several', [url, '/b.jpg'], [{ url }]],
    ['the first that has an address', [7, { url: 5 }, {}, url], [{ url }]],
    ['none', [7, { url: 5 }], []],
  ])('is %s', (_what, image, expected) => {
    expect(inText('', ld(image))).toEqual(expected);
  });

  test('is that of data before that for sharing', () => {
    const head = meta('og:image', '/b.jpg');
    expect(names(inText('', ld(url) + head))).toEqual(['a.jpg']);
    expect(names(inText('', head))).toEqual(['b.jpg']);
  });

  test('leads, and has what the text says of it besides', () => {
    const figure = '<figure><img src="/a-640x480.jpg"><figcaption>The quay.</figcaption></figure>';
    expect(inText(`<img src="/b.jpg">${figure}`, ld({ url, caption: 'At dawn' }))).toEqual([
      { url, caption: 'At dawn' },
      { url: 'https://harbour.example/b.jpg' },
    ]);
    expect(inText(figure, ld(url))).toEqual([{ url, caption: 'The quay.' }]);
  });
});

describe('the picture for sharing', () => {
  test('is that of og:image, or of twitter:image', () => {
    const [og, twitter] = [meta('og:image', '/og.jpg'), meta('twitter:image', '/twitter.jpg')];
    expect([names(inText('', og + twitter)), names(inText('', twitter))]).toEqual([
      ['og.jpg'],
      ['twitter.jpg'],
    ]);
  });

  test('has the sides and the words that are stated of it', () => {
    const stated =
      meta('og:image:width', '640') +
      meta('og:image:height', '400') +
      meta('og:image:alt', 'A &amp;amp; B');
    expect(inText('', meta('og:image', '/a.jpg') + stated)).toEqual([
      { url: 'https://harbour.example/a.jpg', width: 640, height: 400, alt: 'A & B' },
    ]);
    expect(inText('', meta('og:image', '/a.jpg'))).toStrictEqual([
      { url: 'https://harbour.example/a.jpg' },
    ]);
  });

  test.each(
    'apple-touch-icon favicon share-default share_default sharedefault default-share default_image defaultog default-thumb'.split(
      ' ',
    ),
  )('is none where a site has it for want of one: %s', (name) => {
    expect(inText('', meta('og:image', `/i/${name}.png`))).toEqual([]);
    expect(inText('', meta('og:image', `/i/x-${name.slice(1)}.png`))).toHaveLength(1);
  });
});

describe('pictures beside the text', () => {
  test('are those in the element around it', () => {
    const html =
      '<main><img src="/a.jpg"><div id="text"><p>Soup.</p></div></main><img src="/b.jpg">';
    expect(names(imagesOf(html).value)).toEqual(['a.jpg']);
    expect(imagesOf(html).from).toBe('text');
  });

  test('are none where the page itself is around it', () => {
    const html = '<img src="/a.jpg"><div id="text"><p>Soup.</p><img src="/b.jpg"></div>';
    expect(names(imagesOf(html).value)).toEqual(['b.jpg']);
  });

  test('are none in a side show, unless that holds text of the article', () => {
    expect(names(inText('<div class="related"><img src="/a.jpg"></div>'))).toEqual([]);
    expect(
      names(
        inText('<div class="related"><p>Soup.</p><div><p>Bread.</p></div><img src="/a.jpg"></div>'),
      ),
    ).toEqual(['a.jpg']);
  });

  test('are the article’s in a figure with a caption, whatever that is called', () => {
    const figure = (caption: string) =>
      `<figure class="related"><img src="/a.jpg">${caption}</figure>`;
    expect(names(inText(figure('<figcaption>The quay.</figcaption>')))).toEqual(['a.jpg']);
    expect(names(inText(figure('')))).toEqual([]);
  });

  test('are fifty, however they are found', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `<img src="/${at}.jpg">`).join('');
    expect(inText(many(51))).toHaveLength(50);
    expect(inText(many(51), meta('og:image', '/a.jpg'))).toHaveLength(50);
    expect(names(inText(many(51), meta('og:image', '/a.jpg')))[0]).toBe('a.jpg');
  });

  test('are from the page’s data where its text has none', () => {
    const html = '<div id="text"><p>Soup.</p></div>';
    expect(imagesOf(html, meta('og:image', '/a.jpg')).from).toBe('meta');
  });
});

test.each([
  ['/Ferry-640x480.jpg', '/ferry.jpg'],
  ['/ferry_640x480.jpg?w=1', '/ferry.jpg'],
  ['/ferry-2x1.jpg', '/ferry-2x1.jpg'],
])('the picture %s is %s in any size', (path, key) => {
  expect(pictureKey(`https://quay.example${path}`)).toBe(key);
});

describe('a picture that a feed gives', () => {
  const given = (...enclosures: [string, Enclosure['picture']][]) =>
    joinEntryImages(
      { value: [], from: 'meta' },
      {
        enclosures: enclosures.map(([url, picture]) => ({
          url,
          type: null,
          length: null,
          ...(picture && { picture }),
        })),
      },
    );
  const at = (name: string) => `https://quay.example/${name}`;

  test('is none where a side is shorter than a hundred pixels', () => {
    const of = (picture: Enclosure['picture']) => given([at('a.jpg'), picture]).value.length;
    expect([
      of({ width: 100, height: 100 }),
      of({ width: 99 }),
      of({ height: 99 }),
      of({}),
    ]).toEqual([1, 0, 0, 1]);
  });

  test('is none without an address', () => {
    expect(given(['a.jpg', {}])).toEqual({ value: [], from: 'meta' });
  });

  test('is the largest, and of two alike the first', () => {
    const url = (one: object, other: object) =>
      given([at('a.jpg?1'), one], [at('a.jpg?2'), other]).value.map((image) => image.url.at(-1));
    expect(url({ width: 200 }, { width: 201 })).toEqual(['2']);
    expect(url({ width: 200 }, { width: 200 })).toEqual(['1']);
    expect(url({ width: 200 }, {})).toEqual(['1']);
    expect(url({}, { width: 200 })).toEqual(['2']);
    expect(url({}, {})).toEqual(['1']);
  });

  test('is one of fifty', () => {
    const many = Array.from({ length: 51 }, (_, n): [string, object] => [at(`${n}.jpg`), {}]);
    expect(given(...many).value).toHaveLength(50);
  });

  test('leaves a page as it is where the feed has none', () => {
    const page = { value: [{ url: at('a.jpg') }], from: 'text' } as const;
    expect(joinEntryImages({ ...page, value: [...page.value] }, undefined)).toEqual(page);
  });
});
