import { expect, test } from 'vitest';
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
