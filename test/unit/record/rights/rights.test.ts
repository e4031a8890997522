import { describe, expect, test } from 'vitest';
import type { Rights } from '../../../../src/article-record.ts';
import { decideRights, type RightsInput } from '../../../../src/record/rights/rights.ts';
import { licence, input, licensed, robots, signal, modeOf, noFlags } from './rights-input.ts';

describe('the mode is the strictest of all that applies', () => {
  const table: [name: string, given: RightsInput, mode: Rights['mode']][] = [
    ['nothing known: the configured excerpt', input(), 'excerpt'],
    ['configured link', input({ mode: 'link' }), 'link'],
    ['configured link with a licence stays a link', licensed({ mode: 'link' }), 'link'],
    ['full text without a licence', input({ mode: 'full' }), 'excerpt'],
    ['full text with a licence', licensed(), 'full'],
    ['licence not begun', licensed({ licence: { ...licence, from: '2026-11-26' } }), 'excerpt'],
    ['licence on its first day', licensed({ licence: { ...licence, from: '2026-11-25' } }), 'full'],
    ['licence on its last day', licensed({ licence: { ...licence, until: '2026-11-25' } }), 'full'],
    ['licence over', licensed({ licence: { ...licence, until: '2026-11-24' } }), 'excerpt'],
    ['robots.txt disallows', licensed({ robotsAllowed: false }), 'link'],
    ['robots.txt allows', licensed({ robotsAllowed: true }), 'full'],
    ['noindex', licensed({ signals: [robots('noindex, follow')] }), 'drop'],
    ['robots none', licensed({ signals: [robots('NONE')] }), 'drop'],
    ['nosnippet', licensed({ signals: [robots('nosnippet')] }), 'link'],
    ['max-snippet 0', licensed({ signals: [robots('max-snippet:0')] }), 'link'],
    ['max-snippet 80', licensed({ signals: [robots('max-snippet: 80')] }), 'excerpt'],
    ['max-snippet without limit', licensed({ signals: [robots('max-snippet:-1')] }), 'full'],
    ['noarchive', licensed({ signals: [robots('noarchive')] }), 'excerpt'],
    ['index, follow and all', licensed({ signals: [robots('index, follow, all')] }), 'full'],
    ['strictest of several', licensed({ signals: [robots('noarchive, nosnippet')] }), 'link'],
    [
      'rule for another agent',
      licensed({ signals: [robots('otherbot: noindex, nofollow')] }),
      'full',
    ],
    ['rule for our agent', licensed({ signals: [robots('newsrelay: noindex')] }), 'drop'],
    [
      'unknown rule with a value',
      licensed({ signals: [robots('max-new-thing:3, noindex')] }),
      'drop',
    ],
    [
      'unavailable_after in the past',
      licensed({ signals: [robots('unavailable_after: Wed, 18 Nov 2026 08:00:00 GMT, follow')] }),
      'drop',
    ],
    ['not free', licensed({ signals: [signal('isAccessibleForFree', 'False')] }), 'excerpt'],
    ['free', licensed({ signals: [signal('isAccessibleForFree', 'true')] }), 'full'],
    ['metered', licensed({ signals: [signal('article:content_tier', 'metered')] }), 'excerpt'],
    ['gated page', licensed({ flags: { ...noFlags, gated: true } }), 'excerpt'],
    ['TDM reserved', input({ signals: [signal('tdm-reservation', '1')] }), 'link'],
    ['TDM reserved, licensed', licensed({ signals: [signal('tdm-reservation', '1')] }), 'full'],
    [
      'TDM reserved, licence over',
      licensed({
        licence: { ...licence, until: '2020-01-01' },
        signals: [signal('tdm-reservation', '1')],
      }),
      'link',
    ],
    [
      'TDM reserved by the page, released by the header',
      input({
        signals: [
          signal('tdm-reservation', '1', 'meta[name=tdm-reservation]'),
          signal('tdm-reservation', '0', 'TDM-Reservation header'),
        ],
      }),
      'excerpt',
    ],
    ['RSL asks for payment', input({ signals: [signal('rsl', 'payment: subscription')] }), 'link'],
    [
      'RSL nobody read',
      input({ signals: [signal('rsl', 'https://a.example/rsl.xml')] }),
      'excerpt',
    ],
    ['RSL, licensed', licensed({ signals: [signal('rsl', 'prohibits: all')] }), 'full'],
    ['noai is recorded only', licensed({ signals: [robots('noai, noimageai')] }), 'full'],
    [
      'rights notice',
      input({ signals: [signal('rights-notice', 'All rights reserved')] }),
      'excerpt',
    ],
    [
      'a licence the page states raises nothing',
      input({
        mode: 'full',
        signals: [signal('license', 'https://creativecommons.org/licenses/by/4.0/')],
      }),
      'excerpt',
    ],
    ['agency text at a licensed publisher', licensed({ source: 'Associated Press' }), 'excerpt'],
    ['agency text from the agency', licensed({ source: 'Reuters', publisher: 'Reuters' }), 'full'],
    [
      'agency text the licence names',
      licensed({ source: 'Associated Press', licence: { ...licence, scope: 'incl. AP copy' } }),
      'full',
    ],
    [
      'an agency that contributed',
      licensed({
        credit: {
          text: 'Reuters contributed to this report.',
          people: [],
          organizations: ['Reuters'],
        },
      }),
      'full',
    ],
    ['a name that only looks like an agency', licensed({ source: 'Apple Daily' }), 'full'],
  ];
  test.each(table)('%s', (_name, given, mode) => {
    expect(modeOf(given)).toBe(mode);
  });
});

