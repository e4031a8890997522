import { describe, expect, test } from 'vitest';
import { imageAddress, side } from '../../../../src/article/metadata/picture-address.ts';
import { elementOf, pageOf } from '../../../support/site/page-of.ts';
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

const page = pageOf('<p>');
const addressIn = (html: string, name = 'img') =>
  imageAddress(elementOf(html, name), page)?.replace('https://harbour.example', '');
const of = (attributes: string) => addressIn(`<img ${attributes}>`);

describe('a picture that is loaded late', () => {
  test.each([
    'data-src',
    'data-original',
    'data-lazy-src',
    'data-lazy',
    'data-url',
    'data-hi-res-src',
    'data-full-src',
    'data-image',
  ])('is the one in %s, before one under a name of the site’s own', (name) => {
    expect(of(`data-thumb-src="/small.jpg" src="/tiny.jpg" ${name}="/large.jpg"`)).toBe(
      '/large.jpg',
    );
  });

  test.each(['data-echo-src', 'data-x-original', 'data-big-image-url'])(
    'is the one under a name of the site’s own, %s, before a set',
    (name) => {
      expect(of(`srcset="/a.jpg 9w" ${name}="/large.jpg"`)).toBe('/large.jpg');
      expect(of(`srcset="/a.jpg 9w" ${name}-x="/large.jpg"`)).toBe('/a.jpg');
    },
  );
});

describe('a picture in several sizes', () => {
  test.each(['srcset', 'data-srcset', 'data-lazy-srcset'])(
    'is the widest of %s, of the element or beside it',
    (name) => {
      const set = `${name}="/small.jpg 1w, /large.jpg 2w"`;
      expect(of(`src="/a.jpg" ${set}`)).toBe('/large.jpg');
      expect(addressIn(`<picture>x<source ${set}><img src="/a.jpg"></picture>`)).toBe('/large.jpg');
      expect(addressIn(`<div><source ${set}><img src="/a.jpg"></div>`)).toBe('/a.jpg');
    },
  );

  test('is the first of those of one width, and one whose width is nothing', () => {
    expect(of('srcset="/a.jpg 2w, /b.jpg 2w"')).toBe('/a.jpg');
    expect(of('srcset="/a.jpg 0w"')).toBe('/a.jpg');
    expect(of('srcset="/a.jpg 900w, /b.jpg 1x"')).toBe('/b.jpg');
    expect(of('srcset=", " src="/c.jpg"')).toBe('/c.jpg');
  });

  test('is looked for in ten thousand characters', () => {
    const set = (blanks: number) => of(`srcset="/a.jpg 1w,${' '.repeat(blanks)}/b.jpg 2w"`);
    expect([set(9_000), set(10_001)]).toEqual(['/b.jpg', '/a.jpg']);
  });
});

describe('a picture is none', () => {
  test.each(['avatar', 'avatars', 'emoji', 'emojis', 'smiley', 'smileys', 'smilies'])(
    'in the folder of %s, however large',
    (folder) => {
      const large = 'width="900" height="900"';
      expect(of(`${large} src="/${folder}/a.jpg"`)).toBeUndefined();
      expect(of(`${large} src="/x${folder}/a.jpg"`)).toBe(`/x${folder}/a.jpg`);
    },
  );

  test('under the name of a sign, unless both sides have four hundred pixels', () => {
    const sized = (width: number, height: number) =>
      of(`src="/pixel-phone.jpg" width="${width}" height="${height}"`) !== undefined;
    expect([sized(400, 400), sized(399, 400), sized(400, 399)]).toEqual([true, false, false]);
    expect(of('src="/pixel.jpg"')).toBeUndefined();
  });

  test('in its own data, or at no address', () => {
    expect(of('src="data:image/gif;base64,AAAA"')).toBeUndefined();
    expect(of('src="blob:x" style="background-image: url(/b.jpg)"')).toBe('/b.jpg');
    expect(of('alt="x"')).toBeUndefined();
  });
});

describe('an attribute that may name the page about a picture', () => {
  test.each(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif'])(
    'names the picture where it ends in .%s',
    (end) => {
      expect(of(`data-url="/a.${end}" src="/b.jpg"`)).toBe(`/a.${end}`);
      expect(of(`data-url="/a.${end}?w=1" src="/b.jpg"`)).toBe(`/a.${end}?w=1`);
      expect(of(`data-url="/a.${end}s" src="/b.jpg"`)).toBe('/b.jpg');
      expect(of(`data-url="/a" src="/b.${end}"`)).toBe(`/b.${end}`);
    },
  );

  test('names it where the element shows none, or a sign that waits', () => {
    expect(of('data-image="/a"')).toBe('/a');
    expect(of('data-image="/a" src="/b"')).toBe('/a');
    expect(of('data-image="/a" src="/loading.gif"')).toBe('/a');
  });
});
