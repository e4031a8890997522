import { describe, expect, test } from 'vitest';
import { readRobots } from '../../../../src/record/rights/robots-directives.ts';

const now = new Date('2026-11-25T12:00:00Z');
const ours = new Set(['gullbot', 'news']);
const read = (value: string) => readRobots(value, ours, now);
const written = (value: string) => read(value).map((directive) => directive.written);

describe('whom a directive is for', () => {
  test.each([
    ['everybody, where no agent is named', 'noarchive', ['noarchive']],
    ['everybody, by a star', '*: noarchive', ['noarchive']],
    ['us, by our name in any case', 'GullBot: noarchive', ['noarchive']],
    ['one of us, by a general name', 'news: nosnippet', ['nosnippet']],
    ['another crawler alone', 'otherbot: noindex, nosnippet', []],
    ['another crawler, until we are named', 'otherbot: noindex, gullbot: noarchive', ['noarchive']],
    ['us, until another crawler is named', 'gullbot: noarchive, otherbot: noindex', ['noarchive']],
    ['everybody again behind another crawler', 'otherbot: noindex, *: noarchive', ['noarchive']],
    ['everybody behind a directive nobody knows', 'max-depth: 3, noindex', ['noindex']],
    ['everybody behind an unknown name', 'theme: dark, nosnippet', ['nosnippet']],
  ])('%s', (_whom, value, found) => {
    expect(written(value)).toEqual(found);
  });
});

test.each([', ', ',', '; ', ' ', '\t', '\n', ' / ', ' | ', ' ,; '])(
  'directives may be separated by %j',
  (separator) => {
    const value = ['noarchive', 'max-snippet:40', 'nofollow', 'noimageindex'].join(separator);
    expect(written(value)).toEqual(['noarchive', 'max-snippet:40', 'noimageindex']);
  },
);

test.each([
  ['max-snippet: 40', { effect: 'excerpt', maxExcerptLength: 40 }],
  ['max-snippet=40', { effect: 'excerpt', maxExcerptLength: 40 }],
  ['MAX-SNIPPET : 0', { effect: 'link' }],
  ['max-snippet:-1', {}],
  ['max-image-preview: NONE', { images: 'none' }],
  ['max-image-preview:standard', { images: 'link' }],
  ['max-image-preview:large', {}],
  ['max-video-preview:0', {}],
  ['nocache', { effect: 'excerpt' }],
])('%s', (value, effect) => {
  const [found] = read(value);
  expect(found).toEqual({ written: value, ...effect });
});

describe('unavailable_after', () => {
  test.each([
    ['25 Dec 2026 15:00:00 GMT'],
    ['Fri, 25 Dec 2026 15:00:00 GMT'],
    ['Friday, 25-Dec-26 15:00:00 GMT'],
    ['2026-12-25T15:00:00Z'],
    ['2026-12-25T16:00:00+01:00'],
    ['2026-12-25 15:00:00'],
    ['25-Dec-2026 10:00:00 EST'],
    ['Dec 25, 2026 15:00 UTC'],
  ])('is read as written: %s', (date) => {
    for (const value of [`unavailable_after: ${date}`, `noai, unavailable_after:${date}, nofollow`])
      expect(read(value)).toContainEqual(
        expect.objectContaining({ expiresAt: '2026-12-25T15:00:00.000Z' }),
      );
  });

  test('that is over drops the article', () => {
    expect(read('unavailable_after: 1 Nov 2026')).toMatchObject([{ effect: 'drop' }]);
  });

  test('of a date with two readings, the earlier one counts', () => {
    expect(read('unavailable_after: 05/12/2026')).toMatchObject([{ effect: 'drop' }]);
  });

  test.each(['', 'soon', '99/99/9999', 'when the tide turns'])(
    'that cannot be read, as %j, restricts and is recorded',
    (date) => {
      const value = `unavailable_after: ${date}`;
      expect(read(value)).toEqual([
        { written: value.trim().replace(/:$/, ':'), effect: 'excerpt' },
      ]);
    },
  );

  test('ends where the next directive begins', () => {
    expect(written('unavailable_after: Fri, 25 Dec 2026 15:00:00 GMT, nosnippet')).toEqual([
      'unavailable_after: Fri, 25 Dec 2026 15:00:00 GMT',
      'nosnippet',
    ]);
  });
});

test.each([
  'index',
  'all',
  'follow',
  'nofollow',
  'notranslate',
  'noodp',
  'constructor',
  'tostring',
])('%s asks nothing of us', (value) => expect(read(value)).toEqual([]));

test('a word within another is none', () => {
  expect(read('nosnippets, mynoindex, noindex-images, x-none')).toEqual([]);
});
