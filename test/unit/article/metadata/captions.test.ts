import { describe, expect, test } from 'vitest';
import { captionFor, firstElement, isCaption } from '../../../../src/article/metadata/captions.ts';
import { elementOf } from '../../../support/site/page-of.ts';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';

const pictureIn = (figure: string) =>
  articleOf(
    article(
      `<p>The ferry came in at dawn, and nobody had seen it leave the island.</p>${figure}${PARAGRAPHS}`,
    ),
  ).images.value[0];

test.each([
  [
    'in a figure',
    '<figure><img src="/q.jpg"><figcaption>The quay at dawn. (Ann Lee/Lantern)</figcaption></figure>',
    { caption: 'The quay at dawn.', credit: 'Ann Lee/Lantern' },
  ],
  [
    'with a credit of its own',
    '<figure><img src="/q.jpg"><figcaption>The quay. <span class="photo-credit">Ann Lee</span></figcaption></figure>',
    { caption: 'The quay.', credit: 'Ann Lee' },
  ],
  [
    'in a small element around it',
    '<div class="wp-caption"><img src="/q.jpg"><p class="wp-caption-text">The quay. Photo: Ann Lee</p></div>',
    { caption: 'The quay.', credit: 'Ann Lee' },
  ],
])('a caption is read %s', (_where, figure, expected) => {
  expect(pictureIn(figure)).toMatchObject(expected);
});

test('a caption further away is another picture’s', () => {
  const lines = '<p>One.</p>'.repeat(12);
  const markup = `<div><img src="/q.jpg">${lines}<p class="caption">Another.</p></div>`;
  expect(pictureIn(markup)).not.toHaveProperty('caption');
});

test.each([
  'Photo: Ann Lee',
  'Photo by Ann Lee',
  'Photograph by Ann Lee',
  'Credit: Ann Lee',
  'Foto: Ann Lee',
  'Picture: Ann Lee',
  'Image: Ann Lee',
  '© Ann Lee',
  '(Ann Lee)',
  '(Ann Lee).',
])('a caption that ends in %j names who made the picture', (tail) => {
  const figure = `<figure><img src="/q.jpg"><figcaption>The quay at dawn. ${tail}</figcaption></figure>`;
  expect(pictureIn(figure)).toMatchObject({ caption: 'The quay at dawn.', credit: 'Ann Lee' });
});

test.each(['photo-credit', 'Copyright', 'photographer', 'image-source', 'attribution'])(
  'an element of the class %s in a caption names who made the picture',
  (name) => {
    const caption = `The quay at dawn. <i class="${name}">Ann Lee</i>`;
    const figure = `<figure><img src="/q.jpg"><figcaption>${caption}</figcaption></figure>`;
    expect(pictureIn(figure)).toMatchObject({ caption: 'The quay at dawn.', credit: 'Ann Lee' });
  },
);

test('a caption may stand beside its picture among eight children, and no more', () => {
  const among = (children: number) =>
    pictureIn(
      `<div><img src="/q.jpg">${'<i></i>'.repeat(children - 2)}<p class="caption">The quay.</p></div>`,
    );
  expect(among(8)).toMatchObject({ caption: 'The quay.' });
  expect(among(9)).not.toHaveProperty('caption');
});

const captionIn = (html: string) => captionFor(elementOf(html, 'img'));
const figure = (caption: string) =>
  captionIn(`<figure><img><figcaption>${caption}</figcaption></figure>`);
const nested = (depth: number, inner: string) =>
  '<div>'.repeat(depth) + inner + '</div>'.repeat(depth);

