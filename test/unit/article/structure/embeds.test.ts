import { describe, expect, test } from 'vitest';
import { between } from './body-of-page.ts';
import { PROVIDERS, POST_QUOTE } from '../../../../src/article/structure/embeds.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

const embedIn = (html: string) =>
  between(html)?.flatMap((block) => ('embed' in block ? block.embed : []))[0];
const frame = (src: string, more = '') => `<iframe src="${src}" ${more}></iframe>`;

const ADDRESSES: [string, string, string][] = [
  [
    'https://www.youtube.com/embed/Mi11WhEEl_1?rel=0&autoplay=1',
    'youtube',
    'https://www.youtube.com/watch?v=Mi11WhEEl_1',
  ],
  [
    '//www.youtube-nocookie.com/embed/Mi11WhEEl_1',
    'youtube',
    'https://www.youtube.com/watch?v=Mi11WhEEl_1',
  ],
  ['https://player.vimeo.com/video/123456789?h=abc', 'vimeo', 'https://vimeo.com/123456789'],
  [
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1994012345678901234',
    'x',
    'https://x.com/i/status/1994012345678901234',
  ],
  [
    'https://www.instagram.com/p/CxMill-12/embed/',
    'instagram',
    'https://www.instagram.com/p/CxMill-12/',
  ],
  [
    'https://www.tiktok.com/@mill.weir/video/7300000000000000000',
    'tiktok',
    'https://www.tiktok.com/@mill.weir/video/7300000000000000000',
  ],
  [
    'https://embed.bsky.app/embed/did:plc:abc123/app.bsky.feed.post/3kabc',
    'bluesky',
    'https://bsky.app/profile/did:plc:abc123/post/3kabc',
  ],
  ['https://datawrapper.dwcdn.net/aB3dE/4/', 'datawrapper', 'https://datawrapper.dwcdn.net/aB3dE/'],
  [
    'https://flo.uri.sh/visualisation/1234567/embed',
    'flourish',
    'https://public.flourish.studio/visualisation/1234567/',
  ],
  [
    'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
    'spotify',
    'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
  ],
  [
    'https://www.dailymotion.com/embed/video/x8abcde',
    'dailymotion',
    'https://www.dailymotion.com/video/x8abcde',
  ],
  [
    'https://embed.documentcloud.org/documents/23456789-mill-plan/',
    'documentcloud',
    'https://www.documentcloud.org/documents/23456789-mill-plan',
  ],
  [
    'https://e.infogram.com/mill-flour-1h7k230abc?src=embed',
    'infogram',
    'https://infogram.com/mill-flour-1h7k230abc',
  ],
  [
    'https://embed.podcasts.apple.com/us/podcast/id1234567890?i=1',
    'apple-podcasts',
    'https://podcasts.apple.com/us/podcast/id1234567890',
  ],
  [
    'https://www.redditmedia.com/r/bread/comments/1abcde/mill/',
    'reddit',
    'https://www.reddit.com/r/bread/comments/1abcde/',
  ],
  [
    'https://www.facebook.com/millweir/videos/123456789',
    'facebook',
    'https://www.facebook.com/millweir/posts/123456789',
  ],
  [
    'https://www.threads.net/@millweir/post/CxMill12/embed',
    'threads',
    'https://www.threads.net/@millweir/post/CxMill12',
  ],
];

describe('the address of an embed is made anew of its id', () => {
  test('every known provider is tried', () => {
    const tried = new Set(ADDRESSES.map(([, provider]) => provider));
    expect(tried).toEqual(new Set(PROVIDERS.map(({ name }) => name)));
  });

  test.each(ADDRESSES)('%s', (src, provider, url) => {
    expect(embedIn(frame(src))).toEqual({ url, provider });
    expect(embedIn(frame('about:blank', `data-src="${src}"`))).toEqual({ url, provider });
  });

  test.each([
    [
      '<lite-youtube videoid="Mi11WhEEl_1"></lite-youtube>',
      'https://www.youtube.com/watch?v=Mi11WhEEl_1',
    ],
    [
      '<amp-twitter data-tweetid="1994012345678901234"></amp-twitter>',
      'https://x.com/i/status/1994012345678901234',
    ],
  ])('%s', (html, url) => {
    expect(embedIn(html)?.url).toBe(url);
  });
});

test('a title is kept where it says more than that it is a video', () => {
  const src = 'https://www.youtube.com/embed/Mi11WhEEl_1';
  expect(embedIn(frame(src, 'title="The wheel turns"'))).toMatchObject({
    title: 'The wheel turns',
  });
  expect(embedIn(frame(src, 'title="YouTube video player"'))).not.toHaveProperty('title');
});

test('a quoted post stands as such, with its words once', () => {
  const html = `<blockquote class="twitter-tweet"><p lang="en">The stones of the mill are older than the bridge, and they still grind as they did.</p>— Mill (@mill) <a href="https://twitter.com/mill/status/1994012345678901234?ref_src=x">23 Nov</a></blockquote>`;
  expect(between(html)).toEqual([
    {
      embed: {
        url: 'https://x.com/mill/status/1994012345678901234',
        provider: 'x',
        text: 'The stones of the mill are older than the bridge, and they still grind as they did.',
      },
    },
  ]);
});

test.each([
  'https://ads.example/frame?x=https://www.youtube.com/embed/Mi11WhEEl_1',
  'https://youtube.com.evil.example/embed/Mi11WhEEl_1',
  'https://www.youtube.com/embed/%22onload=1',
  'javascript:alert(1)',
  'https://www.youtube.com/subscribe_embed?x',
])('%s is no embed of a known provider', (src) => {
  expect(embedIn(frame(src))).toBeUndefined();
});

walkRows('POST_QUOTE', POST_QUOTE);
