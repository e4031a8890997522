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