test.each([
  ['all', 'copy'],
  ['Everything', 'copy'],
  ['text and image', 'copy'],
  ['images', 'copy'],
  ['photo', 'copy'],
  ['text, photos', 'copy'],
  ['picture', 'copy'],
  ['pictures', 'copy'],
  ['text', 'link'],
  ['texts and wallpaper', 'link'],
])('a licence for %j lets pictures be shown as a %s', (scope, images) => {
  expect(decideRights(licensed({ licence: { ...licence, scope } })).images).toBe(images);
});

describe('images', () => {
  const table: [name: string, given: RightsInput, images: Rights['images']][] = [
    ['are pointed at in an excerpt', input(), 'link'],
    ['are left out of a link', input({ mode: 'link' }), 'none'],
    ['may be copied under a licence', licensed(), 'copy'],
    [
      'are not copied when the scope is text',
      licensed({ licence: { ...licence, scope: 'text' } }),
      'link',
    ],
    [
      'may be copied when the scope names them',
      licensed({ licence: { ...licence, scope: 'text and photos' } }),
      'copy',
    ],
    ['max-image-preview:none', licensed({ signals: [robots('max-image-preview:none')] }), 'none'],
    [
      'max-image-preview:standard',
      licensed({ signals: [robots('max-image-preview:standard')] }),
      'link',
    ],
    ['max-image-preview:large', licensed({ signals: [robots('max-image-preview:large')] }), 'copy'],
    ['noimageindex', licensed({ signals: [robots('noimageindex')] }), 'none'],
  ];
  test.each(table)('%s', (_name, given, images) => {
    expect(decideRights(given).images).toBe(images);
  });
});

test('reasons name every signal that was weighed, strictest first', () => {
  const { reasons } = decideRights(
    licensed({ signals: [robots('noai, nosnippet, noarchive')], robotsAllowed: false }),
  );
  expect(reasons.map(({ signal: name, value, effect }) => [name, value, effect])).toEqual([
    ['robots.txt', 'disallow', 'link'],
    ['robots', 'nosnippet', 'link'],
    ['robots', 'noarchive', 'excerpt'],
    ['republish', 'full', 'full'],
    ['licence', 'contract 2026-14', 'full'],
    ['robots', 'noai', undefined],
  ]);
});

test('copies are noindex; the canonical link goes with the full text only', () => {
  expect(decideRights(licensed())).toMatchObject({ noindex: true, canonical: true, licence });
  expect(decideRights(input())).toMatchObject({ noindex: true, canonical: false });
});

test('the shortest wanted snippet and the earliest end count', () => {
  const rights = decideRights(
    input({
      signals: [
        robots('max-snippet:120, unavailable_after: 2027-01-02T00:00:00Z'),
        robots('max-snippet:90, unavailable_after: 1 Jan 2027 10:00:00 GMT'),
      ],
    }),
  );
  expect(rights).toMatchObject({ maxExcerptLength: 90, expiresAt: '2027-01-01T10:00:00.000Z' });
});

test('a hostile page cannot fill the record or stall the decision', () => {
  const rights = decideRights(
    input({
      signals: [
        robots('x'.repeat(1_000_000)),
        robots(`${'noai,'.repeat(200_000)}noindex`),
        robots('max-snippet:'.repeat(100_000)),
        signal('odd', 'y'.repeat(1_000_000)),
      ],
    }),
  );
  expect(rights.mode).toBe('drop');
  expect(JSON.stringify(rights).length).toBeLessThan(20_000);
});
