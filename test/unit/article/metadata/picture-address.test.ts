import { expect, test } from 'vitest';
import { side } from '../../../../src/article/metadata/picture-address.ts';
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

test.each([
  ['1', 1],
  ['640px', 640],
  ['99.6', 100],
  ['99999', 99_999],
  ['100000', undefined],
  ['0', undefined],
  ['0.4', undefined],
  ['-5', undefined],
  ['auto', undefined],
  [undefined, undefined],
])('a side that is stated as %j is %s pixels', (stated, pixels) => {
  expect(side(stated)).toBe(pixels);
});

test.each([
  ['/a.jpg 300w, /b.jpg 900w, /c.jpg 600w', 'b.jpg'],
  ['/a.jpg 1x, /b.jpg 2x', 'b.jpg'],
  ['/a.jpg, /b.jpg 0.5x', 'a.jpg'],
  ['/a.jpg 900w, /b.jpg 1x', 'b.jpg'],
  ['/a.jpg 1000w, /b.jpg 1x', 'a.jpg'],
  ['https://quay.example/a,w=9.jpg 300w,https://quay.example/b.jpg 900w', 'b.jpg'],
])('of the set "%s" the widest picture is %s', (set, expected) => {
  const { images } = articleOf(article(`${PARAGRAPHS}<p><img srcset="${set}"></p>`));
  expect(images.value.map(({ url }) => url)).toEqual([`https://quay.example/${expected}`]);
});
