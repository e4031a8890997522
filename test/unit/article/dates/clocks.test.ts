import { describe, expect, test } from 'vitest';
import {
  byEitherClock,
  byPrintedClock,
  isOnDay,
  onPrintedDay,
  type Stated,
  countryOf,
  withPrintedHour,
  withPrintedZone,
} from '../../../../src/article/dates/clocks.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const page = (host: string, lang = '') =>
  pageOf(`<html lang="${lang}">`, { url: `https://${host}/1` });

describe('a moment in UTC by the clock that the page prints', () => {
  test.each([
    [
      'as it is where nothing is printed',
      '2024-03-09T08:30:15Z',
      undefined,
      '2024-03-09T08:30:15Z',
    ],
    [
      'as it is where it has a zone of its own',
      '2024-03-09T08:30:15+02:00',
      '2024-03-09T09:30:00Z',
      '2024-03-09T08:30:15+02:00',
    ],
    [
      'as it is where a day alone is printed',
      '2024-03-09T08:30:15Z',
      '2024-03-09T00:00:00Z',
      '2024-03-09T08:30:15Z',
    ],
    ['an hour east', '2024-03-09T08:30:15Z', '2024-03-09T09:30:00Z', '2024-03-09T09:30:15+01:00'],
    [
      'half an hour more',
      '2024-03-09T08:30:15Z',
      '2024-03-09T14:00:00Z',
      '2024-03-09T14:00:15+05:30',
    ],
    [
      'eleven hours west',
      '2024-03-09T18:30:00Z',
      '2024-03-09T07:30:00Z',
      '2024-03-09T07:30:00-11:00',
    ],
    [
      'fourteen hours east',
      '2024-03-09T08:30:00Z',
      '2024-03-09T22:30:00Z',
      '2024-03-09T22:30:00+14:00',
    ],
    ['a minute off', '2024-03-09T08:30:00Z', '2024-03-09T09:31:00Z', '2024-03-09T09:30:00+01:00'],
    ['not two minutes off', '2024-03-09T08:30:00Z', '2024-03-09T09:32:00Z', '2024-03-09T08:30:00Z'],
    [
      'not twelve hours west',
      '2024-03-09T18:30:00Z',
      '2024-03-09T06:30:00Z',
      '2024-03-09T18:30:00Z',
    ],
    [
      'not fifteen hours east',
      '2024-03-09T08:30:00Z',
      '2024-03-09T23:30:00Z',
      '2024-03-09T08:30:00Z',
    ],
    [
      'by the printed clock, with its own seconds, where both are one moment',
      '2024-03-09T08:30:59Z',
      '2024-03-09T09:30:00+01:00',
      '2024-03-09T09:30:59+01:00',
    ],
    [
      'not the printed one a minute off',
      '2024-03-09T08:31:00Z',
      '2024-03-09T09:30:00+01:00',
      '2024-03-09T08:31:00Z',
    ],
  ])('is %s', (_name, stated, printed, expected) => {
    expect(byPrintedClock(stated, printed)).toBe(expected);
  });
});

test('a day has the hour that is printed beside the same day', () => {
  const day = '2024-03-09T00:00:00Z';
  expect(withPrintedHour(day, '2024-03-09T08:30:00Z')).toBe('2024-03-09T08:30:00Z');
  expect(withPrintedHour(day, '2024-03-10T08:30:00Z')).toBe(day);
  expect(withPrintedHour(day, undefined)).toBe(day);
});

test.each([
  ['2024-03-09T08:30:00+01:00', '2024-03-09T08:30:00+01:00'],
  ['2024-03-09T08:31:00+01:00', '2024-03-09T08:30:15Z'],
  ['2024-03-09T08:30:00Z', '2024-03-09T08:30:15Z'],
  [undefined, '2024-03-09T08:30:15Z'],
])('a moment without a zone is by that of the same clock, printed as %s', (printed, expected) => {
  expect(withPrintedZone('2024-03-09T08:30:15Z', printed)).toBe(expected);
});

test.each([
  ['quay.de', '', 'DE'],
  ['quay.co.uk', '', 'GB'],
  ['quay.example', 'en-AU', 'AU'],
  ['quay.example', 'fil-PH', 'PH'],
  ['quay.example', 'en-Latn-AU', undefined],
  ['quay.example', 'en', undefined],
  ['quay.nz', 'en-AU', 'NZ'],
])('a publisher at %s in %s is in %s', (host, lang, country) => {
  expect(countryOf(page(host, lang))).toBe(country);
});

test.each([
  ['2024-03-08T10:00:00Z', true],
  ['2024-03-08T09:59:59Z', false],
  ['2024-03-10T10:59:59Z', true],
  ['2024-03-10T11:00:00Z', false],
])('whether %s is on 9 March somewhere on Earth: %s', (moment, expected) => {
  expect(isOnDay(moment, '2024-03-09T00:00:00Z')).toBe(expected);
  expect(isOnDay(moment, '2024-03-09T01:00:00Z')).toBe(false);
});

