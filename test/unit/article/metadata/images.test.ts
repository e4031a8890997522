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

describe('pictures in the text', () => {
  const urls = (markup: string) => {
    const outcome = articleOf(
      article(
        `<p>The ferry came in at dawn, and nobody had seen it leave the island.</p>${markup}${PARAGRAPHS}`,
      ),
    );
    return outcome.images.value.map(({ url }) => url.split('/').at(-1));
  };

  test.each([
    ['data-dt-lazy-src', '<img src="data:image/gif;base64,AAAA" data-dt-lazy-src="/img/quay.jpg">'],
    ['data-echo-original', '<img data-echo-original="/img/quay.jpg">'],
  ])('are found by the attribute %s that a script reads', (_name, markup) => {
    expect(urls(markup)).toContain('quay.jpg');
  });

  test('are found in a figure with a caption, whatever it is called', () => {
    const figure = (name: string) =>
      `<figure class="${name}"><img src="/img/quay.jpg" width="640" height="400"><figcaption>The quay at dawn, seen from the island.</figcaption></figure>`;
    expect(urls(figure('shareable-item social'))).toContain('quay.jpg');
    expect(urls(`<div class="related-stories">${figure('plain')}</div>`)).not.toContain('quay.jpg');
  });

  test('are pictures by their size where their file’s name is one of an icon', () => {
    expect(urls('<img src="/img/google-pixel-9.jpg" width="1200" height="800">')).toContain(
      'google-pixel-9.jpg',
    );
    expect(urls('<img src="/img/pixel.gif">')).toEqual([]);
    expect(urls('<img src="/img/logo-wide.png" width="1200" height="90">')).toEqual([]);
  });
});

test('a picture of the page’s data has what the data says of it, and nothing else', () => {
  const image = {
    '@type': 'ImageObject',
    url: 'https://quay.example/ferry.jpg',
    width: 1200,
    height: 800,
    caption: 'The ferry at dawn',
    creditText: 'Ann Lee',
  };
  const imagesOf = (given: object) => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry', image: given });
    const head = `<script type="application/ld+json">${data}</script>`;
    return articleOf(`<html><head>${head}</head><body>${article(PARAGRAPHS)}</body></html>`).images
      .value;
  };
  const { '@type': type, creditText: credit, ...stated } = image;
  expect(imagesOf(image)).toStrictEqual([{ ...stated, credit }]);
  expect(imagesOf({ '@type': type, url: image.url })).toStrictEqual([{ url: image.url }]);
});
