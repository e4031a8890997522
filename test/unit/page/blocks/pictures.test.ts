import { describe, expect, test } from 'vitest';
import {
  backgroundOf,
  isPictureElement,
  picturesBehind,
} from '../../../../src/page/blocks/pictures.ts';
import { elementOf } from '../../../support/site/page-of.ts';
import { article, articleOf, PARAGRAPHS } from '../../article/ferry-page.ts';

const pathsOf = (content: string): string[] =>
  articleOf(article(PARAGRAPHS + content)).images.value.map(({ url }) => new URL(url).pathname);

test.each([
  [
    'in what browsers without scripts get',
    '<figure><div class="lazy"></div><noscript><img src="/pier.jpg" width="1200" height="800"></noscript></figure>',
  ],
  [
    'escaped there',
    '<figure><noscript>&lt;img src="/pier.jpg" width="1200" height="800"&gt;</noscript></figure>',
  ],
  [
    'there, after a placeholder',
    '<figure><img class="lazy" src="data:image/gif;base64,R0lGOD="><noscript><img src="/pier.jpg"></noscript></figure>',
  ],
  [
    'of an element of the site’s own',
    '<figure><a-img src="/pier.jpg" width="16" height="9"></a-img></figure>',
  ],
  [
    'behind an element in a figure',
    `<figure><div style="background-image:url('/pier.jpg')"></div></figure>`,
  ],
  [
    'behind an element that says so',
    '<div role="img" style="background:#fff url(/pier.jpg)"></div>',
  ],
])('a picture %s is the article’s', (_place, content) => {
  expect(pathsOf(content)).toEqual(['/pier.jpg']);
});

test.each([
  [
    'a counting pixel',
    '<noscript><img src="https://count.example/p.jpg" width="1" height="1"></noscript>',
  ],
  [
    'a hidden one',
    '<noscript><img src="https://count.example/p.jpg" style="display:none"></noscript>',
  ],
  [
    'a background of the text',
    `<div style="background-image:url('/paper.jpg')"><p>Soup is given on the quay.</p></div>`,
  ],
  [
    'a portrait by the byline',
    '<div><img class="avatar" src="/ann.jpg" width="900" height="900"></div>',
  ],
  ['a folder’s portrait', '<div><img src="/avatars/ann-900.jpg" width="900" height="900"></div>'],
  ['a sign among words', '<p>Soup <img class="emoji" src="/wave.jpg"> is given.</p>'],
  ['an element without a picture', '<lazy-image></lazy-image>'],
])('%s is none of its pictures', (_what, content) => {
  expect(pathsOf(content)).toEqual([]);
});

describe('an element is a picture', () => {
  const isPicture = (html: string) =>
    isPictureElement(elementOf(html, /^<([\w-]+)/.exec(html)?.[1] ?? ''));

  test.each([
    '<img>',
    '<amp-img></amp-img>',
    '<a-img src="/a.jpg"></a-img>',
    '<lazy-load-image data-src="/a.jpg"></lazy-load-image>',
    '<x-picture src="/a.jpg"></x-picture>',
  ])('%s', (html) => {
    expect(isPicture(html)).toBe(true);
  });

  test.each([
    '<a-img></a-img>',
    '<picture src="/a.jpg"></picture>',
    '<x-imgs src="/a.jpg"></x-imgs>',
    '<x-map src="/a.jpg"></x-map>',
  ])('and %s is none', (html) => {
    expect(isPicture(html)).toBe(false);
  });
});

describe('behind an element are', () => {
  const behind = (html: string, name: string) =>
    picturesBehind(elementOf(html, name)).map(
      ({ attribs }) => attribs['src'] ?? backgroundOf({ attribs } as never),
    );
  const style = `style="background: #fff url( '/a.jpg' )"`;

  test('the pictures of a noscript, escaped or not, but for hidden ones', () => {
    const noscript = (inside: string) =>
      behind(`<div><noscript>${inside}</noscript></div>`, 'noscript');
    expect(
      noscript('<img src="/a.jpg"><b></b><img src="/b.jpg"><img src="/c.jpg" hidden>'),
    ).toEqual(['/a.jpg', '/b.jpg']);
    const escaped = (length: number) =>
      noscript('&lt;img src="/a.jpg" alt="'.concat('x'.repeat(length - 25), '"&gt;'));
    expect([escaped(2_000), escaped(2_001)]).toEqual([['/a.jpg'], []]);
    expect(noscript('See &lt;img src="/a.jpg"&gt;')).toEqual([]);
    expect(noscript('')).toEqual([]);
    const [image] = picturesBehind(
      elementOf('<noscript>&lt;img src="/a.jpg"&gt;</noscript>', 'noscript'),
    );
    expect(image?.parent).toMatchObject({ name: 'noscript' });
  });

  test.each([
    [`<figure><div ${style}></div></figure>`, ['/a.jpg']],
    [`<picture><div ${style}></div></picture>`, ['/a.jpg']],
    [`<section><div role="img" ${style}></div></section>`, ['/a.jpg']],
    [`<section><div ${style}></div></section>`, []],
    ['<figure><div style="color: red"></div></figure>', []],
    ['<figure><div role="img"></div></figure>', []],
  ])('%s: %j', (html, found) => {
    expect(behind(html, 'div')).toEqual(found);
  });
});
