import { describe, expect, test } from 'vitest';
import { readDate, readStatedDate } from '../../../src/dates/date.ts';

test.each([
  ['Thu, 01 Oct 2026 08:30:00 GMT', '2026-10-01T08:30:00.000Z'],
  ['1 Oct 2026 08:30 +0200', '2026-10-01T06:30:00.000Z'],
  ['Thu, 01 Oct 2026 08:30:00 +08:00', '2026-10-01T00:30:00.000Z'],
  ['2026-10-01T08:30:00Z', '2026-10-01T08:30:00.000Z'],
  ['2026-10-01T08:30:00.1239-05:30', '2026-10-01T14:00:00.123Z'],
  ['2026-10-01T08:30+08', '2026-10-01T00:30:00.000Z'],
  ['2026-10-01 08:30:00 +0800', '2026-10-01T00:30:00.000Z'],
  ['20261001T083000Z', '2026-10-01T08:30:00.000Z'],
  ['2026-10-01', '2026-10-01T00:00:00.000Z'],
  ['2026-10', '2026-10-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['Wed, 31 Dec 2025 24:00:00 GMT', '2026-01-01T00:00:00.000Z'],
])('the standard form "%s" is read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

test.each([
  ['1790843400', '2026-10-01T08:30:00.000Z'],
  ['1790843400000', '2026-10-01T08:30:00.000Z'],
  ['Thu Oct 01 2026 08:30:00 GMT+0000 (Coordinated Universal Time)', '2026-10-01T08:30:00.000Z'],
  ['Thu Oct  1 08:30:00 UTC 2026', '2026-10-01T08:30:00.000Z'],
  ['Thursday, October 1st, 2026 at 8:30 p.m.', '2026-10-01T20:30:00.000Z'],
  ['Oct. 1, 2026, 12:10 a.m.', '2026-10-01T00:10:00.000Z'],
  ['10/30/2026 - 08:30', '2026-10-30T08:30:00.000Z'],
  ['30/10/2026 08:30', '2026-10-30T08:30:00.000Z'],
  ['01.10.2026 08:30', '2026-10-01T08:30:00.000Z'],
  ['2026/10/01 08:30:00', '2026-10-01T08:30:00.000Z'],
  ['1 October 26', '2026-10-01T00:00:00.000Z'],
  ['2026-10-01T08:30:00-05:00Z', '2026-10-01T13:30:00.000Z'],
])('the loose form "%s" is read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

test.each([
  ['Do, 01 Okt 2026 08:30:00 +0200', '2026-10-01T06:30:00.000Z'],
  ['jeudi 1er décembre 2026 à 08:30', '2026-12-01T08:30:00.000Z'],
  ['Mar, 6 Ene 2026 08:30:00 +0100', '2026-01-06T07:30:00.000Z'],
  ['1 de março de 2026 08h30', '2026-03-01T08:30:00.000Z'],
  ['Чт, 1 окт 2026 08:30:00 +0300', '2026-10-01T05:30:00.000Z'],
  ['1 października 2026', '2026-10-01T00:00:00.000Z'],
  ['2026년 10월 1일 오후 8:30', '2026-10-01T20:30:00.000Z'],
  ['2026年10月01日 08时30分', '2026-10-01T08:30:00.000Z'],
  ['１ October ２０２６', '2026-10-01T00:00:00.000Z'],
])('the localised form "%s" is read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

test.each([
  ['٢٤ أبريل ٢٠٢٦', '2026-04-24T00:00:00.000Z'],
  ['۲۴ آوریل ۲۰۲۶', '2026-04-24T00:00:00.000Z'],
  ['২৪ এপ্রিল ২০২৬, ১০:৩০', '2026-04-24T10:30:00.000Z'],
  ['१ अक्टूबर २०२६', '2026-10-01T00:00:00.000Z'],
  ['၂၄ ဧပြီ ၂၀၂၆', '2026-04-24T00:00:00.000Z'],
])('the digits of "%s" are read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

test.each([
  ['24 เมษายน 2569', '2026-04-24T00:00:00.000Z'],
  ['๒๔ เม.ย. ๒๕๖๙ เวลา 10:30 น.', '2026-04-24T10:30:00.000Z'],
  ['5 ก.พ. 2569', '2026-02-05T00:00:00.000Z'],
  ['24/04/2569 10:30', '2026-04-24T10:30:00.000Z'],
  ['دوشنبه ۲ تیر ۱۳۹۹', '2020-06-22T00:00:00.000Z'],
  ['2 تير 1399 - 12:09:08 ب.ظ', '2020-06-22T12:09:08.000Z'],
  ['۱۴۰۵/۰۲/۰۴', '2026-04-24T00:00:00.000Z'],
  ['30 اسفند 1403', '2025-03-20T00:00:00.000Z'],
  ['令和8年4月24日', '2026-04-24T00:00:00.000Z'],
  ['令和元年5月1日', '2019-05-01T00:00:00.000Z'],
  ['平成31年4月30日', '2019-04-30T00:00:00.000Z'],
  ['民國115年4月24日', '2026-04-24T00:00:00.000Z'],
])('the calendar of "%s" is read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

test.each(['30 اسفند 1404', '32 تیر 1399', '1399/13/01', '7 เมษายน 2999'])(
  '"%s" is no day of any calendar',
  (written) => {
    expect(readDate(written, {})).toBeNull();
  },
);

test.each([
  ['2026. 4. 24. 오후 3:20', '2026-04-24T15:20:00.000Z'],
  ['2026.04.24. 10:30', '2026-04-24T10:30:00.000Z'],
  ['2026 m. balandžio 24 d. 10:30', '2026-04-24T10:30:00.000Z'],
  ['24 באפריל 2026', '2026-04-24T00:00:00.000Z'],
  ['24 avril 2026 à 10 h 30', '2026-04-24T10:30:00.000Z'],
  ['24. April 2026, 10.30 Uhr', '2026-04-24T10:30:00.000Z'],
  ['٢٤ أبريل ٢٠٢٦ ٣:٢٠ مساءً', '2026-04-24T15:20:00.000Z'],
  ['24 Απριλίου 2026, 3:20 μ.μ.', '2026-04-24T15:20:00.000Z'],
])('the customary form "%s" is read', (written, expected) => {
  expect(readDate(written, {})).toBe(expected);
});

describe('a time zone', () => {
  test.each([
    ['EST', '2026-10-01T13:30:00.000Z'],
    ['EDT', '2026-10-01T12:30:00.000Z'],
    ['BST', '2026-10-01T07:30:00.000Z'],
    ['IST', '2026-10-01T03:00:00.000Z'],
    ['PHT', '2026-10-01T00:30:00.000Z'],
    ['GMT+8', '2026-10-01T00:30:00.000Z'],
    ['GMT-07:00', '2026-10-01T15:30:00.000Z'],
    ['(GMT+7)', '2026-10-01T01:30:00.000Z'],
    ['ET', '2026-10-01T12:30:00.000Z'],
    ['PT', '2026-10-01T15:30:00.000Z'],
    ['America/New_York', '2026-10-01T12:30:00.000Z'],
  ])('may be written as %s', (zone, expected) => {
    expect(readDate(`Thu, 01 Oct 2026 08:30:00 ${zone}`, {})).toBe(expected);
  });

  test('of America without its season is that of the day', () => {
    expect(readDate('January 9, 2026 8:30 AM ET', {})).toBe('2026-01-09T13:30:00.000Z');
    expect(readDate('July 9, 2026 8:30 AM ET', {})).toBe('2026-07-09T12:30:00.000Z');
  });

  test('that is not stated is the one the source assumes, else UTC', () => {
    const written = '2026-10-01 08:30:00';
    expect(readDate(written, {})).toBe('2026-10-01T08:30:00.000Z');
    expect(readDate(written, { assumeZone: 'Asia/Manila' })).toBe('2026-10-01T00:30:00.000Z');
  });

  test('is assumed with the offset it had on that date', () => {
    const rules = { assumeZone: 'Europe/Berlin' };
    expect(readDate('2026-01-01 12:00', rules)).toBe('2026-01-01T11:00:00.000Z');
    expect(readDate('2026-07-01 12:00', rules)).toBe('2026-07-01T10:00:00.000Z');
    expect(readDate('2026-03-29 03:30', rules)).toBe('2026-03-29T01:30:00.000Z');
  });

  test('that is stated wins over the assumed one, unless offsets are to be ignored', () => {
    const rules = { assumeZone: 'Asia/Manila' };
    const written = 'Thu, 01 Oct 2026 08:30:00 +0000';
    expect(readDate(written, rules)).toBe('2026-10-01T08:30:00.000Z');
    expect(readDate(written, { ...rules, ignoreOffset: true })).toBe('2026-10-01T00:30:00.000Z');
  });
});

test.each([
  '',
  '-',
  'null',
  'Invalid date',
  'undefined NaN NaN',
  '0000-00-00 00:00:00',
  'Sun, 31 Feb 2026 25:61:61 GMT',
  'Mon, 31 Feb 2026 10:00:00 GMT',
  'Thu, 01 Jan 0001 00:00:00 GMT',
  '99999999999999999999',
  'yesterday',
  `1 October 2026${' '.repeat(200)}x`,
])('"%s" is no date', (written) => {
  expect(readDate(written, {})).toBeNull();
});

test.each([
  ['Thu, 01 Oct 2026 08:30:00 -0400', '2026-10-01T08:30:00-04:00'],
  ['2026-10-01T08:30:15+05:30', '2026-10-01T08:30:15+05:30'],
  ['Oct 1, 2026, 10:22 PM EST', '2026-10-01T22:22:00-05:00'],
  ['2026-10-01T08:30:00+00:00', '2026-10-01T08:30:00Z'],
  ['1 October 2026', '2026-10-01T00:00:00Z'],
  ['2026-10-01T08:30:00+99:00', '2026-10-01T08:30:00Z'],
])('"%s" keeps the offset it states', (written, expected) => {
  expect(readStatedDate(written, {})).toBe(expected);
});

test.each([
  ['1 October 2026 klo 12.45', '2026-10-01T12:45:00Z'],
  ['October 1, 2026 — 5.30am', '2026-10-01T05:30:00Z'],
  ['1 de octubre de 202621:25', '2026-10-01T21:25:00Z'],
  ['Oct 1, 2026 10:20 PMCouples', '2026-10-01T22:20:00Z'],
  ['01.10.2026', '2026-10-01T00:00:00Z'],
])(
  'the hour of "%s" is read, with a dot only where a word says that it is one',
  (written, expected) => {
    expect(readStatedDate(written, {})).toBe(expected);
  },
);

test.each([
  [true, '2026-03-04'],
  [false, '2026-04-03'],
])('month first: %s', (monthFirst, day) => {
  for (const written of ['3/4/2026', '3-4-2026']) {
    expect(readStatedDate(written, { monthFirst })).toBe(`${day}T00:00:00Z`);
  }
});
