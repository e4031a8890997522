import { describe, expect, test } from 'vitest';
import {
  readSignal,
  withoutOverriddenReservations,
} from '../../../../src/record/rights/restrictions.ts';

const now = new Date('2026-11-25T12:00:00Z');
const read = (signal: string, value: string, more: object = {}) =>
  readSignal({ signal, value, where: 'page' }, { licensed: false, now, ...more });
const effects = (signal: string, value: string, more: object = {}) =>
  read(signal, value, more).map(({ reason }) => reason.effect);

describe('a signal restricts', () => {
  test.each([
    ['isAccessibleForFree', 'False', 'excerpt'],
    ['isAccessibleForFree', 'no', 'excerpt'],
    ['isAccessibleForFree', '0', 'excerpt'],
    ['isAccessibleForFree', 'true', undefined],
    ['isAccessibleForFree', 'falsehood', undefined],
    ['content-tier', 'metered', 'excerpt'],
    ['content-tier', 'Locked', 'excerpt'],
    ['article:content_tier', 'locked', 'excerpt'],
    ['content-tier', 'free', undefined],
    ['tdm-reservation', '1', 'link'],
    ['tdm-reservation', '0', undefined],
    ['tdm-reservation', 'maybe', undefined],
    ...['search=n', 'search = no', 'bots=0', 'all=false', 'train=n, search=n'].flatMap((value) => [
      ['content-usage', value, 'link'],
      ['content-signal', value, 'link'],
    ]),
    ['content-usage', 'train-ai=n', undefined],
    ['content-signal', 'research=n', undefined],
    ['content-signal', 'search=yes', undefined],
    ['rsl', 'prohibits ai', 'link'],
    ['rsl', 'payment', 'link'],
    ['rsl', 'permits only search', 'link'],
    ['rsl', '/terms.xml', 'excerpt'],
    ['rights-notice', 'All rights reserved', 'excerpt'],
    ['license', 'CC BY', undefined],
    ['unknown', 'x', undefined],
    ['constructor', 'x', undefined],
  ] as [string, string, string | undefined][])('%s: %s to %s', (signal, value, effect) => {
    expect(effects(signal, value)).toEqual([effect]);
    expect(effects(` ${signal.toUpperCase()} `, ` ${value} `)).toEqual([effect]);
  });

  test.each([
    ['tdm-reservation', '1', undefined],
    ['content-usage', 'search=n', undefined],
    ['content-signal', 'search=n', undefined],
    ['rsl', 'prohibits', undefined],
    ['rights-notice', 'x', undefined],
    ['isAccessibleForFree', 'false', 'excerpt'],
    ['content-tier', 'locked', 'excerpt'],
  ])('under a licence %s: %s to %s', (signal, value, effect) => {
    expect(effects(signal, value, { licensed: true })).toEqual([effect]);
  });

  test.each(['robots', 'X-Robots-Tag'])('%s by each of its directives', (signal) => {
    expect(effects(signal, 'noarchive, nosnippet, follow')).toEqual(['excerpt', 'link']);
  });
});

describe('robots rules of an agent are ours', () => {
  const from = (agent: string, more: object = {}) =>
    readSignal(
      { signal: 'robots', value: 'noindex', where: 'page', agent },
      { licensed: false, now, ...more },
    ).length;

  test.each(['newsrelay', 'googlebot', 'googlebot-news', 'bingbot', 'news'])('%s', (agent) => {
    expect(from(agent)).toBe(1);
    expect(effects('robots', `${agent}: noindex`)).toEqual(['drop']);
  });

  test('where it is called as the config says, and not of others', () => {
    expect([from('otherbot'), from('ourbot', { agent: 'OurBot' })]).toEqual([0, 1]);
  });
});

test('a signal is told with where it stood, and 200 characters of it', () => {
  const [found] = read('license', 'x'.repeat(201));
  expect(found?.reason).toEqual({ signal: 'license', value: 'x'.repeat(200), where: 'page' });
});

describe('of reservations in several places', () => {
  const said = (where: string, value = '1', signal = 'tdm-reservation') => ({
    signal,
    value,
    where,
  });
  const [inMeta, inFile, inHeader] = [
    said('meta'),
    said('/.well-known/tdmrep.json'),
    said('header', '0'),
  ];

  test.each([
    [[inMeta, inFile, inHeader], [inHeader]],
    [[inFile, inMeta], [inFile]],
    [[inMeta, inHeader], [inHeader]],
    [[inMeta], [inMeta]],
    [[said('tdmrep'), inMeta], [said('tdmrep')]],
    [[said('well-known'), inMeta], [said('well-known')]],
    [
      [inFile, said('header', 'maybe')],
      [inFile, said('header', 'maybe')],
    ],
    [
      [inMeta, said('header', '1', 'robots')],
      [inMeta, said('header', '1', 'robots')],
    ],
    [
      [inMeta, said('header', '1', ' TDM-Reservation ')],
      [said('header', '1', ' TDM-Reservation ')],
    ],
  ])('that of the nearest to the server counts: %j', (signals, left) => {
    expect(withoutOverriddenReservations(signals)).toEqual(left);
  });

  test.each([
    ['0, 1', 'link'],
    ['0 1', 'link'],
    ['0;0', undefined],
    ['10', undefined],
  ])('of several values the stricter counts: %s', (value, effect) => {
    expect(effects('tdm-reservation', value)).toEqual([effect]);
  });
});
