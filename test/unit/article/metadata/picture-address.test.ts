import { expect, test } from 'vitest';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';

test.each([
  ['data-url', '/photos/list?id=4', '/soup.jpg', 'soup.jpg'],
  ['data-image', '/photos/4', '/soup.webp?w=9', 'soup.webp?w=9'],
  ['data-url', '/large/soup.jpg', '/small/soup.jpg', 'large/soup.jpg'],
  ['data-url', '/picture/4', '/blank.gif', 'picture/4'],
  ['data-src', '/picture/4', '/soup.jpg', 'picture/4'],
])('of %s="%s" and src="%s" the picture is %s', (name, late, src, expected) => {
  const { images } = articleOf(article(`${PARAGRAPHS}<p><img ${name}="${late}" src="${src}"></p>`));
  expect(images.value.map(({ url }) => url)).toEqual([`https://quay.example/${expected}`]);
});
