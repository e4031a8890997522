import { describe, expect, test } from 'vitest';
import { embedIn } from '../../../../src/article/structure/embeds.ts';
import { elementOf } from '../../../support/site/page-of.ts';

const VIDEO = 'https://www.youtube.com/watch?v=Mi11WhEEl_1';
const urlOf = (html: string) => embedIn(elementOf(html, /^<([\w-]+)/.exec(html)?.[1] ?? ''))?.url;
const frame = (src: string) => urlOf(`<iframe src="${src}"></iframe>`);

test.each([
  ['https://youtube.com/watch?v=Mi11WhEEl_1', VIDEO],
  ['https://m.youtube.com/watch?list=x&v=Mi11WhEEl_1', VIDEO],
  ['https://www.youtube.com/shorts/Mi11WhEEl_1', VIDEO],
  ['https://www.youtube.com/live/Mi11WhEEl_1', VIDEO],
  ['https://www.youtube.com/v/Mi11WhEEl_1', VIDEO],
  ['https://youtu.be/Mi11WhEEl_1?t=9', VIDEO],
  ['https://vimeo.com/123456', 'https://vimeo.com/123456'],
  ['https://x.com/mill/status/19940123', 'https://x.com/mill/status/19940123'],
  ['https://twitter.com/mill/statuses/19940123', 'https://x.com/mill/status/19940123'],
  ['https://platform.twitter.com/embed/Tweet.html?id=19940123', 'https://x.com/i/status/19940123'],
  ['https://www.instagram.com/reel/CxMill/', 'https://www.instagram.com/reel/CxMill/'],
  ['https://www.instagram.com/mill.weir/tv/CxMill/', 'https://www.instagram.com/tv/CxMill/'],
  ['https://www.threads.com/@mill/post/CxMill', 'https://www.threads.net/@mill/post/CxMill'],
  [
    'https://bsky.app/profile/mill.example/post/3kabc',
    'https://bsky.app/profile/mill.example/post/3kabc',
  ],
  [
    'https://www.facebook.com/mill.weir/posts/12345',
    'https://www.facebook.com/mill.weir/posts/12345',
  ],
  ['https://datawrapper.dwcdn.net/aB3dE', 'https://datawrapper.dwcdn.net/aB3dE/'],
  ['https://www.datawrapper.de/_/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
  ['https://public.flourish.studio/story/12345/', 'https://public.flourish.studio/story/12345/'],
  ['https://infogram.com/mill-flour-1h7k', 'https://infogram.com/mill-flour-1h7k'],
  ['https://open.spotify.com/show/4rOoJ6Egrf8', 'https://open.spotify.com/show/4rOoJ6Egrf8'],
  ['https://open.spotify.com/track/4rOoJ6Egrf8', 'https://open.spotify.com/track/4rOoJ6Egrf8'],
  ['https://open.spotify.com/album/4rOoJ6Egrf8', 'https://open.spotify.com/album/4rOoJ6Egrf8'],
  [
    'https://open.spotify.com/playlist/4rOoJ6Egrf8',
    'https://open.spotify.com/playlist/4rOoJ6Egrf8',
  ],
  [
    'https://podcasts.apple.com/gb/podcast/the-mill/id1234567',
    'https://podcasts.apple.com/gb/podcast/id1234567',
  ],
  ['https://www.dailymotion.com/video/x8abcde', 'https://www.dailymotion.com/video/x8abcde'],
  [
    'https://www.reddit.com/r/bread/comments/1abcde/',
    'https://www.reddit.com/r/bread/comments/1abcde/',
  ],
])('%s is embedded as %s', (src, url) => {
  expect(frame(src)).toBe(url);
});

test.each([
  'https://datawrapper.dwcdn.net/aB3dEf',
  'https://www.youtube.com/embed/Mi11WhEEl_1x',
  'https://open.spotify.com/artist/4rOoJ6Egrf8',
  'https://notyoutube.com/embed/Mi11WhEEl_1',
])('%s is none', (src) => {
  expect(frame(src)).toBeUndefined();
});

test.each(['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-url', 'cite'])(
  'the address of an embed may stand in %s',
  (attribute) => {
    expect(urlOf(`<iframe ${attribute}=" ${VIDEO} "></iframe>`)).toBe(VIDEO);
  },
);

test.each([
  ['<lite-youtube videoid="Mi11WhEEl_1"></lite-youtube>', VIDEO],
  ['<amp-youtube data-videoid="Mi11WhEEl_1"></amp-youtube>', VIDEO],
  ['<amp-vimeo data-videoid="123456"></amp-vimeo>', 'https://vimeo.com/123456'],
  ['<amp-twitter data-tweetid="19940123"></amp-twitter>', 'https://x.com/i/status/19940123'],
  [
    '<amp-instagram data-shortcode="CxMill"></amp-instagram>',
    'https://www.instagram.com/p/CxMill/',
  ],
  [
    '<amp-tiktok data-src="https://www.tiktok.com/@mill/video/73000"></amp-tiktok>',
    'https://www.tiktok.com/@mill/video/73000',
  ],
])('%s names what it shows', (html, url) => {
  expect(urlOf(html)).toBe(url);
});

test('an address has 2,048 characters at the most', () => {
  const long = (length: number) => frame(`${VIDEO}&x=`.padEnd(length, 'x'));
  expect([long(2_048), long(2_049)]).toEqual([VIDEO, undefined]);
});

test('a title has three hundred characters at the most, and may stand in data', () => {
  const titled = (attributes: string) =>
    embedIn(elementOf(`<iframe src="${VIDEO}" ${attributes}></iframe>`, 'iframe'))?.title;
  const title = 'The wheel '.padEnd(300, 'x');
  expect(titled(`title="${title}y"`)).toBe(title);
  expect(titled('data-title="The wheel turns"')).toBe('The wheel turns');
  expect(titled('')).toBeUndefined();
});

describe('a quoted post', () => {
  const post = (inside: string, attributes = '') =>
    embedIn(
      elementOf(
        `<blockquote class="twitter-tweet" ${attributes}>${inside}</blockquote>`,
        'blockquote',
      ),
    );
  const link = (id: number) => `<a href="https://x.com/mill/status/${id}">x</a>`;
  const status = (id: number) => `https://x.com/mill/status/${id}`;

  test('has its address in its last link of the first fifty, however deep', () => {
    expect(
      post(`<p><b>${link(10_001)}</b></p>${link(10_002)}<a href="/x">y</a><a>z</a>`)?.url,
    ).toBe(status(10_002));
    expect(post(`<p><b>${link(10_001)}</b></p>`)?.url).toBe(status(10_001));
    const links = Array.from({ length: 51 }, (_, at) => link(10_001 + at)).join('');
    expect(post(links)?.url).toBe(status(10_050));
  });

  test('may state its address itself', () => {
    expect(post('', `cite="${status(10_001)}"`)?.url).toBe(status(10_001));
    expect(
      post('', 'data-instgrm-permalink="https://www.instagram.com/p/CxMill/?utm=x"')?.url,
    ).toBe('https://www.instagram.com/p/CxMill/');
    expect(post('<p>Words</p>')).toBeUndefined();
  });

  test('has a thousand characters of its words, if it has any', () => {
    expect(post(`<p>${'a'.repeat(1_001)}</p>${link(10_001)}`)?.text).toBe('a'.repeat(1_000));
    expect(post(link(10_001))).toStrictEqual({ url: status(10_001), provider: 'x' });
  });

  test('is called so', () => {
    const quote = elementOf(`<blockquote>${link(10_001)}</blockquote>`, 'blockquote');
    expect(embedIn(quote)).toBeUndefined();
  });
});
