import { expect, test } from 'vitest';
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
