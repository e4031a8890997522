import { describe, expect, test } from 'vitest';
import { joinEntryImages } from '../../../../src/article/metadata/images.ts';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import type { Enclosure } from '../../../../src/feed/entry.ts';
import { article, articleOf, PARAGRAPHS } from '../ferry-page.ts';

const file = (path: string, picture?: Enclosure['picture']): Enclosure => ({
  url: `https://harbour.example/${path}`,
  type: null,
  length: null,
  ...(picture && { picture }),
});

describe('pictures of a feed', () => {
  test('are those of an article whose page shows none, each in its largest size', () => {
    const enclosures = [
      file('ferry.jpg?w=140', { width: 140 }),
      file('ferry.jpg?w=700', { width: 700, height: 420, credit: 'Ann Lee' }),
      file('icon.png', { width: 60, height: 60 }),
      file('ferry.mp3'),
    ];
    expect(joinEntryImages({ value: [], from: 'meta' }, { enclosures })).toEqual({
      value: [
        {
          url: 'https://harbour.example/ferry.jpg?w=700',
          width: 700,
          height: 420,
          credit: 'Ann Lee',
        },
      ],
      from: 'feed',
    });
  });

  test('say of the pictures of a page what the page does not', () => {
    const shown = [
      { url: 'https://harbour.example/ferry.jpg', caption: 'At dawn' },
      { url: 'https://harbour.example/pier.jpg' },
    ];
    const enclosures = [file('ferry.jpg?w=700', { caption: 'The ferry', credit: 'Ann Lee' })];
    expect(joinEntryImages({ value: shown, from: 'text' }, { enclosures })).toEqual({
      value: [
        { url: 'https://harbour.example/ferry.jpg', caption: 'At dawn', credit: 'Ann Lee' },
        { url: 'https://harbour.example/pier.jpg' },
      ],
      from: 'text',
    });
  });
});

test('D11: pictures in data URIs, of one pixel and from trackers are none', () => {
  const sentence =
    'The ferry to the outer islands left four hours late again, and those who waited were given soup.';
  const pictures = [
    `<img src="data:image/png;base64,${'A'.repeat(1_000_000)}">`,
    '<img src="https://harbour.example/count.gif" width="1" height="1">',
    '<img src="https://stats.example/pixel.gif?page=1">',
    '<img src="https://harbour.example/ferry.jpg" width="700" height="420">',
  ];
  const html = `<article><h1>Ferry late</h1>${[1, 2, 3, 4].map((hours) => `<p>${sentence} It was day ${hours}.</p>`).join('')}${pictures.join('')}</article>`;
  const outcome = scrapeArticle({
    siteName: undefined,
    html,
    url: 'https://harbour.example/ferry',
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.images.value).toEqual([
    { url: 'https://harbour.example/ferry.jpg', width: 700, height: 420 },
  ]);
});

test('pictures of other stories beside the text, and what sites show for want of one, are none', () => {
  const sentence =
    'The ferry to the outer islands left four hours late again, and those who waited were given soup.';
  const text = [1, 2, 3, 4].map((hours) => `<p>${sentence} It was day ${hours}.</p>`).join('');
  const shown = (name: string) => `<figure><img src="https://harbour.example/${name}"></figure>`;
  const html = `<head><meta property="og:image" content="https://harbour.example/img/share-default.png"></head>
    <article><h1>Ferry late</h1>${shown('ferry.jpg')}<div class="story-text">${text}${shown('soup.jpg')}</div>
    <aside>${shown('pier.jpg')}</aside><div class="related-stories"><a href="/storm">${shown('storm.jpg')}</a></div></article>`;
  const outcome = scrapeArticle({
    siteName: undefined,
    html,
    url: 'https://harbour.example/ferry',
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.images.value.map(({ url }) => url)).toEqual([
    'https://harbour.example/ferry.jpg',
    'https://harbour.example/soup.jpg',
  ]);
});

test('a caption far from a picture is another picture’s', () => {
  const menu = '<ul><li><a href="/x">More</a></li></ul>'.repeat(200);
  const other = '<figure><img src="/soup.jpg"><figcaption>The soup.</figcaption></figure>';
  const { images } = articleOf(
    `<div>${article(`<p><img src="/ferry.jpg"></p>${PARAGRAPHS}<div>${menu}</div>${other}`)}</div>`,
  );
  expect(images.value).toEqual([
    { url: 'https://quay.example/ferry.jpg' },
    { url: 'https://quay.example/soup.jpg', caption: 'The soup.' },
  ]);
});