describe('a moment by the one clock of the country that puts it on the printed day', () => {
  const printed = '2024-03-10T00:00:00Z';

  test.each([
    ['quay.jp', '', '2024-03-09T15:30:00Z', '2024-03-10T00:30:00+09:00'],
    ['quay.co.uk', '', '2024-03-09T23:30:00Z', '2024-03-09T23:30:00Z'],
    ['quay.example', 'de-DE', '2024-03-09T23:30:00Z', '2024-03-10T00:30:00+01:00'],
    ['quay.example', 'de', '2024-03-09T23:30:00Z', '2024-03-09T23:30:00Z'],
    ['quay.uk', '', '2024-07-09T23:30:00Z', '2024-07-09T23:30:00Z'],
    ['quay.au', '', '2024-03-09T15:15:00Z', '2024-03-09T15:15:00Z'],
    ['quay.nz', '', '2024-03-10T01:30:00Z', '2024-03-10T01:30:00Z'],
    ['quay.nz', '', '2024-03-09T12:30:00+01:00', '2024-03-09T12:30:00+01:00'],
  ])('of %s %s: %s is %s', (host, lang, stated, expected) => {
    expect(onPrintedDay(page(host, lang), stated, printed)).toBe(expected);
  });

  test('is as stated where nothing, or an hour too, is printed', () => {
    const stated = '2024-03-09T12:30:00Z';
    expect(onPrintedDay(page('quay.nz'), stated, undefined)).toBe(stated);
    expect(onPrintedDay(page('quay.nz'), stated, '2024-03-10T01:30:00Z')).toBe(stated);
    expect(onPrintedDay(page('quay.uk'), '2024-07-09T23:30:00Z', '2024-07-10T00:00:00Z')).toBe(
      '2024-07-10T00:30:00+01:00',
    );
  });
});

describe('a moment that is stated twice', () => {
  const stated = (value: string, isZoned = true): Stated => ({ value, from: 'meta', isZoned });
  const either = (first?: Stated, second?: Stated, host = 'quay.example') =>
    byEitherClock(page(host), first, second)?.value;

  test.each<[string, Stated | undefined, Stated | undefined, string | undefined, string?]>([
    ['is the only one', stated('2024-03-09T08:30:00Z'), undefined, '2024-03-09T08:30:00Z'],
    ['is the other', undefined, stated('2024-03-09T08:30:00Z'), '2024-03-09T08:30:00Z'],
    ['is none', undefined, undefined, undefined],
    [
      'is by the other’s clock',
      stated('2024-03-09T08:30:00Z'),
      stated('2024-03-09T09:30:00+01:00'),
      '2024-03-09T09:30:00+01:00',
    ],
    [
      'has its own seconds by the other’s clock',
      stated('2024-03-09T08:30:59Z'),
      stated('2024-03-09T09:30:00+01:00'),
      '2024-03-09T09:30:59+01:00',
    ],
    [
      'is the first where that has a clock of its own, and the other lies as far off as the country',
      stated('2024-03-09T09:30:00+02:00'),
      stated('2024-03-09T06:30:00Z'),
      '2024-03-09T09:30:00+02:00',
      'quay.de',
    ],
    [
      'is the first in UTC where the other has a clock of its own and lies as far off as the country',
      stated('2024-03-09T08:30:00Z'),
      stated('2024-03-09T09:30:00+02:00'),
      '2024-03-09T08:30:00Z',
      'quay.de',
    ],
    [
      'is the first of two in UTC',
      stated('2024-03-09T08:30:00Z'),
      stated('2024-03-09T09:30:00Z'),
      '2024-03-09T08:30:00Z',
    ],
    [
      'is by the country’s clock where the first is local',
      stated('2024-03-09T09:30:00Z'),
      stated('2024-03-09T08:30:00Z'),
      '2024-03-09T09:30:00+01:00',
      'quay.de',
    ],
    [
      'is by the country’s clock where the second is local',
      stated('2024-03-09T08:30:00Z'),
      stated('2024-03-09T09:30:00Z'),
      '2024-03-09T09:30:00+01:00',
      'quay.de',
    ],
    [
      'is the first where both are one',
      stated('2024-03-09T08:30:00Z'),
      stated('2024-03-09T08:30:00Z'),
      '2024-03-09T08:30:00Z',
      'quay.de',
    ],
    [
      'has the zone of the same clock',
      stated('2024-03-09T08:30:00Z', false),
      stated('2024-03-09T08:30:00+01:00'),
      '2024-03-09T08:30:00+01:00',
    ],
    [
      'has the zone that lies between',
      stated('2024-03-09T09:30:00Z', false),
      stated('2024-03-09T08:30:00Z'),
      '2024-03-09T09:30:00+01:00',
    ],
    [
      'is the first where they are days apart',
      stated('2024-03-09T09:30:00Z', false),
      stated('2024-03-12T08:30:00Z'),
      '2024-03-09T09:30:00Z',
    ],
    [
      'is a day where that is all',
      stated('2024-03-09T00:00:00Z', false),
      stated('2024-03-09T08:30:00Z'),
      '2024-03-09T00:00:00Z',
    ],
    [
      'has no zone where none is said',
      stated('2024-03-09T09:30:00Z', false),
      stated('2024-03-09T08:30:00Z', false),
      '2024-03-09T09:30:00Z',
    ],
  ])('%s', (_name, first, second, expected, host) => {
    expect(either(first, second, host)).toBe(expected);
  });
});