describe('the caption of a picture', () => {
  test.each([
    ['with no credit', 'The quay at dawn.', { caption: 'The quay at dawn.' }],
    ['that is empty', '', {}],
    ['that is a credit alone', '(Ann Lee)', { credit: 'Ann Lee' }],
    [
      'with two credits is parted at the first',
      'The quay. Photo: Ann Lee (Lantern)',
      { caption: 'The quay.', credit: 'Ann Lee (Lantern)' },
    ],
    [
      'with a marked credit in brackets',
      'The quay. <i class="credit">(Ann Lee)</i>',
      { caption: 'The quay.', credit: 'Ann Lee' },
    ],
    [
      'with a marked credit in brackets that names its holder in brackets',
      'The quay. <i class="credit">(Ann Lee (Lantern))</i>',
      { caption: 'The quay.', credit: 'Ann Lee (Lantern)' },
    ],
    [
      'with a marked credit of two names in brackets',
      'The quay. <i class="credit">(Ann Lee) / (Lantern)</i>',
      { caption: 'The quay.', credit: '(Ann Lee) / (Lantern)' },
    ],
    [
      'with a marked credit has no other',
      'The quay (north). <i class="credit">Ann Lee</i>',
      { caption: 'The quay (north).', credit: 'Ann Lee' },
    ],
    [
      'with an empty mark for the credit has it in its text',
      'The quay. <i class="credit"></i>(Ann Lee)',
      { caption: 'The quay.', credit: 'Ann Lee' },
    ],
    ['with what is too short for a credit', 'The quay (b)', { caption: 'The quay (b)' }],
  ])('%s', (_what, markup, expected) => {
    expect(figure(markup)).toEqual(expected);
  });

  test('has five thousand characters', () => {
    expect(figure('a'.repeat(5_001)).caption).toHaveLength(5_000);
  });

  test('stands in a figure up to four elements above it', () => {
    const of = (depth: number) =>
      captionIn(`<figure>${nested(depth, '<img>')}<figcaption>The quay.</figcaption></figure>`);
    expect([of(3), of(4)]).toEqual([{ caption: 'The quay.' }, {}]);
  });

  test('stands in a small element up to three above it', () => {
    const of = (depth: number) =>
      captionIn(`<section>${nested(depth, '<img>')}<p class="caption">The quay.</p></section>`);
    expect([of(0), of(2), of(3)]).toEqual([{ caption: 'The quay.' }, { caption: 'The quay.' }, {}]);
  });

  test('stands above no element that holds more, but a choice of files', () => {
    const of = (name: string, inner: string) =>
      captionIn(
        `<figure><${name}>${inner}<img></${name}><figcaption>The quay.</figcaption></figure>`,
      );
    expect([of('div', '<br>'.repeat(7)), of('div', '<br>'.repeat(8))]).toEqual([
      { caption: 'The quay.' },
      {},
    ]);
    expect(of('picture', '<source>'.repeat(9))).toEqual({ caption: 'The quay.' });
  });

  test('is not that of a figure beside it', () => {
    const other = '<figure><b><img src="/b.jpg"></b><figcaption>Soup.</figcaption></figure>';
    expect(captionIn(`<div><p><img></p>${other}</div>`)).toEqual({});
    expect(captionIn(`<div><img>${other}<p class="caption">The quay.</p></div>`)).toEqual({
      caption: 'The quay.',
    });
  });

  test('is that of the figure, and none above it', () => {
    expect(captionIn('<div><figure><img></figure><p class="caption">Soup.</p></div>')).toEqual({});
    expect(
      captionIn(`<figure>${'<br>'.repeat(9)}<img><figcaption>The quay.</figcaption></figure>`),
    ).toEqual({ caption: 'The quay.' });
  });
});

test('an element is looked for among three hundred, in the order of the page', () => {
  const first = (html: string) =>
    firstElement(elementOf(html, 'div'), ({ name }) => name === 'b')?.attribs['id'];
  expect(first('<div>x<i><b id="1"></b></i><b id="2"></b></div>')).toBe('1');
  expect([
    first(`<div>${'<i></i>'.repeat(299)}<b id="1"></b></div>`),
    first(`<div>${'<i></i>'.repeat(300)}<b id="1"></b></div>`),
  ]).toEqual(['1', undefined]);
});

test.each([
  ['<figcaption>', true],
  ['<p class="wp-caption-text">', true],
  ['<p class="caption">', true],
  ['<p class="photo_caption">', true],
  ['<p class="encaptioned">', false],
  ['<p>', false],
])('whether %s is a caption: %s', (markup, expected) => {
  expect(isCaption(elementOf(markup, /\w+/.exec(markup)![0]))).toBe(expected);
});
