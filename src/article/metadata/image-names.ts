import { patternOfRows } from '../../pattern-rows.ts';

/** What files are called that are no pictures of a story. */
export const NOT_A_PICTURE = patternOfRows(
  [
    {
      name: 'measures-or-fills',
      pattern: 'pixel|spacer|blank|transparent|1x1',
      finds: ['/i/pixel.gif', '/i/spacer.gif', '/i/blank.png', '/i/transparent.png', '/i/1x1.gif'],
      passes: ['/pixel/ferry.jpg', '/i/1-1.jpg'],
    },
    {
      name: 'waits',
      pattern: 'placeholder|loading|spinner',
      finds: ['/i/placeholder.jpg', '/i/loading.gif', '/i/spinner.svg'],
      passes: ['/loading/ferry.jpg', '/i/load.jpg'],
    },
    {
      name: 'sign',
      pattern: 'avatar|logo|icon|sprite|emoji|badge|btn_|button|rss_',
      finds: [
        '/i/avatar-3.png',
        '/i/quay-logo.svg',
        '/i/icon.png',
        '/i/sprite.png',
        '/i/emoji.png',
        '/i/badge.png',
        '/i/btn_more.png',
        '/i/button.png',
        '/i/rss_feed.png',
      ],
      passes: ['/logo/ferry.jpg', '/i/rss.jpg'],
    },
  ],
  'i',
  (any) => `${any}[^/]*$`,
);
